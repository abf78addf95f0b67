'use strict';

const { PusherError } = require('../build/modules/nodes/SixtySixPusher/errors/PusherError');
const { executeItem } = require('../build/modules/nodes/SixtySixPusher/operations/execute');
const { request } = require('../build/modules/nodes/SixtySixPusher/transport/request');

/** An execution of the node, and the way to hand it an item as n8n does. */
function execution({ items = 1, continues = false, batchInterval = 0 } = {}) {
	const data = { data: { main: [Array.from({ length: items }, () => ({ json: {} }))] } };
	const requests = [];
	const contextOf = (index) => ({
		getExecuteData: () => data,
		getItemIndex: () => index,
		getNode: () => ({ name: 'Flows', parameters: {} }),
		evaluateExpression: () => 0,
		getNodeParameter: () => batchInterval,
		onExecutionCancellation: () => undefined,
		continueOnFail: () => continues,
		getCredentials: async () => ({ apiKey: 'key' }),
		helpers: {
			async httpRequestWithAuthentication(_credential, request) {
				requests.push(request);
				return { statusCode: 200, headers: {}, body: {} };
			},
		},
	});
	const take = async (index, task, options = { url: '/flows' }) =>
		await executeItem(contextOf(index), options, task);
	return { requests, take };
}
const gives = (...output) => ({ run: async () => output });
const fails = (details) => ({
	async run() {
		throw new PusherError('Not today', 'Try later.', details);
	},
});
const badInput = {
	check() {
		throw new PusherError('Bad', 'Correct it.');
	},
	run: async () => [{}],
};

describe('an item on the road', () => {
	/** What its task gets to see. */
	async function itemOf(options, index = 0) {
		let seen;
		const task = { check: (item) => (seen = item), run: async () => [] };
		await execution({ items: index + 1, continues: true, batchInterval: 1 }).take(
			index,
			task,
			options,
		);
		return seen;
	}

	test('has its number, and its fields from the form and from the query', async () => {
		const options = { url: '/flows', qs: { search: 'x' }, body: { name: 'Welcome', ttl: 0 } };
		const { index, url, flowId, fields } = await itemOf(options, 2);
		expect([index, url, flowId]).toEqual([2, '/flows', '']);
		expect(fields).toEqual({ search: 'x', name: 'Welcome', ttl: '0' });
	});

	test.each([[[]], ['text'], [null], [undefined]])(
		'has no fields from a body of %j',
		async (body) => {
			expect((await itemOf({ url: '/flows', body })).fields).toEqual({});
		},
	);

	test("has its flow's ID in its path, and not among its fields", async () => {
		const options = { url: '/flows/{flow_id}/copy', qs: { flow_id: 12 }, body: { name: 'x' } };
		const { url, flowId, fields } = await itemOf(options);
		expect([url, flowId]).toEqual(['/flows/12/copy', '12']);
		expect(fields).toEqual({ name: 'x' });
	});

	test.each([
		[{}, { skipSslCertificateValidation: false }],
		[{ skipSslCertificateValidation: true }, { skipSslCertificateValidation: true }],
		[{ skipSslCertificateValidation: 'x' }, { skipSslCertificateValidation: false }],
		[
			{ timeout: 5, proxy: { host: 'p', port: 1 }, allowedDomains: 'd' },
			{
				timeout: 5,
				proxy: { host: 'p', port: 1 },
				allowedDomains: 'd',
				skipSslCertificateValidation: false,
			},
		],
	])("is sent with the settings of n8n's connection: %j", async (settings, sent) => {
		const { requests, take } = execution();
		const reads = {
			run: async (item) => [{ ...(await send(item, { method: 'GET', url: item.url })) }],
		};
		await take(0, reads, { url: '/flows', baseURL: 'x', headers: { A: 'b' }, ...settings });
		expect(requests).toEqual([expect.objectContaining({ url: '/flows', ...sent })]);
		expect(requests[0]).not.toHaveProperty('baseURL');
		expect(requests[0].headers).toEqual({ Accept: 'application/json' });
	});
});

describe('what an item gives', () => {
	test('is paired with it', async () => {
		const { take } = execution({ items: 2, continues: true });
		expect(await take(1, gives({ id: 1 }, { id: 2 }))).toEqual([
			{ json: { id: 1 }, pairedItem: { item: 1 } },
			{ json: { id: 2 }, pairedItem: { item: 1 } },
		]);
		expect(await take(1, gives())).toEqual([]);
	});

	test('is its failure where the node goes on', async () => {
		const { take } = execution({ continues: true });
		expect(await take(0, fails())).toEqual([
			{ json: { error: 'Not today [item 0]', message: 'Try later.' }, pairedItem: { item: 0 } },
		]);
	});

	test('is an error where it stops', async () => {
		await expect(execution().take(0, fails({ status: 403 }))).rejects.toMatchObject({
			message: 'Not today [item 0]',
			description: 'Try later.',
			httpCode: '403',
		});
	});
});

describe('where the node stops at a failure', () => {
	const outcomes = async (taken) =>
		(await Promise.allSettled(taken)).map(({ value, reason }) => value ?? reason.description);

	test('no item is begun before all have been found good', async () => {
		const { take } = execution({ items: 3 });
		const run = jest.fn(async () => [{}]);
		const taken = [take(0, { run }), take(1, { run }), take(2, badInput)];
		expect(await outcomes(taken)).toEqual([[], [], 'Correct it. None of the 3 items was done.']);
		expect(run).not.toHaveBeenCalled();
	});

	test('an item is begun at once where n8n holds others back', async () => {
		const { take } = execution({ items: 3, batchInterval: 1 });
		expect(await take(0, gives({ id: 1 }))).toHaveLength(1);
	});

	test('all that are under way are waited for, to tell how many were done', async () => {
		const { take } = execution({ items: 3 });
		const slow = {
			async run() {
				await new Promise((resume) => setImmediate(resume));
				return [{}];
			},
		};
		const [, , told] = await outcomes([take(0, slow), take(1, slow), take(2, fails())]);
		expect(told).toBe('Try later. 2 of 3 items were done; running the node again does them again.');
	});

	test('no number is told of one item', async () => {
		expect(await outcomes([execution().take(0, fails())])).toEqual(['Try later.']);
	});
});

describe('where the node goes on', () => {
	const message = async (details) => {
		const { take } = execution({ items: 2, continues: true });
		const [, failed] = await Promise.all([take(0, gives({})), take(1, fails(details))]);
		return failed[0].json.message;
	};

	test('an item begins without waiting for the others', async () => {
		const { take } = execution({ items: 3, continues: true });
		expect(await take(0, gives({ id: 1 }))).toHaveLength(1);
	});

	test('how many were done is told of a rate limit alone', async () => {
		expect(await message()).toBe('Try later.');
		expect(await message({ cause: 'rate-limited' })).toBe(
			'Try later. 1 of 2 items were done; running the node again does them again.',
		);
	});

	test('it is not told of what nobody foresaw', async () => {
		const { take } = execution({ items: 2, continues: true });
		const odd = {
			async run() {
				throw new Error('Odd');
			},
		};
		const [, failed] = await Promise.all([take(0, gives({})), take(1, odd)]);
		expect(failed[0].json).toEqual({
			error: 'Odd [item 1]',
			message: 'Check the parameters of the node.',
		});
	});
});
