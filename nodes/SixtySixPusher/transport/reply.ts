import type { IDataObject } from 'n8n-workflow';

import { type Failure, refusalFailures } from './failures';
import { namedWait } from './pace';
import { isRecord, type JsonRecord } from './values';

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
	/** Not done, and certain not to be. */
	| { is: 'refused'; failure: Failure }
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

/**
 * Judges a reply by its status and the shape of its body. A status alone proves nothing: an
 * installation answers 200 for a refused image, and a proxy answers 200 with a web page.
 */
export function verdictOn(reply: Reply): Verdict {
	const { status, headers, body } = reply;
	const said = apiWords(body);

	if (status >= 200 && status < 300) return verdictOnSuccess(reply, said);
	if (status >= 300 && status < 400) {
		return { is: 'refused', failure: refusalFailures.redirect(status, redirectTarget(headers)) };
	}

	const wait = namedWait(headers);
	if (status === 429 || (status === 503 && wait !== undefined)) {
		return { is: 'tooMany', status, wait };
	}
	if (status >= 500) {
		return { is: 'unclear', what: `answered HTTP ${status}${said ? `: ${said}` : ''}`, status };
	}
	if (said !== '' && status === 401) return { is: 'unauthorised', said, status };
	if (said !== '' && status === 404) return { is: 'missing', said, status };
	return {
		is: 'refused',
		failure: said === '' ? refusalFailures.noApi(status) : refusalFailures.refused(said, status),
	};
}

function verdictOnSuccess({ status, body }: Reply, said: string): Verdict {
	if (body === '' || body === undefined || body === null) return { is: 'sound' };
	if (typeof body === 'string') {
		const what = body.trimStart().startsWith('<')
			? 'answered with a web page in place of data'
			: 'answered with data that is cut off or not JSON';
		return { is: 'unclear', what: `${what} (HTTP ${status})`, status };
	}
	if (!isRecord(body)) {
		return { is: 'unclear', what: `answered with data of another kind (HTTP ${status})`, status };
	}
	if (body.status === 'error' || said !== '') {
		return {
			is: 'refused',
			failure: refusalFailures.statusError(said || 'no reason given', status),
		};
	}
	return { is: 'sound', json: body };
}

/**
 * What the API says of a request that it did not do: the titles of `errors`, or, with the status
 * `error` in the body, its `message`. Empty where it says nothing.
 */
function apiWords(body: unknown): string {
	if (!isRecord(body)) return '';

	const said = Array.isArray(body.errors)
		? body.errors.map((error: unknown) => (isRecord(error) ? error.title : error))
		: body.status === 'error'
			? [body.message].flat()
			: [];

	const words = said.filter((word) => typeof word === 'string' && word.trim() !== '').join('; ');
	return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;
}

/** The address to enter as base URL, where a redirect names one: without the API's own path. */
function redirectTarget(headers: IDataObject): string | undefined {
	const location = String(headers.location ?? '');
	if (!URL.canParse(location)) return undefined;

	const { origin, pathname } = new URL(location);
	return `${origin}${pathname.replace(/\/api\/.*$/, '').replace(/\/+$/, '')}`;
}
