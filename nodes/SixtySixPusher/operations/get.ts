import { fetchEntry } from './entry';
import type { Operation } from './item';
import { simplifies } from './options';
import { toOutput } from './output';

export const getOperation: Operation = {
	validate(item) {
		simplifies(item);
	},

	async execute(item) {
		const entry = await fetchEntry(item, item.id);
		return [toOutput(item, entry)];
	},
};
