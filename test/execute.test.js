'use strict';

const { PusherError } = require('../build/modules/nodes/SixtySixPusher/errors/PusherError');
const { executeItem } = require('../build/modules/nodes/SixtySixPusher/operations/execute');
const { flow } = require('../build/modules/nodes/SixtySixPusher/resources/flow/definition');
const { request } = require('../build/modules/nodes/SixtySixPusher/transport/request');

/**
 * An execution of the node, and the way in which n8n hands it an item.
 *
 * @param {{
 *   items?: number,
 *   continues?: boolean,
 *   batchInterval?: number,
 *   onError?: string,
 *   type?: string,
 *   inputs?: any[],
 * }} [settings]
 */
function execution({
	items = 1,
	continues = false,
	batchInterval = 0,
	onError = undefined,
	type = 'n8n-nodes-66pusher.sixtySixPusher',
	inputs = [],
} = {}) {
	const data = { data: { main: [Array.from({ length: items }, () => ({ json: {} }))] } };
	/** @type {any[]} */
	const requests = [];
	/** @type {(index: number) => any} */
	const contextOf = (index) => ({
		getExecuteData: () => data,
		getItemIndex: () => index,
		getNode: () => ({ name: 'Flows', type, onError, parameters: {} }),
		getInputData: () => inputs[index] ?? { json: {} },
		evaluateExpression: () => 0,
		getNodeParameter: () => batchInterval,
		onExecutionCancellation: () => undefined,
		continueOnFail: () => continues,
		getCredentials: async () => ({ apiKey: 'key' }),
		helpers: {
			/** @param {string} _credential @param {any} sent */
			async httpRequestWithAuthentication(_credential, sent) {
				requests.push(sent);
				return { statusCode: 200, headers: {}, body: {} };
			},
		},
	});
	/** @type {(index: number, operation: any, options?: any) => Promise<any[]>} */
	const execute = async (index, operation, options = { url: '/flows' }) =>
		await executeItem(contextOf(index), options, flow, operation);
	return { requests, execute };
}

/** @param {any[]} output */
const returns = (...output) => ({ execute: async () => output });

/** @param {any} [details] */
const fails = (details) => ({
	async execute() {
		throw new PusherError('Not today', 'Try later.', details);
	},
});

const invalid = {
	validate() {
		throw new PusherError('Bad', 'Correct it.');
	},
	execute: async () => [{}],
};

describe('an item', () => {
	/**
	 * The item that its operation gets.
	 *
	 * @param {any} options
	 * @returns {Promise<any>}
	 */
	async function itemOf(options, index = 0) {
		/** @type {any} */
		let item;
		const operation = {
			validate: (/** @type {any} */ given) => (item = given),
			execute: async () => [],
		};
		const { execute } = execution({ items: index + 1, continues: true, batchInterval: 1 });
		await execute(index, operation, options);
		return item;
	}

	test('has its index, its resource, and its fields from the form and from the query', async () => {
		const options = { url: '/flows', qs: { search: 'x' }, body: { name: 'Welcome', ttl: 0 } };
		const { index, definition, url, id, fields } = await itemOf(options, 2);
		expect([index, url, id]).toEqual([2, '/flows', '']);
		expect(definition).toBe(flow);
		expect(fields).toEqual({ search: 'x', name: 'Welcome', ttl: '0' });
	});

	test.each([[[]], ['text'], [null], [undefined]])(
		'has no fields if the body is %j',
		async (body) => {
			expect((await itemOf({ url: '/flows', body })).fields).toEqual({});
		},
	);

	test.each([
		['n8n-nodes-66pusher.sixtySixPusherTool', {}],
		['n8n-nodes-66pusher.sixtySixPusher', { url: 'null' }],
		['n8n-nodes-66pusher.sixtySixPusherTools', { url: 'null' }],
	])('of the node type %s has from the text "null" the fields %j', async (type, fields) => {
		/** @type {any} */
		let item;
		const operation = {
			async execute(/** @type {any} */ given) {
				item = given;
				return [];
			},
		};
		await execution({ type }).execute(0, operation, { url: '/flows', body: { url: 'null' } });
		expect(item.fields).toEqual(fields);
	});

	test("has its entry's ID in its path, and not among its fields", async () => {
		const options = { url: '/flows/{flow_id}/copy', qs: { flow_id: 12 }, body: { name: 'x' } };
		const { url, id, fields } = await itemOf(options);
		expect([url, id]).toEqual(['/flows/12/copy', '12']);
		expect(fields).toEqual({ name: 'x' });
	});

	test('never sends the ID as a field, also if its path has no place for it', async () => {
		const { url, id, fields } = await itemOf({ url: '/flows', qs: { flow_id: '12' } });
		expect([url, id]).toEqual(['/flows', '12']);
		expect(fields).toEqual({});
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
	])("is sent with n8n's connection settings and nothing else: %j", async (settings, sent) => {
		const { requests, execute } = execution();
		const reads = {
			execute: async (/** @type {any} */ item) => [
				{ ...(await request(item, { method: 'GET', url: item.url })) },
			],
		};
		await execute(0, reads, { url: '/flows', baseURL: 'x', headers: { A: 'b' }, ...settings });
		expect(requests).toEqual([expect.objectContaining({ url: '/flows', ...sent })]);
		expect(requests[0]).not.toHaveProperty('baseURL');
		expect(requests[0].headers).toEqual({ Accept: 'application/json' });
	});
});

