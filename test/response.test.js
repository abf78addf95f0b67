'use strict';

const {
	noResponse,
	outcomeOf,
} = require('../build/modules/nodes/SixtySixPusher/transport/response');

/**
 * The outcome of a response, with its error's message in place of the error.
 *
 * @param {number} status
 * @param {unknown} body
 * @param {any} [headers]
 */
const judge = (status, body, headers = {}) => withMessage(outcomeOf({ status, headers, body }));

/** @param {any} outcome */
function withMessage({ error, stored, ...outcome }) {
	return { ...outcome, ...(error && { message: error.message }), ...(stored && { stored }) };
}

/** @param {any} [json] */
const ok = (json) => (json ? { is: 'ok', json } : { is: 'ok' });

/** @param {string} message @param {any} [stored] */
const refused = (message, stored) => ({ is: 'refused', message, ...(stored && { stored }) });

/** @param {number} status @param {string} what */
const unknown = (status, what) => ({ is: 'unknown', what, status });

/** @param {number} status */
const NO_API = (status) => `No 66pusher API answers at this address (HTTP ${status})`;

/** @param {string} apiMessage @param {number} status */
const REFUSED = (apiMessage, status) =>
	`The installation refused this: ${apiMessage} (HTTP ${status})`;

/** @param {string} target @param {number} status */
const REDIRECTED = (target, status) =>
	`The installation redirects to ${target} (HTTP ${status}), which is not followed`;

describe('a response with status 2xx', () => {
	test.each([200, 201, 204, 299])('is a success if it is empty: %i', (status) => {
		for (const nothing of ['', undefined, null]) expect(judge(status, nothing)).toEqual(ok());
	});

	test.each([200, 201, 299])('is a success if it is an object: %i', (status) => {
		const json = { data: { id: 1 }, message: 'Stored', status: 'success', success: true };
		expect(judge(status, json)).toEqual(ok(json));
	});

	test.each([
		[{ errors: [], error: '' }],
		[{ errors: {}, error: null }],
		[{ errors: '', error: false }],
		[{ status: 200, success: undefined }],
		[{ status: 'no errors', success: 1, ok: true }],
		[{ status: 'the error is gone' }],
		[{ status: ['error'] }],
		[{ status: 'failsafe' }],
		[{ status: 'no error' }],
		[{ status: 399 }],
		[{ status: 600 }],
		[{ status: 4000 }],
		[{ success: 'nobody knows', ok: null }],
	])('reports no error with %j', (json) => {
		expect(judge(200, json)).toEqual(ok(json));
	});

	test.each([
		['<!doctype html>', 'answered with a web page instead of data (HTTP 200)'],
		[' \n<p>', 'answered with a web page instead of data (HTTP 200)'],
		['{"data":', 'answered with data that is cut off or not JSON (HTTP 200)'],
		['a < b', 'answered with data that is cut off or not JSON (HTTP 200)'],
		[[], 'answered with unexpected data (HTTP 200)'],
		[[{ id: 1 }], 'answered with unexpected data (HTTP 200)'],
		[7, 'answered with unexpected data (HTTP 200)'],
		[true, 'answered with unexpected data (HTTP 200)'],
	])('leaves the outcome unknown if it is %j', (body, what) => {
		expect(judge(200, body)).toEqual(unknown(200, what));
	});

	test.each([
		'error',
		'Error',
		'fail',
		'failed',
		'FAILURE',
		'unauthorized',
		'Unauthorised',
		'unauthenticated',
		'forbidden',
		'denied',
		'notfound',
		'not_found',
		'Not Found',
		'404',
		400,
		404,
		599,
	])('is a refusal if its body has the status %s', (status) => {
		expect(judge(200, { status })).toEqual(refused(REFUSED('no reason given', 200)));
		expect(judge(200, { status, message: 'Why' })).toEqual(refused(REFUSED('Why', 200)));
	});

	test.each([
		[{ success: false }, 'no reason given'],
		[{ success: 'false' }, 'no reason given'],
		[{ success: 0 }, 'no reason given'],
		[{ ok: false }, 'no reason given'],
		[{ ok: 'FALSE', message: 'Why' }, 'Why'],
		[{ error: true }, 'no reason given'],
		[{ error: 'Not so' }, 'Not so'],
		[{ errors: ['Not so'] }, 'Not so'],
		[{ errors: { ttl: 'Not so' } }, 'Not so'],
		[{ errors: 'Not so' }, 'Not so'],
	])('is a refusal if it is %j', (body, apiMessage) => {
		expect(judge(201, body)).toEqual(refused(REFUSED(apiMessage, 201)));
	});

	test.each([
		[{ data: { id: 12 } }, '12'],
		[{ data: { id: '12' } }, '12'],
		[{ data: { id: 'x' } }, undefined],
		[{ data: {} }, undefined],
		[{ data: [{ id: 12 }] }, undefined],
		[{ data: null }, undefined],
		[{}, undefined],
	])('and an error names the entry that was stored all the same in %j: %s', (body, id) => {
		const stored = id && { id, apiMessage: 'Not so', status: 201 };
		expect(judge(201, { ...body, error: 'Not so' })).toEqual(
			refused(REFUSED('Not so', 201), stored),
		);
	});

	test('names a stored entry also if the error gives no reason', () => {
		expect(judge(200, { success: false, data: { id: 12 } })).toEqual(
			refused(REFUSED('no reason given', 200), {
				id: '12',
				apiMessage: 'no reason given',
				status: 200,
			}),
		);
	});
});

