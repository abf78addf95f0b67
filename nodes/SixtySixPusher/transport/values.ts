import type { IDataObject } from 'n8n-workflow';

/** A JSON object whose values are still to be checked. */
export type JsonRecord = Record<string, unknown>;

/** An entry of one of the API's lists. Each has an ID. */
export interface Entry extends IDataObject {
	id: number | string;
}

export function isRecord(value: unknown): value is JsonRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isEntry(value: unknown): value is Entry {
	return isRecord(value) && positiveInteger(value.id) !== undefined;
}

/** An object or a list, also as JSON text; of anything else, what it is. */
export function parsedJson(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

/** The decimal text of a positive integer, or undefined for anything else, e.g. `12abc` or 1.5. */
export function positiveInteger(value: unknown): string | undefined {
	if (typeof value !== 'number' && typeof value !== 'string') return undefined;
	const text = String(value).trim();
	return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text)) ? text : undefined;
}

/**
 * A boolean, also as expressions return it from a form or a table cell: the word, or 1 and 0.
 * Undefined for anything else.
 */
export function toBoolean(value: unknown): boolean | undefined {
	switch (String(value).trim().toLowerCase()) {
		case 'true':
		case '1':
			return true;
		case 'false':
		case '0':
			return false;
		default:
			return undefined;
	}
}
