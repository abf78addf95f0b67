import { connectionErrors } from '../errors/connectionErrors';
import { inputErrors } from '../errors/inputErrors';
import type { UnknownOutcome } from '../transport/request';
import { type Item, type Operation, subjectOf } from './item';
import { toOutput } from './output';
import { store, validateStore } from './store';
import { labelOf, type ValidFields } from './validate';

export const createOperation: Operation = {
	validate(item) {
		const { required = [] } = item.definition;
		const missing = required.find((name) => !(name in item.fields));
		if (missing !== undefined) throw inputErrors.empty(labelOf(item.definition, missing));
		validateStore(item);
	},

	async execute(item) {
		const { name = '' } = item.fields;
		const unknown: UnknownOutcome = (what, status) =>
			connectionErrors.createUnknown(subjectOf(item), name, what, status);

		const entry = await store(item, withoutOff(item), { unknown, isCreate: true });
		return [toOutput(item, entry)];
	},
};

/** A new entry has these off unless the field is there at all, whatever its value. */
export function withoutOff({ definition, fields }: Item): ValidFields {
	const isOff = (name: string, value: string) =>
		definition.fields[name]?.onWhenPresent && value === '0';
	return Object.fromEntries(Object.entries(fields).filter(([name, value]) => !isOff(name, value)));
}
