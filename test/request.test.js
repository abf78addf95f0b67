'use strict';

const { getEventListeners } = require('node:events');
const {
	connectionErrors,
} = require('../build/modules/nodes/SixtySixPusher/errors/connectionErrors');
const { refusalErrors } = require('../build/modules/nodes/SixtySixPusher/errors/refusalErrors');
const { writeOnce } = require('../build/modules/nodes/SixtySixPusher/operations/writeOnce');
const { request } = require('../build/modules/nodes/SixtySixPusher/transport/request');
const { senderTo } = require('./support/sender');

/**
 * A sender to an installation that responds with these, one after the other.
 *
 * @param {Array<() => any>} responses
 */
function senderOf(...responses) {
	const sender = senderTo(async () => await responses.shift()?.());
	const sent = () => sender.requests.map(({ method, url }) => `${method} ${url}`);
	return { ...sender, sent };
}

/** @param {number} statusCode @param {unknown} body */
const response =
	(statusCode, body, headers = {}) =>
	() => ({ statusCode, headers, body });

/** @param {number} status @param {string} title */
const apiError = (status, title) => response(status, { errors: [{ title, status }] });

/** @param {unknown} code */
const noResponse = (code) => () => {
	throw Object.assign(new Error('It failed'), { code });
};

/** @param {unknown} error */
const throws = (error) => () => {
	throw error;
};

const success = response(200, { data: { id: 9 } });
const notFound = apiError(404, 'No such flow');
const flow9 = { singular: 'flow', plural: 'flows', id: '9' };
const newFlow = { singular: 'flow', plural: 'flows' };

const read = /** @type {const} */ ({ method: 'GET', url: '/flows/9', subject: flow9 });

const deletion = /** @type {const} */ ({
	method: 'DELETE',
	url: '/flows/9',
	subject: flow9,
	/** @param {string} what @param {number} [status] */
	unknown: (what, status) => connectionErrors.deleteUnknown(flow9, what, status),
});

const creation = /** @type {const} */ ({
	method: 'POST',
	url: '/flows',
	subject: newFlow,
	form: async () => ({ contentType: 'multipart/form-data; boundary=x', body: Buffer.from('x') }),
	/** @param {string} what @param {number} [status] */
	unknown: (what, status) => connectionErrors.createUnknown(newFlow, 'Welcome', what, status),
	isCreate: true,
});

const NOT_CONNECTED =
	'No connection to the installation, so nothing was sent: the connection was refused';

const CREATE_UNKNOWN = 'The flow may or may not have been created: the installation ';

/** Retry delays take no time. */
function skipRetryDelays() {
	beforeEach(() => {
		jest.spyOn(Math, 'random').mockReturnValue(-1);
	});

	afterEach(() => {
		jest.restoreAllMocks();
	});
}

describe('a request', () => {
	test("of a read carries n8n's connection settings and its query, and follows no redirect", async () => {
		const sender = senderOf(success);
		/** @type {any} */
		const engineOptions = { timeout: 7, proxy: 'p', allowedDomains: 'd' };
		await request({ ...sender, engineOptions }, { ...read, qs: { page: 2 } });
		expect(sender.requests).toEqual([
			{
				...engineOptions,
				method: 'GET',
				url: '/flows/9',
				qs: { page: 2 },
				body: undefined,
				headers: { Accept: 'application/json' },
				disableFollowRedirect: true,
				ignoreHttpStatusErrors: true,
				returnFullResponse: true,
			},
		]);
	});

	test('of a write carries its form', async () => {
		const sender = senderOf(success);
		await request(sender, creation);
		expect(sender.requests).toEqual([
			expect.objectContaining({
				method: 'POST',
				url: '/flows',
				body: Buffer.from('x'),
				headers: {
					Accept: 'application/json',
					'Content-Type': 'multipart/form-data; boundary=x',
				},
			}),
		]);
	});

	test.each([
		[undefined, 301_000],
		[{}, 301_000],
		[{ timeout: 5000 }, 6000],
	])('with the settings %j has a deadline of %i milliseconds', async (engineOptions, deadline) => {
		const timeout = jest.spyOn(AbortSignal, 'timeout');
		await request({ ...senderOf(success), engineOptions }, read);
		expect(timeout.mock.calls).toEqual([[deadline]]);
		// Nothing is left that would keep the response in memory for all that time.
		/** @type {any} */
		const signal = timeout.mock.results[0]?.value;
		expect(getEventListeners(signal, 'abort')).toEqual([]);
		timeout.mockRestore();
	});

	test('whose response is not complete at the deadline has an unknown outcome', async () => {
		const timeout = jest.spyOn(AbortSignal, 'timeout');
		const deadline = new AbortController();
		timeout.mockReturnValue(deadline.signal);
		const sender = senderOf(() => {
			setImmediate(() => deadline.abort());
			return new Promise(() => {});
		});
		await expect(request(sender, creation)).rejects.toMatchObject({
			message: `${CREATE_UNKNOWN}did not respond: the connection timed out`,
			outcome: 'unknown',
		});
		timeout.mockRestore();
	});

	test('returns the JSON of its response, or undefined if it is empty', async () => {
		expect(await request(senderOf(success), read)).toEqual({ data: { id: 9 } });
		expect(await request(senderOf(response(204, '')), deletion)).toBeUndefined();
	});
});