describe('a redirect', () => {
	/** @param {number} status @param {string} location */
	const descriptionOf = (status, location) => {
		/** @type {any} */
		const outcome = outcomeOf({ status, headers: { location }, body: '' });
		return outcome.error.description;
	};

	test.each([
		[300, 'https://other.example/x?key=1#y', 'https://other.example/x'],
		[301, 'https://push.example/api/flows', 'https://push.example'],
		[302, 'https://push.example/sub/api/flows/12', 'https://push.example/sub'],
		[307, 'https://push.example/sub/api', 'https://push.example/sub'],
		[308, 'https://push.example/apis/api2', 'https://push.example/apis/api2'],
		[399, 'https://push.example/login', 'https://push.example/login'],
		[302, '/login', '/login'],
	])('%i to %s is refused, and shown as %s', (status, location, target) => {
		expect(judge(status, '', { location })).toEqual(refused(REDIRECTED(target, status)));
	});

	test('to an API names the base URL to enter', () => {
		expect(descriptionOf(301, 'https://push.example/sub/api/flows')).toContain(
			"enter https://push.example/sub as 'Base URL'",
		);
	});

	test.each(['/login', 'https://push.example/login', 'https://push.example/apis'])(
		'to %s may be a login',
		(location) => {
			expect(descriptionOf(302, location)).toContain('It may ask for a login');
		},
	);

	test.each([[{}], [{ location: ['https://a.example'] }]])(
		'without an address is not an API: %j',
		(headers) => {
			expect(judge(302, '', headers)).toEqual(refused(NO_API(302)));
		},
	);

	test.each([299, 400])('is not a response with status %i', (status) => {
		const { message, ...outcome } = judge(status, '', { location: 'https://push.example/' });
		expect(message).not.toEqual(expect.stringContaining('redirects'));
		expect(outcome.is).toBe(status === 299 ? 'ok' : 'refused');
	});
});

describe('a rate limit', () => {
	test.each([
		[429, {}, { is: 'rateLimited', status: 429, waitMs: undefined }],
		[429, { 'retry-after': '7' }, { is: 'rateLimited', status: 429, waitMs: 7000 }],
		[429, { 'x-ratelimit-reset': '7' }, { is: 'rateLimited', status: 429, waitMs: 7000 }],
		[503, { 'retry-after': '7' }, { is: 'rateLimited', status: 503, waitMs: 7000 }],
	])('is status %i with %j', (status, headers, outcome) => {
		expect(judge(status, '', headers)).toEqual(outcome);
	});

	test.each([
		[503, {}],
		[503, { 'x-ratelimit-reset': '7' }],
		[502, { 'retry-after': '7' }],
	])('is not status %i with %j, whose outcome is unknown', (status, headers) => {
		expect(judge(status, '', headers)).toEqual(unknown(status, `answered HTTP ${status}`));
	});

	test.each([400, 410])('is not status %i, which is a refusal', (status) => {
		const outcome = judge(status, '', { 'retry-after': '7' });
		expect(outcome).toEqual(refused(NO_API(status)));
	});
});

describe('an error status', () => {
	/** @param {string} title */
	const apiError = (title) => ({ errors: [{ title }] });

	test.each([500, 502, 504, 599, 408, 499])('%i leaves the outcome unknown', (status) => {
		expect(judge(status, '<h1>')).toEqual(unknown(status, `answered HTTP ${status}`));
		expect(judge(status, apiError('Why'))).toEqual(unknown(status, `answered HTTP ${status}: Why`));
	});

	test('401 may be about the key only if the API sent it', () => {
		expect(judge(401, apiError('Why'))).toEqual({
			is: 'unauthorized',
			apiMessage: 'Why',
			status: 401,
		});
		expect(judge(401, {})).toEqual({
			is: 'unauthorized',
			apiMessage: 'no reason given',
			status: 401,
		});
		expect(judge(401, '<h1>')).toEqual(refused(NO_API(401)));
		expect(judge(401, [])).toEqual(refused(NO_API(401)));
		expect(judge(403, apiError('Why'))).toEqual(refused(REFUSED('Why', 403)));
	});

	test('404 means that something was not found only if the API sent it', () => {
		expect(judge(404, apiError('Why'))).toEqual({ is: 'notFound', apiMessage: 'Why', status: 404 });
		expect(judge(404, '<h1>')).toEqual(refused(NO_API(404)));
		expect(judge(404, {})).toEqual(refused(NO_API(404)));
		expect(judge(410, apiError('Why'))).toEqual(refused(REFUSED('Why', 410)));
	});

	test.each([
		[403, "The installation's web server refuses n8n's requests (HTTP 403)"],
		[405, "The installation's web server doesn't allow this kind of request (HTTP 405)"],
		[406, "The installation's web server refuses n8n's requests (HTTP 406)"],
		[407, 'The proxy asks for a login (HTTP 407)'],
		[413, "The installation's web server doesn't accept requests this large (HTTP 413)"],
		[402, NO_API(402)],
		[414, NO_API(414)],
	])('%i is told by its cause unless the API gives another reason', (status, message) => {
		expect(judge(status, '<h1>')).toEqual(refused(message));
		expect(judge(status, '')).toEqual(refused(message));
		expect(judge(status, apiError('Why'))).toEqual(refused(REFUSED('Why', status)));
	});
});

