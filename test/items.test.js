'use strict';

const { newFlow, runNode } = require('./support/run');
const { useSandbox } = require('./support/sandbox');

const site = useSandbox({ profile: 'btools' });
const flowOf = (expression) => ({ __rl: true, mode: 'id', value: expression });
const rows = (...values) => values.map((value) => ({ json: { value } }));

describe('several items', () => {
	test('give their outputs in their order, each paired with its item', async () => {
		site.current.addFlows(9, (i) => ({ website_id: [1, 2, 5][i % 3], name: `F${i}` }));
		const { output } = await runNode(
			site.current,
			'getAll',
			{ returnAll: true, filters: { websiteId: flowOf('={{ $json.value }}') } },
			{ items: rows(5, 1, 2) },
		);

		expect(output.map(({ json, pairedItem }) => [json.website_id, pairedItem.item])).toEqual([
			...[5, 5, 5].map((website) => [website, 0]),
			...[1, 1, 1].map((website) => [website, 1]),
			...[2, 2, 2].map((website) => [website, 2]),
		]);
	});

	test('keep their order when later ones are answered sooner', async () => {
		site.current.faults.add({
			on: { operation: 'create' },
			answer: { kind: 'rateLimited', retryAfter: 1 },
		});
		const { json } = await runNode(
			site.current,
			'create',
			newFlow({ title: '={{ $json.value }}' }),
			{ items: rows('first', 'second', 'third') },
		);
		expect(json.map(({ title }) => title)).toEqual(['first', 'second', 'third']);
	});

	test('no items give no request', async () => {
		await runNode(site.current, 'create', newFlow(), { items: [] });
		expect(site.current.requests).toEqual([]);
	});

	test('execute once takes the first alone', async () => {
		const { json } = await runNode(
			site.current,
			'create',
			newFlow({ title: '={{ $json.value }}' }),
			{ items: rows('first', 'second'), settings: { executeOnce: true } },
		);
		expect(json.map(({ title }) => title)).toEqual(['first']);
	});
});

/** For each operation: parameters whose second of three items is bad, by input and by the server. */
const CASES = {
	create: {
		parameters: newFlow({ title: '={{ $json.value }}' }),
		badInput: rows('a', '', 'c'),
		badInputMessage: "'Title' is empty [item 1]",
	},
	get: {
		parameters: { flowId: flowOf('={{ $json.value }}') },
		badInput: rows(1, 'x', 3),
		badInputMessage: "'Flow' is not an ID [item 1]",
	},
	update: {
		parameters: { flowId: flowOf('={{ $json.value }}'), updateFields: { title: 'New' } },
		badInput: rows(1, 'x', 3),
		badInputMessage: "'Flow' is not an ID [item 1]",
	},
	delete: {
		parameters: { flowId: flowOf('={{ $json.value }}') },
		badInput: rows(1, 'x', 3),
		badInputMessage: "'Flow' is not an ID [item 1]",
	},
	getAll: {
		parameters: { limit: 1, filters: { websiteId: flowOf('={{ $json.value }}') } },
		badInput: rows(1, 'x', 1),
		badInputMessage: "'Website' is not an ID [item 1]",
	},
};