describe('a read', () => {
	skipRetryDelays();

	test.each([
		['a reset connection', noResponse('ECONNRESET')],
		['a refused connection', noResponse('ECONNREFUSED')],
		['status 500', response(500, '')],
		['a web page', response(200, '<html>')],
	])('is sent up to three times: %s', async (_, trouble) => {
		const sender = senderOf(trouble, trouble, success);
		expect(await request(sender, read)).toEqual({ data: { id: 9 } });
		expect(sender.sent()).toEqual(Array(3).fill('GET /flows/9'));
	});

	test.each([
		[
			noResponse('ECONNRESET'),
			'The installation did not respond: the connection was closed',
			undefined,
		],
		[noResponse('ECONNREFUSED'), NOT_CONNECTED, undefined],
		[response(502, ''), 'The installation answered HTTP 502', 502],
	])('fails after the third attempt and says why', async (trouble, message, status) => {
		const sender = senderOf(trouble, trouble, trouble, success);
		const error = await request(sender, read).catch((thrown) => thrown);
		expect([error.message, error.details.status]).toEqual([message, status]);
		expect(error.details.cause).toBe('temporarily-unavailable');
		expect(sender.requests).toHaveLength(3);
	});

	test('has a longer retry delay before each attempt', async () => {
		const sender = senderOf(noResponse('ECONNRESET'), noResponse('ECONNRESET'), success);
		const backOff = jest.spyOn(sender.run.throttle, 'backOff');
		await request(sender, read);
		expect(backOff.mock.calls).toEqual([[2], [3]]);
	});

	test('that is not found names its subject, if it has one', async () => {
		await expect(request(senderOf(notFound), read)).rejects.toThrow(
			'Flow 9 does not exist: No such flow (HTTP 404)',
		);
		const list = /** @type {const} */ ({ method: 'GET', url: '/flows/' });
		await expect(request(senderOf(notFound), list)).rejects.toThrow(
			'Not found on the installation: No such flow (HTTP 404)',
		);
		await expect(request(senderOf(notFound), { ...list, subject: newFlow })).rejects.toThrow(
			'Not found on the installation: No such flow (HTTP 404)',
		);
	});

	test('that is not found after an attempt with an unknown outcome is not found', async () => {
		await expect(request(senderOf(noResponse('ECONNRESET'), notFound), read)).rejects.toThrow(
			'Flow 9 does not exist',
		);
	});

	test('that is refused is not repeated', async () => {
		const sender = senderOf(apiError(403, 'Not today'), success);
		await expect(request(sender, read)).rejects.toThrow('Not today (HTTP 403)');
		expect(sender.requests).toHaveLength(1);
	});
});

