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

const NO_REASON = 'no reason given';

/**
 * Judges a reply by its status and the shape of its body. A status alone proves nothing: an
 * installation answers 200 for a refused image, and a proxy answers 200 with a web page.
 */
export function verdictOn(reply: Reply): Verdict {
	const { status, headers, body } = reply;
	const said = apiWords(body, status);

	if (status >= 200 && status < 300) return verdictOnSuccess(reply, said);
	if (status >= 300 && status < 400) {
		return { is: 'refused', failure: redirect(status, headers) };
	}

	const wait = namedWait(headers);
	if (status === 429 || (status === 503 && wait !== undefined)) {
		return { is: 'tooMany', status, wait };
	}
	if (status >= 500) {
		return { is: 'unclear', what: `answered HTTP ${status}${said ? `: ${said}` : ''}`, status };
	}
	if (status === 401 && isRecord(body)) {
		return { is: 'unauthorised', said: said || NO_REASON, status };
	}
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
			failure: refusalFailures.statusError(said || NO_REASON, status),
		};
	}
	return { is: 'sound', json: body };
}

/**
 * What the API says of a request that it did not do: the titles of `errors`, or, where it answers
 * with a bad status or tells one in the body, its `message`. Empty where it says nothing.
 */
function apiWords(body: unknown, status: number): string {
	if (!isRecord(body)) return '';

	const isRefusal = status >= 400 || body.status === 'error';
	const said = Array.isArray(body.errors)
		? body.errors.map((error: unknown) => (isRecord(error) ? error.title : error))
		: isRefusal
			? [body.message].flat()
			: [];

	const words = said.filter((word) => typeof word === 'string' && word.trim() !== '').join('; ');
	return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;
}

/** Where a redirect points, without its query, and the base URL where that is an API's address. */
function redirect(status: number, headers: IDataObject): Failure {
	const location = String(headers.location ?? '');
	if (!URL.canParse(location)) {
		return refusalFailures.redirect(status, location || 'nowhere', undefined);
	}
	const { origin, pathname } = new URL(location);
	const [path, ...afterApi] = pathname.split(/\/api(?=\/|$)/);
	const baseUrl = afterApi.length > 0 ? origin + path : undefined;
	return refusalFailures.redirect(status, baseUrl ?? origin + pathname, baseUrl);
}
