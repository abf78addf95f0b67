'use strict';

/**
 * What can go wrong between the node and an installation, and how each operation ends. The tests check
 * the node against this table, and docs/faults.md is written from it.
 *
 * Outcomes: `done`, the operation succeeds (`retries`, after repeating the request; `waits`, after
 * waiting for the rate limit); `refused`, it fails and nothing was changed; `unknown`, it fails and the
 * message says that it may have been carried out; `fails`, a read fails; `stored`, it fails and the
 * message names the flow that was stored.
 */

/**
 * @typedef {'create' | 'update' | 'get' | 'getAll' | 'delete'} Operation
 *
 * @typedef {'done' | 'retries' | 'waits' | 'refused' | 'unknown' | 'fails' | 'stored'} OutcomeName
 *
 * @typedef {[name: OutcomeName, message?: RegExp]} Outcome
 *
 * @typedef {Partial<Record<Operation, Outcome>>} Outcomes
 *
 * @typedef {Parameters<Awaited<ReturnType<typeof import('../../tools/sandbox').startSandbox>>['faults']['add']>[0]} Fault
 *
 * @typedef {object} FaultRow
 * @property {string} name
 * @property {Fault} fault for the sandbox
 * @property {Outcomes} outcomes
 * @property {Operation[]} [on] the operations that it can happen to; default: all
 * @property {string} [what] the part of the message that says what happened
 * @property {object} [parameters] of the node
 * @property {boolean} [everyRequest]
 * @property {boolean} [elsewhere]
 */

/** @type {Operation[]} */
const OPERATIONS = ['create', 'update', 'get', 'getAll', 'delete'];

/** @type {(fault: Fault) => Fault} */
const always = (fault) => ({ ...fault, times: Infinity });
/** @type {(fault: Fault) => Fault} */
const once = (fault) => ({ ...fault, times: 1 });
const errors = (/** @type {number} */ status, title = 'Not today') => ({
	status,
	body: { errors: [{ title, status }] },
	headers: { 'content-type': 'application/json' },
});

/**
 * What each operation makes of a fault after which nobody knows whether the request was done.
 *
 * @type {Outcomes}
 */
const UNKNOWN = {
	create: ['unknown', /^The flow may or may not have been created: the installation /],
	update: ['unknown', /^Flow 1 may or may not have been updated: the installation /],
	get: ['fails', /^The installation /],
	getAll: ['fails', /^The installation /],
	delete: ['unknown', /^Flow 1 may or may not have been deleted: the installation /],
};

/**
 * The same when it happens once: whatever may be repeated is, and ends well.
 *
 * @type {Outcomes}
 */
const UNKNOWN_ONCE = {
	...UNKNOWN,
	get: ['retries'],
	getAll: ['retries'],
	delete: ['retries'],
};

/** @type {(outcome: Outcome) => Outcomes} */
const everywhere = (outcome) => Object.fromEntries(OPERATIONS.map((name) => [name, outcome]));
/** @type {(message: RegExp) => Outcomes} */
const refusedEverywhere = (message) => everywhere(['refused', message]);

