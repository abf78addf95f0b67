import { connectionErrors } from '../errors/connectionErrors';
import { inputErrors } from '../errors/inputErrors';
import type { UnknownOutcome } from '../transport/request';
import { type Operation, subjectOf } from './item';
import { toOutput } from './output';
import { store, validateStore } from './store';

export const updateOperation: Operation = {
	validate(item) {
		if (Object.keys(item.fields).length === 0) throw inputErrors.nothingToUpdate();
		validateStore(item);
	},

	async execute(item) {
		const unknown: UnknownOutcome = (what, status) =>
			connectionErrors.updateUnknown(subjectOf(item), what, status);

		return await item.run.inTurn(item.url, async () => {
			const entry = await store(item, item.fields, { unknown });
			return [toOutput(item, entry)];
		});
	},
};
