'use strict';

const { getEventListeners } = require('node:events');
const {
	connectionErrors,
} = require('../build/modules/nodes/SixtySixPusher/errors/connectionErrors');
const { refusalErrors } = require('../build/modules/nodes/SixtySixPusher/errors/refusalErrors');
const { request } = require('../build/modules/nodes/SixtySixPusher/transport/request');
const { writeOnce } = require('../build/modules/nodes/SixtySixPusher/operations/writeOnce');
const { senderTo: senderWith } = require('./support/sender');

/** A sender to an installation that does one of these after the other. */
function senderTo(...answers) {
	const sender = senderWith(async () => await answers.shift()());
	const asked = () => sender.requests.map(({ method, url }) => `${method} ${url}`);
	return { ...sender, asked };
}
const answer =
	(statusCode, body, headers = {}) =>
	() => ({ statusCode, headers, body });
const says = (status, title) => answer(status, { errors: [{ title, status }] });
const done = answer(200, { data: { id: 9 } });
const fails = (code, more) => () => {
	throw Object.assign(new Error('It failed'), { code, ...more });
};
const missing = says(404, 'No such flow');
const flow9 = { singular: 'flow', plural: 'flows', id: '9' };
const newFlow = { singular: 'flow', plural: 'flows' };
const reading = { method: 'GET', url: '/flows/9', subject: flow9 };
const deletion = {
	method: 'DELETE',
	url: '/flows/9',
	subject: flow9,
	unknown: (what, status) => connectionErrors.deleteUnknown(flow9, what, status),
};
const creation = {
	method: 'POST',
	url: '/flows',
	subject: newFlow,
	form: async () => ({ contentType: 'multipart/form-data; boundary=x', body: Buffer.from('x') }),
	unknown: (what, status) => connectionErrors.createUnknown(newFlow, 'Welcome', what, status),
	isCreate: true,
};
const MAY_HAVE = 'The flow may have been created, or may not: the installation ';

/** The waits between the attempts take no time. */
function skipWaits() {
	beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(-1));
	afterEach(() => jest.restoreAllMocks());
}

describe('the request', () => {
	test('of a read is what it has to be', async () => {
		const sender = senderTo(done);
		const engineOptions = { timeout: 7, proxy: 'p', allowedDomains: 'd' };
		await request({ ...sender, engineOptions }, { ...reading, qs: { page: 2 } });
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
		const sender = senderTo(done);
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
	])('with the settings %j has %i milliseconds', async (engineOptions, deadline) => {
		const timeout = jest.spyOn(AbortSignal, 'timeout');
		await request({ ...senderTo(done), engineOptions }, reading);
		expect(timeout.mock.calls).toEqual([[deadline]]);
		// Nothing is left that would hold the reply for all that time.
		expect(getEventListeners(timeout.mock.results[0].value, 'abort')).toEqual([]);
		timeout.mockRestore();
	});

	test('gives back the JSON, and nothing where there is none', async () => {
		expect(await request(senderTo(done), reading)).toEqual({ data: { id: 9 } });
		expect(await request(senderTo(answer(204, '')), deletion)).toBeUndefined();
	});
});

describe('a read', () => {
	skipWaits();

	test.each([
		['a reset connection', fails('ECONNRESET')],
		['a refused connection', fails('ECONNREFUSED')],
		['a status 500', answer(500, '')],
		['a web page', answer(200, '<html>')],
	])('is tried three times: %s', async (_, trouble) => {
		const sender = senderTo(trouble, trouble, done);
		expect(await request(sender, reading)).toEqual({ data: { id: 9 } });
		expect(sender.asked()).toEqual(Array(3).fill('GET /flows/9'));
	});

	test.each([
		[fails('ECONNRESET'), 'The installation did not reply (ECONNRESET)', undefined],
		[
			fails('ECONNREFUSED'),
			'No connection to the installation (ECONNREFUSED), so nothing was sent',
			undefined,
		],
		[answer(502, ''), 'The installation answered HTTP 502', 502],
	])('then tells why it failed', async (trouble, message, status) => {
		const sender = senderTo(trouble, trouble, trouble, done);
		const failure = await request(sender, reading).catch((error) => error);
		expect([failure.message, failure.details.status]).toEqual([message, status]);
		expect(sender.requests).toHaveLength(3);
	});

	test('waits longer from one attempt to the next', async () => {
		const sender = senderTo(fails('ECONNRESET'), fails('ECONNRESET'), done);
		const backOff = jest.spyOn(sender.run.throttle, 'backOff');
		await request(sender, reading);
		expect(backOff.mock.calls).toEqual([[2], [3]]);
	});

	test('of what is missing names the flow that it is about', async () => {
		await expect(request(senderTo(missing), reading)).rejects.toThrow(
			'Flow 9 does not exist: No such flow (HTTP 404)',
		);
		await expect(request(senderTo(missing), { method: 'GET', url: '/flows/' })).rejects.toThrow(
			'The installation did not find what this is about: No such flow (HTTP 404)',
		);
	});

	test('that is refused is not repeated', async () => {
		const sender = senderTo(says(403, 'Not today'), done);
		await expect(request(sender, reading)).rejects.toThrow('Not today (HTTP 403)');
		expect(sender.requests).toHaveLength(1);
	});
});