describe.each(Object.entries(CASES))('%s with one bad item of three', (operation, expected) => {
	const { parameters, badInput, badInputMessage } = expected;

	beforeEach(() => {
		site.current.addFlows(3);
	});

	test('stops before anything is sent', async () => {
		const { error, run } = await runNode(site.current, operation, parameters, { items: badInput });

		expect(run.status ?? 'error').toBe('error');
		expect(error.message).toBe(badInputMessage);
		expect(error.description).toMatch(/No items were processed\.$/);
		expect(error.context.itemIndex).toBe(1);
		expect(site.current.requests).toEqual([]);
	});

	test('continues with the others, the bad one in its place', async () => {
		const { error, output } = await runNode(site.current, operation, parameters, {
			items: badInput,
			settings: { onError: 'continueRegularOutput' },
		});

		expect(error).toBeUndefined();
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(output[1].json).toEqual({
			error: badInputMessage,
			message: expect.stringMatching(/\.$/),
		});
		expect(output[0].json).not.toHaveProperty('error');
		expect(output[2].json).not.toHaveProperty('error');
	});

	test('continues on two outputs, the bad one with what came in', async () => {
		const { error, output, errorOutput } = await runNode(site.current, operation, parameters, {
			items: badInput,
			settings: { onError: 'continueErrorOutput' },
		});

		expect(error).toBeUndefined();
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(errorOutput).toEqual([
			{
				json: { ...badInput[1].json, error: badInputMessage, message: expect.any(String) },
				pairedItem: { item: 1 },
			},
		]);
	});

	test('a failure on the way costs only its own item', async () => {
		const hit = { create: 'create', getAll: 'list' }[operation] ?? operation;
		site.current.faults.add({
			on: { operation: hit },
			skip: 1,
			answer: { status: 403, body: { errors: [{ title: 'Not today', status: 403 }] } },
		});
		const good = operation === 'create' ? rows('a', 'b', 'c') : rows(1, 2, 3);
		const { output, errorOutput } = await runNode(
			site.current,
			operation,
			operation === 'getAll' ? { limit: 1 } : parameters,
			{ items: good, settings: { onError: 'continueErrorOutput' } },
		);

		expect(output).toHaveLength(2);
		expect(errorOutput).toHaveLength(1);
		expect(errorOutput[0].json.error).toMatch(/Not today \(HTTP 403\) \[item \d\]$/);
		const paired = [...output, ...errorOutput].map(({ pairedItem }) => pairedItem.item);
		expect(paired.sort()).toEqual([0, 1, 2]);
	});
});

