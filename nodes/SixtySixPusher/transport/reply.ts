import type { IDataObject } from 'n8n-workflow';

import { type Failure, refusalFailures, storedFailures } from './failures';
import { namedWait, retryAfter } from './pace';
import { isRecord, type JsonRecord, positiveInteger } from './values';

export interface Reply {
	status: number;
	headers: IDataObject;
	/** JSON where it could be parsed, else the text as it came. */
	body: unknown;
}

/** What a reply says of the request, whatever the request was about. */
export type Verdict =
	/** Done. `json` is missing where the reply is empty. */
	| { is: 'sound'; json?: JsonRecord }
	/** Not done, by what it says. `made` is what to say of a create where it tells of a flow as well. */
	| { is: 'refused'; failure: Failure; made?: Failure }
	| { is: 'tooMany'; status: number; wait?: number }
	| { is: 'unauthorised'; said: string; status: number }
	| { is: 'missing'; said: string; status: number }
	/**
	 * Done or not: the reply doesn't tell. `what` goes on from "The installation …". `unsent` is what
	 * to say where the request can't even have arrived.
	 */
	| { is: 'unclear'; what: string; status?: number; unsent?: Failure };

/** The API's own words are shown up to this length. */
const LONGEST_QUOTE = 300;

const NO_REASON = 'no reason given';

/** Where the words are looked for in what a reply says of errors: no deeper than this. */
const DEEPEST_WORDS = 4;

const ERROR_STATUS = /^(?:error|fail|failed|failure)$/i;

/** The server or a proxy gave up on the request while it was being read or done. */
const GIVEN_UP = new Set([408, 499]);

/**
 * Judges a reply by its status and the shape of its body. A status alone proves nothing: an
 * installation answers 200 for a refused image, and a proxy answers 200 with a web page.
 */
export function verdictOn(reply: Reply): Verdict {
	const { status, headers, body } = reply;
	const said = apiWords(body, status);
	const { location } = headers;

	if (status < 300) return verdictOnSuccess(reply, said);
	if (status < 400 && typeof location === 'string') {
		return { is: 'refused', failure: redirect(status, location) };
	}

	// Some installations tell with every reply when their window of requests ends: a 503 with that
	// alone may be a server that broke down in the middle of the request.
	const wait = status === 429 ? namedWait(headers) : retryAfter(headers);
	if (status === 429 || (status === 503 && wait !== undefined)) {
		return { is: 'tooMany', status, wait };
	}
	if (status >= 500 || GIVEN_UP.has(status)) {
		return { is: 'unclear', what: `answered HTTP ${status}${said ? `: ${said}` : ''}`, status };
	}
	if (status === 401 && isRecord(body)) {
		return { is: 'unauthorised', said: said || NO_REASON, status };
	}
	if (said !== '' && status === 404) return { is: 'missing', said, status };
	return { is: 'refused', failure: refusal(said, status) };
}

function refusal(said: string, status: number): Failure {
	if (said !== '') return refusalFailures.refused(said, status);
	return status === 413 ? refusalFailures.tooLarge(status) : refusalFailures.noApi(status);
}

function verdictOnSuccess({ status, body }: Reply, said: string): Verdict {
	if (body === '' || body === undefined || body === null) return { is: 'sound' };
	if (typeof body === 'string') {
		const what = body.trimStart().startsWith('<')
			? 'answered with a web page instead of data'
			: 'answered with data that is cut off or not JSON';
		return { is: 'unclear', what: `${what} (HTTP ${status})`, status };
	}
	if (!isRecord(body)) {
		return { is: 'unclear', what: `answered with data of another kind (HTTP ${status})`, status };
	}
	if (tellsError(body)) {
		const words = said || NO_REASON;
		const flowId = isRecord(body.data) ? positiveInteger(body.data.id) : undefined;
		return {
			is: 'refused',
			failure: refusalFailures.statusError(words, status),
			made: flowId === undefined ? undefined : storedFailures.withError(flowId, words, status),
		};
	}
	return { is: 'sound', json: body };
}

/** Whether a reply says that something went wrong, whatever its status. */
function tellsError({ status, success, errors, error }: JsonRecord): boolean {
	const hasErrorStatus = typeof status === 'string' && ERROR_STATUS.test(status);
	return hasErrorStatus || success === false || holdsSomething(errors) || holdsSomething(error);
}

function holdsSomething(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
	return Boolean(value);
}

/**
 * What the API says of a request that it did not do: the titles of its `errors`, or what stands where
 * other software has them. Empty where it says nothing.
 */
function apiWords(body: unknown, status: number): string {
	if (!isRecord(body)) return '';

	const isRefusal = status >= 400 || tellsError(body);
	const places = [body.errors, body.error, isRefusal ? body.message : undefined];
	const said = places.map((place) => wordsIn(place)).find((words) => words.length > 0) ?? [];
	return shortened(said.join('; '));
}

function wordsIn(value: unknown, depth = 0): string[] {
	if (typeof value === 'string') return value.trim() === '' ? [] : [value];
	if (typeof value !== 'object' || value === null || depth === DEEPEST_WORDS) return [];

	const { title, detail, message }: JsonRecord = { ...value };
	const words = [title, detail, message].find((word) => typeof word === 'string');
	const parts: unknown[] = words === undefined ? Object.values(value) : [words];
	return parts.flatMap((part) => wordsIn(part, depth + 1));
}

/** Cut between words: of an API key that stands there, a part would not be known for one. */
function shortened(words: string): string {
	if (words.length <= LONGEST_QUOTE) return words;
	return `${words.slice(0, LONGEST_QUOTE).replace(/\S+$/, '').trimEnd()} …`;
}

/** Where a redirect points, without its query, and the base URL where that is an API's address. */
function redirect(status: number, location: string): Failure {
	if (!URL.canParse(location)) return refusalFailures.redirect(status, location, undefined);
	const { origin, pathname } = new URL(location);
	const [path, ...afterApi] = pathname.split(/\/api(?=\/|$)/);
	const baseUrl = afterApi.length > 0 ? origin + path : undefined;
	return refusalFailures.redirect(status, baseUrl ?? origin + pathname, baseUrl);
}
