import { isRecord, type JsonRecord, toBoolean } from './values';

/** The API's own words are shown up to this length. */
const MAX_LENGTH = 300;

/** How deep to look for words in what a response says about errors. */
const MAX_DEPTH = 4;

const ERROR_STATUS =
	/^(?:error|fail|failed|failure|unauthori[sz]ed|unauthenticated|forbidden|denied|not[_ ]?found|[45]\d\d)$/i;

/** Whether a response says that something went wrong, whatever its status. */
export function reportsError({ status, success, ok, errors, error }: JsonRecord): boolean {
	const hasErrorStatus = ERROR_STATUS.test(String(status));
	const isDenied = [success, ok].some((value) => value !== undefined && toBoolean(value) === false);
	return hasErrorStatus || isDenied || hasContent(errors) || hasContent(error);
}

function hasContent(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
	return Boolean(value);
}

/**
 * What the API says about a request that it did not carry out: the titles of its `errors`, or what
 * stands where other software has them. Empty if it says nothing.
 */
export function apiMessageIn(body: unknown, status: number): string {
	if (!isRecord(body)) return '';

	const isRefusal = status >= 400 || reportsError(body);
	const places = [body.errors, body.error, isRefusal ? body.message : undefined];
	const messages = places.map((place) => messagesIn(place)).find((found) => found.length > 0) ?? [];
	return shortened(messages.join('; '));
}

function messagesIn(value: unknown, depth = 0): string[] {
	if (typeof value === 'string') return value.trim() === '' ? [] : [value];
	if (typeof value !== 'object' || value === null || depth === MAX_DEPTH) return [];

	const { title, detail, message }: JsonRecord = { ...value };
	const text = [title, detail, message].find((candidate) => typeof candidate === 'string');
	const parts: unknown[] = text === undefined ? Object.values(value) : [text];
	return parts.flatMap((part) => messagesIn(part, depth + 1));
}

/** Cut between words: half an API key would escape redaction. */
function shortened(text: string): string {
	if (text.length <= MAX_LENGTH) return text;
	return `${text.slice(0, MAX_LENGTH).replace(/\S+$/, '').trimEnd()} …`;
}