describe('a write', () => {
	skipWaits();

	test.each([
		[fails('ECONNRESET'), `${MAY_HAVE}did not reply (ECONNRESET)`],
		[fails('ETIMEDOUT'), `${MAY_HAVE}did not reply (ETIMEDOUT)`],
		[answer(500, ''), `${MAY_HAVE}answered HTTP 500`],
		[answer(200, '{"da'), `${MAY_HAVE}answered with data that is cut off or not JSON (HTTP 200)`],
	])('that may have been done is not repeated', async (trouble, message) => {
		const sender = senderTo(trouble, done);
		await expect(request(sender, creation)).rejects.toMatchObject({ message, outcome: 'unknown' });
		expect(sender.requests).toHaveLength(1);
	});

	test.each([
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
	])('was not done where no connection was made: %s', async (code) => {
		await expect(request(senderTo(fails(code)), creation)).rejects.toMatchObject({
			message: `No connection to the installation (${code}), so nothing was sent`,
			outcome: 'refused',
		});
	});

	test('of what is missing does not name a flow: it may be the website or the segment', async () => {
		const update = { ...creation, url: '/flows/9', subject: flow9, isCreate: undefined };
		await expect(request(senderTo(missing), update)).rejects.toThrow(
			'The installation did not find what this is about: No such flow (HTTP 404)',
		);
	});

	test('that made a flow and tells of an error names the flow, where it must be done once', async () => {
		const both = answer(201, { data: { id: 9 }, error: 'Not so' });
		const stored = 'Flow 9 was stored, and the installation says: Not so (HTTP 201)';
		const refused = 'The installation refused this: Not so (HTTP 201)';
		await expect(request(senderTo(both), creation)).rejects.toThrow(stored);
		await expect(request(senderTo(both), { ...creation, isCreate: undefined })).rejects.toThrow(
			refused,
		);
	});

	test('is repeated after a wait where there were too many, its form made anew', async () => {
		const form = jest.fn(creation.form);
		const tooMany = answer(429, '', {});
		const sender = senderTo(tooMany, tooMany, tooMany, tooMany, done);
		const refused = jest.spyOn(sender.run.throttle, 'onRateLimited');
		const accepted = jest.spyOn(sender.run.throttle, 'onAccepted');
		expect(await request(sender, { ...creation, form })).toEqual({ data: { id: 9 } });
		expect(form).toHaveBeenCalledTimes(5);
		expect(refused.mock.calls).toEqual(Array(4).fill([429, undefined]));
		expect(accepted).toHaveBeenCalledTimes(1);
	});

	test('whose form can not be made is not sent', async () => {
		const sender = senderTo(done);
		const form = async () => {
			throw new Error('No picture');
		};
		await expect(request(sender, { ...creation, form })).rejects.toThrow('No picture');
		expect(sender.requests).toEqual([]);
	});
});