describe('an expression that fails in n8n itself, for the second of three items', () => {
	const title = "={{ $json.value === 'b' ? $('Nowhere').item.json.x : $json.value }}";
	const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

	test('stops before anything is sent, also afterwards', async () => {
		const { error } = await runNode(site.current, 'create', newFlow({ title }), {
			items: rows('a', 'b', 'c'),
			settings,
		});
		// What was left of it would be done before this.
		await runNode(site.current, 'create', newFlow({ title: 'Next' }));

		expect(error.message).toMatch(/Nowhere|node/);
		expect(site.current.flows().map((flow) => flow.title)).toEqual(['Next']);
	});

	test('continues with the others', async () => {
		const { output } = await runNode(site.current, 'create', newFlow({ title }), {
			items: rows('a', 'b', 'c'),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(output.map(({ json }) => json.title)).toEqual(['a', undefined, 'c']);
	});

	test('continues without the last', async () => {
		const { output } = await runNode(site.current, 'create', newFlow({ title }), {
			items: rows('a', 'b'),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(output.map(({ json }) => json.title)).toEqual(['a', undefined]);
	});
});

describe('a run that stops on the way', () => {
	test('starts no further item, and says how many were done', async () => {
		site.current.faults.add({
			on: { operation: 'create' },
			skip: 7,
			answer: { status: 403, body: { errors: [{ title: 'Not today', status: 403 }] } },
		});
		const { error } = await runNode(site.current, 'create', newFlow(), {
			items: Array.from({ length: 50 }, () => ({ json: {} })),
		});

		const done = site.current.flows().length;
		expect(done).toBeLessThan(13);
		expect(error.message).toMatch(/Not today \(HTTP 403\)/);
		expect(error.description).toMatch(
			new RegExp(`\\. ${done} of 50 items were processed; running the node again processes them again\\.$`),
		);
	});
});

describe('retry on fail', () => {
	const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

	test('sends nothing again that was done', async () => {
		site.current.faults.add({
			on: { operation: 'create' },
			skip: 2,
			answer: { status: 403, body: { errors: [{ title: 'Not today', status: 403 }] } },
		});
		const { error, json } = await runNode(
			site.current,
			'create',
			newFlow({ title: '={{ $json.value }}' }),
			{ items: rows('a', 'b', 'c'), settings: retry },
		);

		expect(error).toBeUndefined();
		expect(json.map(({ title }) => title)).toEqual(['a', 'b', 'c']);
		expect(
			site.current
				.flows()
				.map(({ title }) => title)
				.sort(),
		).toEqual(['a', 'b', 'c']);
	});

	test('sends nothing again whose texts are others at each try', async () => {
		site.current.faults.add({
			on: { operation: 'create' },
			skip: 1,
			times: 2,
			answer: { status: 403, body: { errors: [{ title: 'Not today', status: 403 }] } },
		});
		const { error, json } = await runNode(
			site.current,
			'create',
			newFlow({ name: '={{ $json.value }} {{ Math.random() }}' }),
			{ items: rows('a', 'b'), settings: retry },
		);

		expect(error).toBeUndefined();
		expect(json.map(({ id }) => id)).toEqual(site.current.flows().map(({ id }) => id));
		expect(site.current.flows()).toHaveLength(2);
	});

	test('sends nothing again that was stored otherwise than asked', async () => {
		Object.assign(site.current.behaviour, { replyWith: 'flow', unknownWebsite: 'fallback' });
		const { error } = await runNode(site.current, 'create', newFlow({ websiteId: flowOf(999) }), {
			settings: retry,
		});

		expect(error.message).toMatch(/^Flow 1 was stored with 'Website' 1 instead of 999/);
		expect(site.current.flows()).toHaveLength(1);
	});

	test('does not repeat a create whose outcome nobody knows', async () => {
		site.current.faults.add({
			on: { operation: 'create' },
			carriedOut: true,
			answer: { kind: 'reset' },
		});
		const { error } = await runNode(site.current, 'create', newFlow(), { settings: retry });

		expect(error.message).toMatch(/^The flow may or may not have been created/);
		expect(site.current.flows()).toHaveLength(1);
		expect(site.current.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
	});

	test('reads back a flow that was created before, and creates no second one', async () => {
		site.current.faults.add({
			on: { operation: 'get' },
			times: 3,
			answer: { status: 502, body: 'Bad gateway' },
		});
		const { error, json } = await runNode(site.current, 'create', newFlow(), { settings: retry });

		expect(error).toBeUndefined();
		expect(json[0].title).toBe('Hello');
		expect(site.current.flows()).toHaveLength(1);
	});

	test('does not fail at a delete that the first try did', async () => {
		const [first, second] = site.current.addFlows(2);
		site.current.faults.add({
			on: { operation: 'delete', path: `/api/flows/${second.id}` },
			answer: { status: 403, body: { errors: [{ title: 'Not today', status: 403 }] } },
		});
		const { error, json } = await runNode(
			site.current,
			'delete',
			{ flowId: flowOf('={{ $json.value }}') },
			{ items: rows(first.id, second.id), settings: retry },
		);

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ deleted: true, id: first.id },
			{ deleted: true, id: second.id },
		]);
	});

	test('works together with continue, when the first item fails', async () => {
		site.current.faults.add({
			on: { operation: 'create' },
			answer: { status: 403, body: { errors: [{ title: 'Not today', status: 403 }] } },
		});
		const { output } = await runNode(
			site.current,
			'create',
			newFlow({ title: '={{ $json.value }}' }),
			{
				items: rows('a', 'b'),
				settings: { ...retry, onError: 'continueRegularOutput' },
			},
		);

		expect(output.map(({ json }) => json.title)).toEqual(['a', 'b']);
		expect(site.current.flows()).toHaveLength(2);
	});
});

test('two runs of one workflow do not know of each other', async () => {
	await runNode(site.current, 'create', newFlow());
	await runNode(site.current, 'create', newFlow());
	expect(site.current.flows()).toHaveLength(2);
});

describe('batching in the node settings', () => {
	const batched = (batchInterval) =>
		newFlow({
			title: '={{ $json.value }}',
			requestOptions: { batching: { batch: { batchSize: 1, batchInterval } } },
		});

	test('is left to n8n', async () => {
		const { json } = await runNode(site.current, 'create', batched(1), {
			items: rows('a', 'b', 'c'),
		});
		expect(json.map(({ title }) => title)).toEqual(['a', 'b', 'c']);
	});

	test('sends an item without waiting for those that n8n still holds back', async () => {
		const { error } = await runNode(site.current, 'create', batched(500), {
			items: rows('a', ''),
		});
		expect(error.message).toBe("'Title' is empty [item 1]");
		expect(site.current.flows().map(({ title }) => title)).toEqual(['a']);
	});
});
