'use strict';

const { newFlow, runNode } = require('./support/run');
const { useSandbox } = require('./support/sandbox');

const site = useSandbox({ profile: 'btools' });
const flowOf = (expression) => ({ __rl: true, mode: 'id', value: expression });
const rows = (...values) => values.map((value) => ({ json: { value } }));

describe('several items', () => {
	test('come out in their order, each output paired with its item', async () => {
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

	test('keep their order if later ones finish sooner', async () => {
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

	test('that are none cause no request', async () => {
		await runNode(site.current, 'create', newFlow(), { items: [] });
		expect(site.current.requests).toEqual([]);
	});

	test('are reduced to the first by Execute Once', async () => {
		const { json } = await runNode(
			site.current,
			'create',
			newFlow({ title: '={{ $json.value }}' }),
			{ items: rows('first', 'second'), settings: { executeOnce: true } },
		);
		expect(json.map(({ title }) => title)).toEqual(['first']);
	});
});

/** Parameters for each operation, with three items of which the second is bad input. */
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

describe.each(Object.entries(CASES))('%s, if one of three items is bad', (operation, expected) => {
	const { parameters, badInput, badInputMessage } = expected;

	beforeEach(() => {
		site.current.addFlows(3);
	});

	test('stops at an error before anything is sent', async () => {
		const { error, run } = await runNode(site.current, operation, parameters, { items: badInput });

		expect(run.status ?? 'error').toBe('error');
		expect(error.message).toBe(badInputMessage);
		expect(error.description).toMatch(/No items were processed\.$/);
		expect(error.context.itemIndex).toBe(1);
		expect(site.current.requests).toEqual([]);
	});

	test('continues with the others, and outputs the error in the place of the bad one', async () => {
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

	test('continues on two outputs, and keeps the input of the bad one beside its error', async () => {
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

	test('fails only for the item that the installation refuses', async () => {
		const sandboxName = { create: 'create', getAll: 'list' }[operation] ?? operation;
		site.current.faults.add({
			on: { operation: sandboxName },
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

describe('an expression that fails in n8n itself, for one of several items,', () => {
	const title = "={{ $json.value === 'b' ? $('Nowhere').item.json.x : $json.value }}";
	const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

	test('stops the node, and nothing is sent even later', async () => {
		const { error } = await runNode(site.current, 'create', newFlow({ title }), {
			items: rows('a', 'b', 'c'),
			settings,
		});
		// Requests left over from the first run would be sent before this one's.
		await runNode(site.current, 'create', newFlow({ title: 'Next' }));

		expect(error.message).toMatch(/Nowhere|node/);
		expect(site.current.flows().map((flow) => flow.title)).toEqual(['Next']);
	});

	test('leaves the others, with Continue', async () => {
		const { output } = await runNode(site.current, 'create', newFlow({ title }), {
			items: rows('a', 'b', 'c'),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(output.map(({ json }) => json.title)).toEqual(['a', undefined, 'c']);
	});

	test('leaves the others if it is the last, with Continue', async () => {
		const { output } = await runNode(site.current, 'create', newFlow({ title }), {
			items: rows('a', 'b'),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(output.map(({ json }) => json.title)).toEqual(['a', undefined]);
	});
});

describe('a run that stops at an error', () => {
	test('starts no further item, and says how many were processed', async () => {
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
			new RegExp(
				`\\. ${done} of 50 items were processed; running the node again processes them again\\.$`,
			),
		);
	});
});

describe('Retry On Fail', () => {
	const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

	test('sends nothing again that was processed', async () => {
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

	test('sends nothing again even if its text differs at each attempt', async () => {
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

	test('sends nothing again that was stored for another audience', async () => {
		Object.assign(site.current.behaviour, { replyWith: 'flow', unknownWebsite: 'fallback' });
		const { error } = await runNode(site.current, 'create', newFlow({ websiteId: flowOf(999) }), {
			settings: retry,
		});

		expect(error.message).toMatch(/^Flow 1 was stored with 'Website' 1 instead of 999/);
		expect(site.current.flows()).toHaveLength(1);
	});

	test('does not repeat a create whose outcome is unknown', async () => {
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

	test('reads back a flow that an earlier attempt created, and creates no second one', async () => {
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

	test('does not fail at a delete that an earlier attempt carried out', async () => {
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

	test('works together with Continue if the first item fails', async () => {
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

test('two runs of one workflow are independent', async () => {
	await runNode(site.current, 'create', newFlow());
	await runNode(site.current, 'create', newFlow());
	expect(site.current.flows()).toHaveLength(2);
});

describe('batching, in the settings of the node,', () => {
	const batched = (batchInterval) =>
		newFlow({
			title: '={{ $json.value }}',
			requestOptions: { batching: { batch: { batchSize: 1, batchInterval } } },
		});

	test('keeps all items', async () => {
		const { json } = await runNode(site.current, 'create', batched(1), {
			items: rows('a', 'b', 'c'),
		});
		expect(json.map(({ title }) => title)).toEqual(['a', 'b', 'c']);
	});

	test('sends an item without waiting until n8n starts the others', async () => {
		const { error } = await runNode(site.current, 'create', batched(500), {
			items: rows('a', ''),
		});
		expect(error.message).toBe("'Title' is empty [item 1]");
		expect(site.current.flows().map(({ title }) => title)).toEqual(['a']);
	});
});
