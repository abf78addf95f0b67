import { inputErrors } from '../errors/inputErrors';
import type { FieldRule } from '../resources/definition';
import { isDate } from './dateTime';

/** People and language models write options in upper or lower case. */
export function equal(value: unknown, known: string): boolean {
	return String(value).trim().toLowerCase() === known.toLowerCase();
}

/**
 * A value as text, or undefined if its expression returned nothing.
 *
 * @throws {PusherError} for what is no text, is empty although it must not be, or would be cut
 */
export function plainText(
	{ label, mustHaveText, maxLength }: FieldRule,
	value: unknown,
): string | undefined {
	if (isDate(value)) throw inputErrors.notShown(label);
	const isObject = typeof value === 'object' && value !== null;
	if (isObject || Number.isNaN(value)) throw inputErrors.notText(label);
	if (mustHaveText && isBlank(value)) throw inputErrors.empty(label);
	if (value === undefined || value === null) return undefined;

	const text = String(value);
	if (/\p{Surrogate}/u.test(text)) throw inputErrors.brokenText(label);
	const length = [...text].length;
	if (maxLength !== undefined && length > maxLength) {
		throw inputErrors.tooLong(label, length, maxLength);
	}
	return text;
}

export function isBlank(value: unknown): boolean {
	return value === undefined || value === null || String(value).trim() === '';
}
