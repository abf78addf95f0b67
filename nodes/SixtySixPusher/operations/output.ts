import type { IDataObject } from 'n8n-workflow';

import { type Entry, isRecord } from '../transport/values';
import type { Item } from './item';
import { simplifies } from './options';

/** Names under which an installation may report a secret of the website or the account. */
const SECRET = /^(?:private_?key|api_?key)$/i;

/**
 * The entry as output: its most useful fields or, with *Simplify* off, all that may be output.
 *
 * @param requested of the fields that are output on request only, those that were asked for
 */
export function toOutput(item: Item, entry: Entry, requested: readonly string[] = []): IDataObject {
	const { publicFields, simplified, onRequest } = item.definition;
	if (simplifies(item)) return pick(entry, [...Object.keys(simplified), ...requested]);

	const left = onRequest?.fields.filter((name) => !requested.includes(name)) ?? [];
	const names = Object.keys(entry).filter(
		(name) => (publicFields?.test(name) ?? true) && !left.includes(name),
	);
	return withoutSecrets(publicFields || onRequest ? pick(entry, names) : entry);
}

/** The entry without these fields. */
export function without(entry: Entry, names: readonly string[]): Entry {
	const kept = Object.entries(entry).filter(([name]) => !names.includes(name));
	return { ...Object.fromEntries(kept), id: entry.id };
}

function pick(entry: Entry, names: string[]): IDataObject {
	const present = names.filter((name) => name in entry);
	return Object.fromEntries(present.map((name) => [name, entry[name]]));
}

/** The entry itself if it contains no secret: copying each of ten thousand takes a while. */
function withoutSecrets(entry: IDataObject): IDataObject {
	if (!containsSecret(entry)) return entry;
	return JSON.parse(JSON.stringify(entry), (name, value) =>
		isSecret(name, value) ? undefined : value,
	);
}

/** Keys in a single text can't be told apart. */
function isSecret(name: string, value: unknown): boolean {
	return SECRET.test(name) || (name === 'keys' && typeof value === 'string');
}

function containsSecret(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(containsSecret);
	if (!isRecord(value)) return false;
	for (const name in value) {
		if (isSecret(name, value[name]) || containsSecret(value[name])) return true;
	}
	return false;
}