describe("an item's result", () => {
	test('is paired with the item', async () => {
		const { execute } = execution({ items: 2, continues: true });
		expect(await execute(1, returns({ id: 1 }, { id: 2 }))).toEqual([
			{ json: { id: 1 }, pairedItem: { item: 1 } },
			{ json: { id: 2 }, pairedItem: { item: 1 } },
		]);
		expect(await execute(1, returns())).toEqual([]);
	});

	test('is an item with its error if the node continues on errors', async () => {
		const { execute } = execution({ continues: true });
		expect(await execute(0, fails())).toEqual([
			{ json: { error: 'Not today', message: 'Try later.' }, pairedItem: { item: 0 } },
		]);
	});

	test("has the input's file and, on the error output, its message", async () => {
		const binary = { data: { data: 'eA==', mimeType: 'text/plain' } };
		const inputs = [{ json: { message: 'Mine', error: 'Mine too' }, binary }];
		const pairedItem = { item: 0 };
		const onErrorOutput = execution({ continues: true, onError: 'continueErrorOutput', inputs });
		expect(await onErrorOutput.execute(0, fails())).toEqual([
			{ json: { error: 'Not today. Try later.' }, binary, pairedItem },
		]);
		const onOutput = execution({ continues: true, onError: 'continueRegularOutput', inputs });
		expect(await onOutput.execute(0, fails())).toEqual([
			{ json: { error: 'Not today', message: 'Try later.' }, binary, pairedItem },
		]);
		const other = execution({
			continues: true,
			onError: 'continueErrorOutput',
			inputs: [{ json: { name: 'Mine' } }],
		});
		expect(await other.execute(0, fails())).toEqual([
			{ json: { error: 'Not today', message: 'Try later.' }, pairedItem },
		]);
	});

	test('names its item if there are several', async () => {
		const { execute } = execution({ items: 2, continues: true });
		const [[failed]] = await Promise.all([execute(0, fails()), execute(1, returns({}))]);
		expect(failed.json.error).toBe('Not today [item 0]');
	});

	test('is a thrown error if the node stops at errors', async () => {
		await expect(execution().execute(0, fails({ status: 403 }))).rejects.toMatchObject({
			message: 'Not today',
			description: 'Try later.',
			httpCode: '403',
		});
	});
});

