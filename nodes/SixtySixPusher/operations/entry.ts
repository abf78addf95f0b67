import { connectionErrors } from '../errors/connectionErrors';
import { request, type UnknownOutcome } from '../transport/request';
import { type Entry, isEntry, type JsonRecord, positiveInteger } from '../transport/values';
import { type Item, subjectOf } from './item';

/**
 * The entry in a response's `data`: whole, or its ID alone.
 *
 * @throws {PusherError} made by `unknown`, if there is none, or another one than the item is about
 */
export function entryIn(
	{ definition, id }: Item,
	response: JsonRecord | undefined,
	unknown: UnknownOutcome,
): Entry {
	const { singular } = definition;
	// Some installations name a new entry's ID beside `data` or instead of it.
	const data = isEntry(response?.data) ? response.data : (response?.data ?? response);
	if (Array.isArray(data)) throw unknown(`answered with a list instead of one ${singular}`);
	if (!isEntry(data)) throw unknown(`answered without the ${singular}'s ID`);
	if (id !== '' && positiveInteger(data.id) !== id) {
		throw unknown(`answered with ${singular} ${data.id} instead of ${singular} ${id}`);
	}
	return data;
}

/** @throws {PusherError} when the entry can't be read */
export async function fetchEntry(item: Item, id: string): Promise<Entry> {
	const url = `${item.definition.path}/${id}`;
	const response = await request(item, { method: 'GET', url, subject: subjectOf(item, id) });
	return entryIn({ ...item, id }, response, connectionErrors.nothingRead);
}
