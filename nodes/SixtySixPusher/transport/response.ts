import type { IDataObject } from 'n8n-workflow';

import { connectionErrors } from '../errors/connectionErrors';
import { meaningOf } from '../errors/networkCodes';
import type { PusherError } from '../errors/PusherError';
import { refusalErrors } from '../errors/refusalErrors';
import { apiMessageIn, reportsError } from './apiMessage';
import { withoutNotices } from './phpNotices';
import { rateLimitWait, retryAfter } from './retryAfter';
import { isRecord, type JsonRecord, positiveInteger } from './values';

export interface Response {
	status: number;
	headers: IDataObject;
	/** JSON if it could be parsed, else the text as it came. */
	body: unknown;
}

/** What came of a request, whatever it was about. */
export type Outcome =
	/** Carried out. `json` is missing if the response is empty. */
	| { is: 'ok'; json?: JsonRecord }
	/** Not carried out, by what it says. `stored` if it names an entry all the same. */
	| {
			is: 'refused';
			error: PusherError;
			stored?: { id: string; apiMessage: string; status: number };
	  }
	| { is: 'rateLimited'; status: number; waitMs?: number }
	| { is: 'unauthorized'; apiMessage: string; status: number }
	| { is: 'notFound'; apiMessage: string; status: number }
	/** It can't have reached the installation. */
	| { is: 'notSent'; error: PusherError }
	/** Carried out or not: nobody knows. `what` goes on from "The installation …". */
	| { is: 'unknown'; what: string; status?: number };

const NO_REASON = 'no reason given';

/** The server or a proxy gave up on the request while it was read or carried out. */
const GAVE_UP = new Set([408, 499]);

/** The connection was never made, so the request can't have reached the installation. */
const NOT_CONNECTED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EADDRNOTAVAIL',
	'EPROTO',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** A response came that is no HTTP (HPE) or whose compression is broken (Z). */
const UNREADABLE = /^(?:HPE|Z)_/;

/**
 * Judges a response by its status and the shape of its body. A status alone proves nothing: an
 * installation answers 200 for a refused image, and a proxy answers 200 with a web page.
 */
export function outcomeOf(response: Response): Outcome {
	const { status, headers } = response;
	const body = withoutNotices(response.body);
	const apiMessage = apiMessageIn(body, status);
	const { location } = headers;

	if (status < 300) return outcomeOfSuccess({ ...response, body }, apiMessage);
	if (status < 400 && typeof location === 'string') {
		return { is: 'refused', error: redirect(status, location) };
	}

	// Some installations say with every response when their rate limit window ends: a 503 with that
	// alone may be a server that broke down in the middle of the request.
	const waitMs = status === 429 ? rateLimitWait(headers) : retryAfter(headers);
	if (status === 429 || (status === 503 && waitMs !== undefined)) {
		return { is: 'rateLimited', status, waitMs };
	}
	if (status >= 500 || GAVE_UP.has(status)) {
		const what = `answered HTTP ${status}${apiMessage ? `: ${apiMessage}` : ''}`;
		return { is: 'unknown', what, status };
	}
	if (status === 401 && isRecord(body)) {
		return { is: 'unauthorized', apiMessage: apiMessage || NO_REASON, status };
	}
	if (apiMessage !== '' && status === 404) return { is: 'notFound', apiMessage, status };
	return { is: 'refused', error: refusal(apiMessage, status) };
}

/** What a status means if the response is not the API's, but of a server or proxy before it. */
const SERVER_REFUSALS: Readonly<Record<number, (status: number) => PusherError>> = {
	403: refusalErrors.blocked,
	405: refusalErrors.methodNotAllowed,
	406: refusalErrors.blocked,
	407: refusalErrors.proxyLogin,
	413: refusalErrors.tooLarge,
};

function refusal(apiMessage: string, status: number): PusherError {
	if (apiMessage !== '') return refusalErrors.refused(apiMessage, status);
	return (SERVER_REFUSALS[status] ?? refusalErrors.noApi)(status);
}

function outcomeOfSuccess({ status, body }: Response, apiMessage: string): Outcome {
	if (body === '' || body === undefined || body === null) return { is: 'ok' };
	if (typeof body === 'string') {
		const what = body.trimStart().startsWith('<')
			? 'answered with a web page instead of data'
			: 'answered with data that is cut off or not JSON';
		return { is: 'unknown', what: `${what} (HTTP ${status})`, status };
	}
	if (!isRecord(body)) {
		return { is: 'unknown', what: `answered with unexpected data (HTTP ${status})`, status };
	}
	if (!reportsError(body)) return { is: 'ok', json: body };

	const reason = apiMessage || NO_REASON;
	const id = isRecord(body.data) ? positiveInteger(body.data.id) : undefined;
	return {
		is: 'refused',
		error: refusalErrors.statusError(reason, status),
		stored: id === undefined ? undefined : { id, apiMessage: reason, status },
	};
}

/** Where a redirect points, without its query, and the base URL if that is an API's address. */
function redirect(status: number, location: string): PusherError {
	if (!URL.canParse(location)) {
		const [path = ''] = location.split(/[?#]/);
		return refusalErrors.redirect(status, path, undefined);
	}
	const { origin, pathname } = new URL(location);
	const [path, ...afterApi] = pathname.split(/\/api(?=\/|$)/);
	const baseUrl = afterApi.length > 0 ? origin + path : undefined;
	return refusalErrors.redirect(status, baseUrl ?? origin + pathname, baseUrl);
}

/** The request was sent and no response came, or it was not even sent. */
export function noResponse(error: unknown): Outcome {
	const chain = [...causes(error)];
	const wrong = chain.find(({ name }) => name === 'CredentialError');
	if (wrong) return { is: 'refused', error: connectionErrors.credential(wrong.message) };

	const network = chain.find(isNetworkError);
	if (network === undefined) {
		const reason = chain[0]?.message ?? String(error);
		return { is: 'refused', error: connectionErrors.notSent(reason) };
	}
	const { code } = network;
	if (NOT_CONNECTED.has(code)) return { is: 'notSent', error: connectionErrors.notConnected(code) };
	if (UNREADABLE.test(code))
		return { is: 'unknown', what: `answered with data that can't be read` };
	return { is: 'unknown', what: `did not respond: ${meaningOf(code)}` };
}

/** The error, what caused it, and so on: n8n wraps what its HTTP client throws. */
function* causes(error: unknown): Generator<Error> {
	for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause;
}

function isNetworkError(error: Error): error is Error & { code: string } {
	return 'code' in error && typeof error.code === 'string' && /^[A-Z][A-Z\d_]+$/.test(error.code);
}