describe('if the node stops at errors', () => {
	/**
	 * Each item's output, or the description of its error.
	 *
	 * @param {Array<Promise<any>>} results
	 */
	const outcomesOf = async (results) =>
		(await Promise.allSettled(results)).map((result) =>
			result.status === 'fulfilled' ? result.value : result.reason.description,
		);

	test('no item is executed before all are valid', async () => {
		const { execute } = execution({ items: 3 });
		const operation = { execute: jest.fn(async () => [{}]) };
		const results = [execute(0, operation), execute(1, operation), execute(2, invalid)];
		expect(await outcomesOf(results)).toEqual([[], [], 'Correct it. No items were processed.']);
		expect(operation.execute).not.toHaveBeenCalled();
	});

	test('an item is executed at once if n8n sends the items in batches', async () => {
		const { execute } = execution({ items: 3, batchInterval: 1 });
		expect(await execute(0, returns({ id: 1 }))).toHaveLength(1);
	});

	test('the error waits for the items under way, and says how many were processed', async () => {
		const { execute } = execution({ items: 3 });
		const slow = {
			async execute() {
				await new Promise((resume) => setImmediate(resume));
				return [{}];
			},
		};
		const [, , description] = await outcomesOf([
			execute(0, slow),
			execute(1, slow),
			execute(2, fails()),
		]);
		expect(description).toBe(
			'Try later. 2 of 3 items were processed; running the node again processes them again.',
		);
	});

	test('the error says what was created, and which other writes may have been done', async () => {
		const { execute } = execution({ items: 5 });
		const creates = {
			async execute(/** @type {any} */ { run }) {
				run.created.push('41', '42');
				await new Promise((resume) => setImmediate(resume));
				return [{}];
			},
		};
		/** @param {string} outcome */
		const ends = (outcome) => ({
			async execute() {
				await new Promise((resume) => setImmediate(resume));
				throw new PusherError(`It was ${outcome}`, 'Look.', /** @type {any} */ ({ outcome }));
			},
		});
		const operations = [creates, ends('stored'), ends('unknown'), ends('refused'), fails()];
		const outcomes = await outcomesOf(operations.map((each, index) => execute(index, each)));
		const progress =
			'1 of 5 items were processed; running the node again processes them again. Created flows: 41, 42. Other items: ';
		expect(outcomes).toEqual([
			[{ json: {}, pairedItem: { item: 0 } }],
			`Look. ${progress}It was unknown [item 2].`,
			`Look. ${progress}It was stored [item 1].`,
			`Look. ${progress}It was stored [item 1]; It was unknown [item 2].`,
			`Try later. ${progress}It was stored [item 1]; It was unknown [item 2].`,
		]);
	});

	test.each([
		[20, ''],
		[21, ', and 1 more'],
		[45, ', and 25 more'],
	])('the error lists up to twenty of %i that were created', async (count, rest) => {
		const { execute } = execution({ items: 2 });
		const ids = Array.from({ length: count }, (_, index) => String(index + 1));
		const creates = {
			async execute(/** @type {any} */ { run }) {
				run.created.push(...ids);
				return [];
			},
		};
		const [, description] = await outcomesOf([execute(0, creates), execute(1, fails())]);
		expect(description).toBe(
			`Try later. 1 of 2 items were processed; running the node again processes them again. Created flows: ${ids
				.slice(0, 20)
				.join(', ')}${rest}.`,
		);
	});

	test('no item is executed after the one that failed', async () => {
		const { execute } = execution({ items: 7 });
		const operation = { execute: jest.fn(async () => [{}]) };
		const failing = Array.from({ length: 6 }, (_, index) => execute(index, fails()));
		expect(await outcomesOf([...failing, execute(6, operation)])).toEqual([
			...Array(5).fill('Try later. No items were processed.'),
			[],
			[],
		]);
		expect(operation.execute).not.toHaveBeenCalled();
	});

	test('the error of a single item says nothing about progress', async () => {
		expect(await outcomesOf([execution().execute(0, fails())])).toEqual(['Try later.']);
	});
});

describe('if the node continues on errors', () => {
	/** @param {any} [details] */
	const messageOf = async (details) => {
		const { execute } = execution({ items: 2, continues: true });
		const [, failed] = await Promise.all([execute(0, returns({})), execute(1, fails(details))]);
		return failed[0].json.message;
	};

	test('an item is executed without waiting for the others', async () => {
		const { execute } = execution({ items: 3, continues: true });
		expect(await execute(0, returns({ id: 1 }))).toHaveLength(1);
	});

	test('an item that failed does not keep others from being executed', async () => {
		const { execute } = execution({ items: 2, continues: true });
		await execute(0, fails());
		expect(await execute(1, returns({ id: 1 }))).toEqual([
			{ json: { id: 1 }, pairedItem: { item: 1 } },
		]);
	});

	test('only the error of a rate limit says how many items were processed', async () => {
		expect(await messageOf()).toBe('Try later.');
		expect(await messageOf({ cause: 'rate-limited' })).toBe(
			'Try later. 1 of 2 items were processed; running the node again processes them again.',
		);
	});

	test('an unexpected error keeps its message and says nothing about progress', async () => {
		const { execute } = execution({ items: 2, continues: true });
		const odd = {
			async execute() {
				throw new Error('Odd');
			},
		};
		const [, failed] = await Promise.all([execute(0, returns({})), execute(1, odd)]);
		expect(failed[0].json).toEqual({
			error: 'Odd [item 1]',
			message: 'Check the parameters of the node.',
		});
	});
});
