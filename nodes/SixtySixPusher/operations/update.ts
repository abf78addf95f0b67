import { connectionErrors } from '../errors/connectionErrors';
import { inputErrors } from '../errors/inputErrors';
import { storedErrors } from '../errors/storedErrors';
import type { UnknownOutcome } from '../transport/request';
import { type Entry, isRecord, type JsonRecord } from '../transport/values';
import { type Item, type Operation, subjectOf } from './item';
import { store, validateStore } from './store';
import { labelOf } from './validate';

export const updateOperation: Operation = {
	validate(item) {
		if (Object.keys(item.fields).length === 0) throw inputErrors.nothingToUpdate();
		validateStore(item);
	},

	async execute(item) {
		const unknown: UnknownOutcome = (what, status) =>
			connectionErrors.updateUnknown(subjectOf(item), what, status);

		const { entry, output } = await store(item, item.fields, { unknown });
		verifyCleared(item, entry);
		return [output];
	},
};

/**
 * Some installations leave a text as it is if an empty one is sent.
 *
 * @throws {PusherError} when the entry still has a text that was to be cleared
 */
export function verifyCleared(item: Item, entry: Entry): void {
	const { definition, fields } = item;
	const stored: JsonRecord = { ...(isRecord(entry.settings) ? entry.settings : {}), ...entry };
	const kept = Object.keys(fields).find((name) => fields[name] === '' && Boolean(stored[name]));
	if (kept !== undefined) {
		throw storedErrors.notCleared(subjectOf(item), labelOf(definition, kept));
	}
}