describe('a create or update', () => {
	skipRetryDelays();

	test.each([
		[
			noResponse('ECONNRESET'),
			`${CREATE_UNKNOWN}did not respond: the connection was closed`,
			undefined,
		],
		[
			noResponse('ETIMEDOUT'),
			`${CREATE_UNKNOWN}did not respond: the connection timed out`,
			undefined,
		],
		[response(500, ''), `${CREATE_UNKNOWN}answered HTTP 500`, 500],
		[
			response(200, '{"da'),
			`${CREATE_UNKNOWN}answered with data that is cut off or not JSON (HTTP 200)`,
			200,
		],
	])('with an unknown outcome is not repeated', async (trouble, message, status) => {
		const sender = senderOf(trouble, success);
		const error = await request(sender, creation).catch((thrown) => thrown);
		expect([error.message, error.outcome, error.details.status]).toEqual([
			message,
			'unknown',
			status,
		]);
		expect(sender.requests).toHaveLength(1);
	});

	test.each([
		['ECONNREFUSED', 'the connection was refused'],
		['ENOTFOUND', 'its address does not exist'],
		['EAI_AGAIN', 'its address could not be looked up'],
		['EHOSTUNREACH', 'its address cannot be reached'],
		['ENETUNREACH', 'its address cannot be reached'],
		['EADDRNOTAVAIL', 'its address cannot be reached'],
		['EPROTO', 'it does not support https'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate is for another address'],
		['CERT_HAS_EXPIRED', 'its certificate has expired'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate is self-signed'],
		['SELF_SIGNED_CERT_IN_CHAIN', 'its certificate is self-signed'],
		['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'its certificate is not trusted'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'its certificate is not trusted'],
	])('was not sent if no connection was made, and is not repeated: %s', async (code, meaning) => {
		const sender = senderOf(noResponse(code), success);
		await expect(request(sender, creation)).rejects.toMatchObject({
			message: `No connection to the installation, so nothing was sent: ${meaning}`,
			description: expect.stringContaining(`(${code})`),
			outcome: 'refused',
			details: { cause: 'temporarily-unavailable' },
		});
		expect(sender.requests).toHaveLength(1);
	});

	test('that refers elsewhere and is not found names no flow: the website may be missing', async () => {
		const update = { ...creation, url: '/flows/9', subject: flow9, isCreate: undefined };
		await expect(request(senderOf(notFound), { ...update, refersElsewhere: true })).rejects.toThrow(
			'Not found on the installation: No such flow (HTTP 404)',
		);
		await expect(request(senderOf(notFound), update)).rejects.toThrow(
			'Flow 9 does not exist: No such flow (HTTP 404)',
		);
	});

	test('whose response has an entry and an error was stored if it is a create', async () => {
		const both = response(201, { data: { id: 9 }, error: 'Not so' });
		const error = 'The installation refused this: Not so (HTTP 201)';
		await expect(request(senderOf(both), creation)).rejects.toMatchObject({
			message: 'Flow 9 was stored, and the installation says: Not so (HTTP 201)',
			outcome: 'stored',
			details: { status: 201 },
		});
		for (const other of [{ isCreate: undefined }, { subject: undefined }]) {
			await expect(request(senderOf(both), { ...creation, ...other })).rejects.toMatchObject({
				message: error,
				outcome: 'refused',
			});
		}
	});

	test('whose response has an error and no entry was refused', async () => {
		const sender = senderOf(response(201, { data: {}, error: 'Not so' }));
		await expect(request(sender, creation)).rejects.toMatchObject({
			message: 'The installation refused this: Not so (HTTP 201)',
			outcome: 'refused',
		});
	});

	test('is repeated with a new form as often as it is rate limited', async () => {
		const form = jest.fn(creation.form);
		const rateLimited = response(429, '', {});
		const sender = senderOf(rateLimited, rateLimited, rateLimited, rateLimited, success);
		const onRateLimited = jest.spyOn(sender.run.throttle, 'onRateLimited');
		const onAccepted = jest.spyOn(sender.run.throttle, 'onAccepted');
		expect(await request(sender, { ...creation, form })).toEqual({ data: { id: 9 } });
		expect(form).toHaveBeenCalledTimes(5);
		expect(onRateLimited.mock.calls).toEqual(Array(4).fill([429, undefined]));
		expect(onAccepted).toHaveBeenCalledTimes(1);
	});

	test('fails if a rate limit asks to wait longer than the node does', async () => {
		const sender = senderOf(response(429, '', { 'retry-after': '601' }), success);
		await expect(request(sender, creation)).rejects.toMatchObject({
			message: 'The installation accepts no more requests for now (HTTP 429)',
			description: expect.stringContaining('It asks to wait 601 seconds.'),
		});
	});

	test('whose form cannot be made is not sent', async () => {
		const sender = senderOf(success);
		const form = async () => {
			throw new Error('No image');
		};
		await expect(request(sender, { ...creation, form })).rejects.toThrow('No image');
		expect(sender.requests).toEqual([]);
	});
});

describe('a delete', () => {
	skipRetryDelays();

	test('that finds nothing after an attempt that may have arrived is done', async () => {
		await expect(
			request(senderOf(noResponse('ECONNRESET'), notFound), deletion),
		).resolves.toBeUndefined();
		const both = senderOf(noResponse('ECONNRESET'), noResponse('ECONNREFUSED'), notFound);
		await expect(request(both, deletion)).resolves.toBeUndefined();
	});

	test('that finds nothing fails if no earlier attempt can have arrived', async () => {
		const message = 'Flow 9 does not exist: No such flow (HTTP 404)';
		await expect(request(senderOf(noResponse('ECONNREFUSED'), notFound), deletion)).rejects.toThrow(
			message,
		);
		await expect(request(senderOf(notFound), deletion)).rejects.toThrow(message);
	});

	test('without a response has an unknown outcome after the third attempt', async () => {
		const reset = noResponse('ECONNRESET');
		const sender = senderOf(reset, reset, reset, success);
		await expect(request(sender, deletion)).rejects.toMatchObject({
			message:
				'Flow 9 may or may not have been deleted: the installation did not respond: the connection was closed',
			outcome: 'unknown',
		});
		expect(sender.requests).toHaveLength(3);
	});
});

describe('if no response came, the reason', () => {
	const NOT_SENT = 'The request could not be sent: ';

	test('may be in what caused the error', async () => {
		const cause = Object.assign(new Error('inner'), { code: 'ECONNREFUSED' });
		const error = new Error('outer', { cause: new Error('middle', { cause }) });
		await expect(request(senderOf(throws(error)), creation)).rejects.toThrow(NOT_CONNECTED);
	});

	test('is the first code of the network', async () => {
		const cause = Object.assign(new Error('inner'), { code: 'ECONNRESET' });
		const error = Object.assign(new Error('outer', { cause }), { code: 'ETIMEDOUT' });
		await expect(request(senderOf(throws(error)), creation)).rejects.toThrow(
			'did not respond: the connection timed out',
		);
	});

	test.each([
		undefined,
		7,
		'',
		'E',
		'econnreset',
		'ECONN reset',
		'1ECONN',
		'ECONNRESETx',
		['EPIPE'],
	])("is the error's message if its code is %j", async (code) => {
		await expect(request(senderOf(noResponse(code)), creation)).rejects.toThrow(
			`${NOT_SENT}It failed`,
		);
	});

	test.each(['E2', 'E_A'])('may be the code %s', async (code) => {
		await expect(request(senderOf(noResponse(code)), creation)).rejects.toThrow(
			`did not respond: ${code}`,
		);
	});

	test('may be the credential, also as the cause of another error', async () => {
		const wrong = Object.assign(new Error('The key is empty'), { name: 'CredentialError' });
		const error = new Error('outer', { cause: wrong });
		for (const each of [wrong, error]) {
			await expect(request(senderOf(throws(each)), creation)).rejects.toMatchObject({
				message: 'The key is empty',
				description: 'Open the credential and correct it.',
			});
		}
	});

	test('is shown also if what was thrown is not an error', async () => {
		await expect(request(senderOf(throws('odd')), creation)).rejects.toThrow(`${NOT_SENT}odd`);
	});
});

describe('a response with status 401', () => {
	const unauthorized = apiError(401, 'No access');
	const WRONG_KEY = 'The installation does not accept the API key: No access (HTTP 401)';

	test('to a read is about the key', async () => {
		const sender = senderOf(unauthorized);
		await expect(request(sender, read)).rejects.toThrow(WRONG_KEY);
		expect(sender.requests).toHaveLength(1);
	});

	test.each([creation, deletion])(
		'to a $method is about the key if the key cannot read',
		async (write) => {
			const sender = senderOf(unauthorized, apiError(401, 'Nor this'));
			await expect(request(sender, write)).rejects.toThrow(WRONG_KEY);
			expect(sender.sent().at(-1)).toBe('GET /flows/');
			expect(sender.requests.at(-1).qs).toEqual({ results_per_page: 10 });
		},
	);

	test('is about something else if the key can read', async () => {
		const expected = refusalErrors.refusedWithValidKey('No access', 401);
		const sender = senderOf(unauthorized, response(200, { data: [] }));
		await expect(request(sender, creation)).rejects.toMatchObject({
			message: expected.message,
			description: expected.description,
		});
	});

	test('leaves the reason open if nobody knows whether the key can read', async () => {
		const expected = refusalErrors.refused('No access', 401);
		const sender = senderOf(unauthorized, apiError(403, 'Not now'));
		await expect(request(sender, creation)).rejects.toMatchObject({
			message: expected.message,
			description: expected.description,
		});
	});

	test('has the key checked at most once in a run', async () => {
		const sender = senderOf(unauthorized, response(200, { data: [] }), unauthorized);
		await expect(request(sender, creation)).rejects.toThrow('No access');
		await expect(request(sender, deletion)).rejects.toThrow('No access');
		expect(sender.sent()).toEqual(['POST /flows', 'GET /flows/', 'DELETE /flows/9']);
	});
});

describe('concurrency', () => {
	/**
	 * Sends so many requests and counts how many of them are under way at once, at most.
	 *
	 * @param {any} apiRequest
	 * @param {number} count
	 */
	async function mostAtOnce(apiRequest, count) {
		let underWay = 0;
		let most = 0;
		const slow = async () => {
			underWay += 1;
			most = Math.max(most, underWay);
			await new Promise((resume) => setImmediate(resume));
			underWay -= 1;
			return success();
		};
		const sender = senderOf(...Array(count).fill(slow));
		await Promise.all(Array.from({ length: count }, async () => await request(sender, apiRequest)));
		expect(sender.requests).toHaveLength(count);
		return most;
	}

	test('is limited to ten requests, and to two with an image', async () => {
		expect(await mostAtOnce(creation, 30)).toBe(10);
		expect(await mostAtOnce({ ...creation, hasImage: true }, 30)).toBe(2);
	});
});

describe('the memory for an image', () => {
	/** @param {Array<() => any>} responses */
	const memoriesOf = async (...responses) => {
		/** @type {any[]} */
		const memories = [];
		/** @type {any[]} */
		const abandoned = [];
		const form = async (/** @type {any} */ memory) => {
			memories.push(memory);
			jest.spyOn(memory, 'abandon').mockImplementation(() => abandoned.push(memory));
			return await creation.form();
		};
		const sender = senderOf(...responses);
		await request(sender, { ...creation, form, hasImage: true }).catch(() => undefined);
		return { memories, abandoned };
	};

	test('is used again after a success', async () => {
		const { memories, abandoned } = await memoriesOf(success);
		expect(memories).toEqual([expect.anything()]);
		expect(abandoned).toEqual([]);
	});

	test.each([
		['a refusal', apiError(403, 'Not today')],
		['no response', noResponse('ECONNRESET')],
	])('is abandoned to a request that got %s', async (_, trouble) => {
		const { memories, abandoned } = await memoriesOf(trouble);
		expect(abandoned).toEqual(memories);
		expect(abandoned).toHaveLength(1);
	});

	test('is not given to a form without an image', async () => {
		const form = jest.fn(creation.form);
		await request(senderOf(success), { ...creation, form });
		expect(form.mock.calls).toEqual([[undefined]]);
	});
});

describe('a write that is attempted again by a retry of the run', () => {
	/**
	 * @param {Array<() => any>} responses
	 * @returns {any}
	 */
	const itemOf = (...responses) => ({ ...senderOf(...responses), index: 3 });

	/** @param {any} item @param {any} apiRequest */
	const twice = async (item, apiRequest) => {
		const attempt = async () =>
			await writeOnce(item, apiRequest).catch((/** @type {any} */ { message }) => message);
		return [await attempt(), await attempt()];
	};

	test('returns the same response if it succeeded, and is not sent again', async () => {
		const item = itemOf(success);
		const [first, second] = await twice(item, creation);
		expect(first).toEqual({ data: { id: 9 } });
		expect(second).toBe(first);
		expect(item.requests).toHaveLength(1);
		expect([...item.run.writes.keys()]).toEqual([3]);
	});

	test('is sent again if it was refused', async () => {
		const item = itemOf(apiError(403, 'Not today'), success);
		expect(await twice(item, creation)).toEqual([
			'The installation refused this: Not today (HTTP 403)',
			{ data: { id: 9 } },
		]);
	});

	test('is sent again if it was not sent', async () => {
		const item = itemOf(noResponse('ECONNREFUSED'), success);
		expect(await twice(item, creation)).toEqual([NOT_CONNECTED, { data: { id: 9 } }]);
	});

	test('fails in the same way if it is a create with an unknown outcome', async () => {
		const item = itemOf(noResponse('ECONNRESET'), success);
		const message = `${CREATE_UNKNOWN}did not respond: the connection was closed`;
		expect(await twice(item, creation)).toEqual([message, message]);
		expect(item.requests).toHaveLength(1);
	});

	test('is sent again if its outcome is unknown and repeating it changes nothing', async () => {
		const item = itemOf(noResponse('ECONNRESET'), success);
		const [, second] = await twice(item, { ...creation, isCreate: undefined });
		expect(second).toEqual({ data: { id: 9 } });
	});

	test('fails in the same way if it was stored with an error', async () => {
		const item = itemOf(response(201, { data: { id: 9 }, error: 'Not so' }), success);
		const message = 'Flow 9 was stored, and the installation says: Not so (HTTP 201)';
		expect(await twice(item, creation)).toEqual([message, message]);
		expect(item.requests).toHaveLength(1);
	});

	test('is sent again after an unexpected error', async () => {
		let attempts = 0;
		const form = async () => {
			attempts += 1;
			if (attempts === 1) throw new Error('Odd');
			return await creation.form();
		};
		const item = itemOf(success);
		expect(await twice(item, { ...creation, form })).toEqual(['Odd', { data: { id: 9 } }]);
	});
});