describe('a delete', () => {
	skipWaits();

	test('that finds nothing counts as done after one that may have arrived', async () => {
		await expect(
			request(senderTo(fails('ECONNRESET'), missing), deletion),
		).resolves.toBeUndefined();
		const both = senderTo(fails('ECONNRESET'), fails('ECONNREFUSED'), missing);
		await expect(request(both, deletion)).resolves.toBeUndefined();
	});

	test('that finds nothing fails where the ones before can not have arrived', async () => {
		const message = 'Flow 9 does not exist: No such flow (HTTP 404)';
		await expect(request(senderTo(fails('ECONNREFUSED'), missing), deletion)).rejects.toThrow(
			message,
		);
		await expect(request(senderTo(missing), deletion)).rejects.toThrow(message);
	});

	test('that nobody answers may have been done', async () => {
		const reset = fails('ECONNRESET');
		await expect(request(senderTo(reset, reset, reset), deletion)).rejects.toThrow(
			'Flow 9 may have been deleted, or may not: the installation did not reply (ECONNRESET)',
		);
	});
});

test('a read that finds nothing after one without a reply has found nothing', async () => {
	jest.spyOn(Math, 'random').mockReturnValue(-1);
	await expect(request(senderTo(fails('ECONNRESET'), missing), reading)).rejects.toThrow(
		'Flow 9 does not exist',
	);
	jest.restoreAllMocks();
});

describe('where no reply came, the reason', () => {
	const REASON = 'The request could not be sent: ';
	const failing = (error) => () => {
		throw error;
	};

	test('may stand in what caused the error', async () => {
		const cause = Object.assign(new Error('inner'), { code: 'ECONNREFUSED' });
		const error = new Error('outer', { cause: new Error('middle', { cause }) });
		await expect(request(senderTo(failing(error)), creation)).rejects.toThrow('(ECONNREFUSED)');
	});

	test('is the first code that is one of the network', async () => {
		const cause = Object.assign(new Error('inner'), { code: 'ECONNRESET' });
		const error = Object.assign(new Error('outer', { cause }), { code: 'ETIMEDOUT' });
		await expect(request(senderTo(failing(error)), creation)).rejects.toThrow('(ETIMEDOUT)');
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
	])('is in its words where its code is %j', async (code) => {
		await expect(request(senderTo(fails(code)), creation)).rejects.toThrow(`${REASON}It failed`);
	});

	test.each(['E2', 'E_A'])('may be the code %s', async (code) => {
		await expect(request(senderTo(fails(code)), creation)).rejects.toThrow(
			`did not reply (${code})`,
		);
	});

	test('may be the credential, also behind another error', async () => {
		const wrong = Object.assign(new Error('The key is empty'), { name: 'CredentialError' });
		const error = new Error('outer', { cause: wrong });
		for (const each of [wrong, error]) {
			await expect(request(senderTo(failing(each)), creation)).rejects.toMatchObject({
				message: 'The key is empty',
				description: 'Open the credential and correct it.',
			});
		}
	});

	test('is told also where it is no error', async () => {
		await expect(request(senderTo(failing('odd')), creation)).rejects.toThrow(`${REASON}odd`);
	});
});

describe('a reply of 401', () => {
	const unauthorised = says(401, 'No access');
	const KEY = 'The installation does not accept the API key: No access (HTTP 401)';

	test('to a read is about the key', async () => {
		const sender = senderTo(unauthorised);
		await expect(request(sender, reading)).rejects.toThrow(KEY);
		expect(sender.requests).toHaveLength(1);
	});

	test.each([creation, deletion])(
		'to another is about the key if that reads nothing',
		async (it) => {
			const sender = senderTo(unauthorised, says(401, 'Nor this'));
			await expect(request(sender, it)).rejects.toThrow(KEY);
			expect(sender.asked().at(-1)).toBe('GET /flows/');
			expect(sender.requests.at(-1).qs).toEqual({ results_per_page: 10 });
		},
	);

	test('is about something else if the key reads', async () => {
		const failure = refusalErrors.refusedWithValidKey('No access', 401);
		const sender = senderTo(unauthorised, answer(200, { data: [] }));
		await expect(request(sender, creation)).rejects.toMatchObject({
			message: failure.message,
			description: failure.description,
		});
	});

	test('leaves it open if nobody knows whether the key reads', async () => {
		const failure = refusalErrors.refused('No access', 401);
		const sender = senderTo(unauthorised, says(403, 'Not now'));
		await expect(request(sender, creation)).rejects.toMatchObject({
			message: failure.message,
			description: failure.description,
		});
	});

	test('asks for that once in a run', async () => {
		const sender = senderTo(unauthorised, answer(200, { data: [] }), unauthorised);
		await expect(request(sender, creation)).rejects.toThrow('No access');
		await expect(request(sender, deletion)).rejects.toThrow('No access');
		expect(sender.asked()).toEqual(['POST /flows', 'GET /flows/', 'DELETE /flows/9']);
	});
});