describe("the API's message", () => {
	/** @param {unknown} body */
	const messageOf = (body) => judge(400, body).message;

	test.each([
		[{ errors: [{ title: 'One' }, { title: 'Two' }] }, 'One; Two'],
		[{ errors: [{ title: 'Title', detail: 'Detail', message: 'Message' }] }, 'Title'],
		[{ errors: [{ detail: 'Detail', message: 'Message' }] }, 'Detail'],
		[{ errors: [{ message: 'Message', code: 'x' }] }, 'Message'],
		[{ errors: [{ title: 7, detail: 'Detail' }] }, 'Detail'],
		[{ errors: { name: ['Too long'], ttl: ['Unknown'] } }, 'Too long; Unknown'],
		[{ errors: ['', '  ', 'Words'] }, 'Words'],
		[{ errors: [], error: 'Error', message: 'Message' }, 'Error'],
		[{ errors: [7, null, true], message: 'Message' }, 'Message'],
		[{ error: { message: 'Message' } }, 'Message'],
		[{ errors: [{ title: 'First' }], error: 'Second', message: 'Third' }, 'First'],
		[{ message: 'Message' }, 'Message'],
		[{ errors: { a: { b: { c: { d: 'Deep' } } } } }, 'Deep'],
	])('in %j is shown: %s', (body, apiMessage) => {
		expect(messageOf(body)).toBe(REFUSED(apiMessage, 400));
	});

	test.each([
		[{ errors: { a: { b: { c: { d: { e: 'Too deep' } } } } } }],
		[{ other: 'Words' }],
		[{ message: ' ' }],
		['Words'],
		[['Words']],
	])('is not looked for in %j', (body) => {
		expect(messageOf(body)).toBe(NO_API(400));
	});

	test('of a success is not an error', () => {
		const json = { message: 'Stored', data: { id: 1 } };
		expect(judge(200, json)).toEqual(ok(json));
		expect(judge(399, json)).toEqual(refused(NO_API(399)));
	});

	test('is shown whole up to 300 characters', () => {
		const words = `${'ab '.repeat(99)}abc`;
		expect(words).toHaveLength(300);
		expect(messageOf({ message: words })).toBe(REFUSED(words, 400));
	});

	test('is cut between words above that', () => {
		const whole = `${'abc '.repeat(74)}abc`;
		expect(whole).toHaveLength(299);
		expect(messageOf({ message: `${whole} defghi jkl` })).toBe(REFUSED(`${whole} …`, 400));
		expect(messageOf({ message: `${whole}defghi jkl` })).toBe(
			REFUSED(`${'abc '.repeat(74).trim()} …`, 400),
		);
	});
});

describe('without a response', () => {
	/** @param {string} code */
	const outcomeWithout = (code) =>
		withMessage(noResponse(Object.assign(new Error('It failed'), { code })));

	test.each([
		['ECONNREFUSED', 'the connection was refused'],
		['ENOTFOUND', 'its address does not exist'],
		['CERT_HAS_EXPIRED', 'its certificate has expired'],
	])('a request was not sent if no connection was made: %s', (code, meaning) => {
		expect(outcomeWithout(code)).toEqual({
			is: 'notSent',
			message: `No connection to the installation, so nothing was sent: ${meaning}`,
		});
	});

	test.each([
		['ECONNRESET', 'the connection was closed'],
		['ETIMEDOUT', 'the connection timed out'],
		['EPIPE', 'the connection was closed'],
		['ECONNABORTED', 'the connection timed out'],
		['EODD', 'EODD'],
	])('the outcome of a request is unknown if the connection was lost: %s', (code, meaning) => {
		expect(outcomeWithout(code)).toEqual({ is: 'unknown', what: `did not respond: ${meaning}` });
	});

	test.each(['HPE_INVALID_CONSTANT', 'Z_DATA_ERROR'])(
		'the outcome of a request is unknown if a response came that is not one: %s',
		(code) => {
			expect(outcomeWithout(code)).toEqual({
				is: 'unknown',
				what: "answered with data that can't be read",
			});
		},
	);

	test('a request was refused if the error is not of the network', () => {
		expect(withMessage(noResponse(new Error('No such host is allowed')))).toEqual(
			refused('The request could not be sent: No such host is allowed'),
		);
	});
});
