/** Plain JSON, once it is known to be an object. */
export type JsonRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is JsonRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The decimal text of a positive integer, or undefined for anything else, such as `12abc` or 1.5. */
export function positiveInteger(value: unknown): string | undefined {
	if (typeof value !== 'number' && typeof value !== 'string') return undefined;
	const text = String(value).trim();
	return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text)) ? text : undefined;
}

/**
 * A switch's value, also as expressions give it from a form or a table cell: the word, or 1 and 0.
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