describe('at once', () => {
	/** As many requests as there are, and how many of them were under way together. */
	async function mostOf(request, count) {
		let underWay = 0;
		let most = 0;
		const slow = async () => {
			underWay += 1;
			most = Math.max(most, underWay);
			await new Promise((resume) => setImmediate(resume));
			underWay -= 1;
			return done();
		};
		const sender = senderTo(...Array(count).fill(slow));
		await Promise.all(Array.from({ length: count }, async () => await request(sender, request)));
		expect(sender.requests).toHaveLength(count);
		return most;
	}

	test('there are ten requests, and two with a picture', async () => {
		expect(await mostOf(creation, 30)).toBe(10);
		expect(await mostOf({ ...creation, hasImage: true }, 30)).toBe(2);
	});
});

describe('memory for a picture', () => {
	const memoriesOf = async (...answers) => {
		const memories = [];
		const left = [];
		const form = async (memory) => {
			memories.push(memory);
			jest.spyOn(memory, 'abandon').mockImplementation(() => left.push(memory));
			return await creation.form();
		};
		const sender = senderTo(...answers);
		await request(sender, { ...creation, form, hasImage: true }).catch(() => undefined);
		return { memories, left };
	};

	test('is used again after a sound reply', async () => {
		const { memories, left } = await memoriesOf(done);
		expect(memories).toEqual([expect.anything()]);
		expect(left).toEqual([]);
	});

	test.each([
		['a refusal', says(403, 'Not today')],
		['no reply', fails('ECONNRESET')],
	])('is left to a request that got %s', async (_, trouble) => {
		const { memories, left } = await memoriesOf(trouble);
		expect(left).toEqual(memories);
		expect(left).toHaveLength(1);
	});

	test('is not there for a form without one', async () => {
		const form = jest.fn(creation.form);
		await request(senderTo(done), { ...creation, form });
		expect(form.mock.calls).toEqual([[undefined]]);
	});
});

describe('what an item sends once', () => {
	const itemOf = (...answers) => ({ ...senderTo(...answers), index: 3 });
	const twice = async (item, request) => {
		const outcome = async () => await writeOnce(item, request).catch(({ message }) => message);
		return [await outcome(), await outcome()];
	};

	test('is answered again as it was', async () => {
		const item = itemOf(done);
		const [first, second] = await twice(item, creation);
		expect(first).toEqual({ data: { id: 9 } });
		expect(second).toBe(first);
		expect(item.requests).toHaveLength(1);
		expect([...item.run.writes.keys()]).toEqual([3]);
	});

	test('is sent again where it was refused', async () => {
		const item = itemOf(says(403, 'Not today'), done);
		expect(await twice(item, creation)).toEqual([
			'The installation refused this: Not today (HTTP 403)',
			{ data: { id: 9 } },
		]);
	});

	test('fails again where it may have been done', async () => {
		const item = itemOf(fails('ECONNRESET'), done);
		const message = `${MAY_HAVE}did not reply (ECONNRESET)`;
		expect(await twice(item, creation)).toEqual([message, message]);
		expect(item.requests).toHaveLength(1);
	});

	test('is sent again where it may have been done and doing it twice changes nothing', async () => {
		const item = itemOf(fails('ECONNRESET'), done);
		const [, second] = await twice(item, { ...creation, isCreate: undefined });
		expect(second).toEqual({ data: { id: 9 } });
	});

	test('fails again where it was stored otherwise than asked', async () => {
		const item = itemOf(answer(201, { data: { id: 9 }, error: 'Not so' }), done);
		const message = 'Flow 9 was stored, and the installation says: Not so (HTTP 201)';
		expect(await twice(item, creation)).toEqual([message, message]);
	});

	test('is sent again where something went wrong that nobody foresaw', async () => {
		let tries = 0;
		const form = async () => {
			tries += 1;
			if (tries === 1) throw new Error('Odd');
			return await creation.form();
		};
		const item = itemOf(done);
		expect(await twice(item, { ...creation, form })).toEqual(['Odd', { data: { id: 9 } }]);
	});
});