/** @type {FaultRow[]} */
const FAULTS = [
	{
		name: 'A web page with status 200, such as a maintenance or login page',
		fault: always({ answer: { kind: 'htmlPage' } }),
		outcomes: UNKNOWN,
		what: 'answered with a web page instead of data (HTTP 200)',
	},
	{
		name: 'The same, once and after the request was carried out',
		fault: once({ carriedOut: true, answer: { kind: 'htmlPage' } }),
		outcomes: UNKNOWN_ONCE,
	},
	{
		name: 'JSON that is cut off',
		fault: always({ answer: { kind: 'cutJson' } }),
		outcomes: UNKNOWN,
		what: 'answered with data that is cut off or not JSON (HTTP 200)',
	},
	{
		name: 'An empty response with status 200',
		fault: always({ carriedOut: true, answer: { kind: 'emptyBody' } }),
		outcomes: { ...UNKNOWN, delete: ['done'] },
	},
	{
		name: 'An empty JSON object',
		fault: always({ carriedOut: true, answer: { kind: 'emptyObject' } }),
		outcomes: { ...UNKNOWN, delete: ['done'] },
	},
	{
		name: 'JSON that is not an object',
		fault: always({
			answer: { status: 200, body: '"ok"', headers: { 'content-type': 'application/json' } },
		}),
		outcomes: UNKNOWN,
	},
	{
		name: 'Status 200 with `status: "error"`, as for a refused image',
		fault: always({ answer: { kind: 'statusError', messages: ['Too large', 'Wrong kind'] } }),
		outcomes: refusedEverywhere(
			/^The installation refused this: Too large; Wrong kind \(HTTP 200\)/,
		),
	},
	{
		name: 'A list instead of one flow',
		fault: always({ answer: { kind: 'listInsteadOfFlow' } }),
		outcomes: { ...UNKNOWN, getAll: ['done'] },
		what: 'answered with a list',
	},
	{
		name: 'One flow instead of a list',
		fault: always({ answer: { kind: 'flowInsteadOfList' } }),
		on: ['getAll'],
		outcomes: { getAll: ['fails', /^The installation answered with something other than a page/] },
	},
	{
		name: 'A flow without an ID',
		fault: always({ carriedOut: true, answer: { kind: 'withoutId' } }),
		on: ['create', 'update', 'get', 'getAll'],
		outcomes: UNKNOWN,
	},
	{
		name: 'A flow other than the requested one',
		fault: always({ carriedOut: true, answer: { kind: 'otherId', id: 77 } }),
		on: ['update', 'get'],
		outcomes: UNKNOWN,
		what: 'answered with flow 77 instead of flow 1',
	},
	{
		name: 'A redirect to another host',
		fault: always({
			answer: { kind: 'redirect', status: 307, location: 'https://elsewhere.example/api/flows' },
		}),
		outcomes: refusedEverywhere(
			/^The installation redirects to https:\/\/elsewhere\.example \(HTTP 307\), which is not followed/,
		),
	},
	{
		name: 'A redirect from http to https',
		fault: always({
			answer: { kind: 'redirect', status: 301, location: 'https://x.example/push/api/flows/1' },
		}),
		outcomes: refusedEverywhere(
			/^The installation redirects to https:\/\/x\.example\/push \(HTTP 301\)/,
		),
	},
	{
		name: 'A redirect to a login page of another host',
		fault: always({
			answer: { kind: 'redirect', status: 302, location: 'https://login.example/start?next=x' },
		}),
		outcomes: refusedEverywhere(
			/^The installation redirects to https:\/\/login\.example\/start \(HTTP 302\), which/,
		),
	},
	{
		name: 'A redirect to a path, such as a login page',
		fault: always({ answer: { status: 302, headers: { location: '/login' } } }),
		outcomes: refusedEverywhere(/^The installation redirects to \/login \(HTTP 302\)/),
	},
	{
		name: 'Status 401 for every request: a wrong key, or a plan without the API',
		fault: always({ answer: errors(401, 'Unknown key') }),
		everyRequest: true,
		outcomes: refusedEverywhere(
			/^The installation does not accept the API key: Unknown key \(HTTP 401\)/,
		),
	},
	{
		name: 'Status 401 for a write only: a missing field, or a plan that is used up',
		fault: always({ answer: errors(401, 'Limit reached') }),
		on: ['create', 'update', 'delete'],
		outcomes: refusedEverywhere(/^The installation refused this: Limit reached \(HTTP 401\)/),
	},
	{
		name: 'Status 401 with a web page, as from a server that asks for a password',
		fault: always({ answer: { kind: 'htmlPage', status: 401 } }),
		outcomes: refusedEverywhere(/^No 66pusher API answers at this address \(HTTP 401\)/),
	},
	{
		name: 'Status 401 without a reason',
		fault: always({ answer: { status: 401, body: {} } }),
		everyRequest: true,
		outcomes: refusedEverywhere(
			/^The installation does not accept the API key: no reason given \(HTTP 401\)/,
		),
	},
	{
		name: 'Status 400 with a message in another format',
		fault: always({ answer: { status: 400, body: { message: 'Not like this' } } }),
		outcomes: refusedEverywhere(/^The installation refused this: Not like this \(HTTP 400\)/),
	},
	{
		name: 'Status 403',
		fault: always({ answer: errors(403) }),
		outcomes: refusedEverywhere(/^The installation refused this: Not today \(HTTP 403\)/),
	},
	{
		name: 'Status 403 with a web page, as from a firewall',
		fault: always({ answer: { kind: 'htmlPage', status: 403 } }),
		outcomes: refusedEverywhere(/^No 66pusher API answers at this address \(HTTP 403\)/),
	},
	{
		name: 'Status 404 with a message of the API',
		fault: always({ answer: errors(404, 'Gone') }),
		outcomes: {
			...refusedEverywhere(/^Not found on the installation: Gone \(HTTP 404\)/),
			get: ['refused', /^Flow 1 does not exist: Gone \(HTTP 404\)/],
			delete: ['refused', /^Flow 1 does not exist: Gone \(HTTP 404\)/],
		},
	},
	{
		name: 'Status 404 with a web page: the API is switched off, or the path is wrong',
		fault: always({ answer: { kind: 'htmlPage', status: 404 } }),
		outcomes: refusedEverywhere(/^No 66pusher API answers at this address \(HTTP 404\)/),
	},
	{
		name: 'Status 422',
		fault: always({ answer: errors(422) }),
		outcomes: refusedEverywhere(/^The installation refused this: Not today \(HTTP 422\)/),
	},
	{
		name: 'Status 500, always',
		fault: always({ answer: errors(500, 'Oops') }),
		outcomes: UNKNOWN,
		what: 'answered HTTP 500: Oops',
	},
	{
		name: 'Status 500, once and after the request was carried out',
		fault: once({ carriedOut: true, answer: errors(500) }),
		outcomes: UNKNOWN_ONCE,
	},
	{
		name: 'Status 502 with a web page, once',
		fault: once({ answer: { kind: 'htmlPage', status: 502 } }),
		outcomes: UNKNOWN_ONCE,
	},
	{
		name: 'Status 503 with `Retry-After`',
		fault: once({ answer: { kind: 'rateLimited', status: 503, retryAfter: 1 } }),
		outcomes: everywhere(['waits']),
	},
	{
		name: 'Status 503 without `Retry-After`, always',
		fault: always({ answer: { kind: 'htmlPage', status: 503 } }),
		outcomes: UNKNOWN,
		what: 'answered HTTP 503',
	},
	{
		name: 'Status 503 with `X-RateLimit-Reset` only, once and after the request was carried out',
		fault: once({
			carriedOut: true,
			answer: { kind: 'rateLimited', status: 503, resetSeconds: 1 },
		}),
		outcomes: UNKNOWN_ONCE,
	},
	{
		name: 'Status 429 with `X-RateLimit-Reset`',
		fault: once({ answer: { kind: 'rateLimited', resetSeconds: 1 } }),
		outcomes: everywhere(['waits']),
	},
	{
		name: 'Status 429 with `Retry-After`',
		fault: once({ answer: { kind: 'rateLimited', retryAfter: 1 } }),
		outcomes: everywhere(['waits']),
	},
	{
		name: 'Status 429 without a time to wait',
		fault: { answer: { kind: 'rateLimited' }, times: 2 },
		outcomes: everywhere(['waits']),
	},
	{
		name: 'Status 429 with a longer wait than the node accepts',
		fault: always({ answer: { kind: 'rateLimited', retryAfter: 3600 } }),
		outcomes: refusedEverywhere(/^The installation accepts no more requests for now \(HTTP 429\)/),
	},
	{
		name: 'A connection that is reset before the request is carried out, always',
		fault: always({ answer: { kind: 'reset' } }),
		outcomes: UNKNOWN,
		what: 'did not respond (ECONNRESET)',
	},
	{
		name: 'A connection that is reset after the request was carried out, once',
		fault: once({ carriedOut: true, answer: { kind: 'reset' } }),
		outcomes: UNKNOWN_ONCE,
	},
	{
		name: 'A response that is cut off, once and after the request was carried out',
		fault: once({ carriedOut: true, answer: { kind: 'cutConnection' } }),
		outcomes: UNKNOWN_ONCE,
	},
	{
		name: 'No response within the timeout, once and after the request was carried out',
		fault: once({ carriedOut: true, answer: { kind: 'silence' } }),
		parameters: { requestOptions: { timeout: 3000 } },
		outcomes: UNKNOWN_ONCE,
	},
	{
		name: 'A failed read-back after a create or update',
		fault: always({ on: { operation: 'get' }, answer: errors(403) }),
		on: ['create', 'update'],
		elsewhere: true,
		outcomes: everywhere(['stored', /^Flow \d was stored, but could not be read back: /]),
	},
	{
		name: 'A refusal that repeats the API key',
		fault: always({ answer: { kind: 'echoKey', status: 403 } }),
		outcomes: refusedEverywhere(
			/^The installation refused this: Refused "Authorization: Bearer \*{5}"/,
		),
	},
];

module.exports = { FAULTS, OPERATIONS };
