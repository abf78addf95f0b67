import type { IDataObject } from 'n8n-workflow';

import type { OutputFields } from '../resources/definition';
import { type Entry, isRecord } from '../transport/values';
import type { Item } from './item';
import { simplifies } from './options';

/** Names under which an installation may report a secret of the website or the account. */
const SECRET = /^(?:private_?key|api_?key)$/i;

/** The entry as output: its most useful fields or, with *Simplify* off, all that may be output. */
export function toOutput(item: Item, entry: Entry): IDataObject {
	const { publicFields, simplified } = item.definition;
	if (simplifies(item)) {
		return withObjects(pick(entry, Object.keys(simplified)), simplified);
	}
	if (publicFields === undefined) return withoutSecrets(entry);
	// What stands deeper is people's own, e.g. a custom parameter named `keys`.
	const isPublic = (name: string) => publicFields.test(name) && !isSecret(name, entry[name]);
	return pick(entry, Object.keys(entry).filter(isPublic));
}

/** PHP writes an empty object as `[]`. */
function withObjects(output: IDataObject, fields: OutputFields): IDataObject {
	for (const [name, value] of Object.entries(output)) {
		if (fields[name] === 'object' && Array.isArray(value) && value.length === 0) output[name] = {};
	}
	return output;
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
