'use strict';

const { MAJORS } = require('./support/majors');
const { useN8n } = require('./support/n8n');
const {
	byId,
	fromList,
	newFlow,
	NODE,
	node,
	pusher,
	runNode,
	TRIGGER,
	withItems,
} = require('./support/workflows');

// n8n 2 evaluates expressions in an engine of its own, which the tests in the engine don't have.

describe.each(MAJORS)('n8n %s: an expression', (major) => {
	const the = useN8n(major, { profile: 'newer' });
	/**
	 * @param {import('n8n-workflow').INodeParameters} parameters
	 * @param {import('n8n-workflow').IDataObject[]} items
	 * @param {Partial<import('n8n-workflow').INode>} [settings]
	 */
	const create = async (parameters, items, settings) =>
		await runNode(the, 'create', newFlow(parameters), { items, settings });
	/** In the order of the items. Several are created at a time, so their IDs are in no order. */
	const stored = () => the.sandbox.flows().sort((a, b) => (a.name < b.name ? -1 : 1));

	test.each([
		['a number, by ID', byId('={{ $json.website }}')],
		['a text, by ID', byId('={{ String($json.website) }}')],
		['a number, in the list', fromList('={{ $json.website }}')],
		['another node’s', byId(`={{ $('${TRIGGER}').item.json.website }}`)],
		['a part of a text', byId('={{ $json.address.match(/site=(\\d+)/)[1] }}')],
	])('returns a website: %s', async (_, websiteId) => {
		const items = [2, 5].map((website) => ({ website, address: `/?site=${website}` }));
		const { status } = await create({ name: '={{ $itemIndex }}', websiteId }, items);
		expect(status).toBe('success');
		expect(stored().map(({ website_id }) => website_id)).toEqual([2, 5]);
	});

	test('returns a segment and each type of field, for each item', async () => {
		const items = [
			{ s: 11, wait: 90, unit: 'minutes', on: true, ttl: 0, tags: ['a', 'b'] },
			{ s: 'all', wait: '3', unit: 'days', on: 'false', ttl: '900', tags: ['c'] },
		];
		const parameters = {
			name: "={{ $itemIndex }}: {{ $json.tags.join(' + ') }}",
			waitTime: '={{ $json.wait }}',
			waitTimeType: '={{ $json.unit }}',
			additionalFields: {
				isEnabled: '={{ $json.on }}',
				segment: byId('={{ $json.s }}'),
				ttl: '={{ $json.ttl }}',
				url: "={{ $json.on === true ? 'https://shop.example' : undefined }}",
			},
		};
		const { status } = await create(parameters, items);
		expect(status).toBe('success');
		expect(stored()).toMatchObject([
			{
				name: '0: a + b',
				wait_time: 90,
				wait_time_type: 'minutes',
				is_enabled: true,
				url: 'https://shop.example',
				segment: '11',
				settings: { ttl: 0 },
			},
			{
				name: '1: c',
				wait_time: 3,
				wait_time_type: 'days',
				is_enabled: false,
				url: '',
				segment: 'all',
				settings: { ttl: 900 },
			},
		]);
	});

	test.each([
		'={{ 1 + 1 }}',
		'=1+1',
		'{{ $json.title }}',
		'={{ $credentials.apiKey }}',
		'欢迎 👋 "quoted" \\ back, {braces}\nand a second line',
	])('returns a text that is not evaluated again: %j', async (title) => {
		const { status, json } = await create({ title: '={{ $json.title }}' }, [{ title }]);
		expect(status).toBe('success');
		expect(stored()).toMatchObject([{ title }]);
		expect(json).toMatchObject([{ title }]);
	});

	test.each([
		["={{ DateTime.fromISO('2026-01-31T12:00:00+02:00') }}", '2026-01-31 10:00:00'],
		["={{ new Date('2026-01-31T12:00:00Z') }}", '2026-01-31 12:00:00'],
		["={{ '2026-01-31'.toDateTime().toFormat('yyyy-MM-dd') }}", '2026-01-31 00:00:00'],
		['={{ $json.day }}', '2026-01-31 18:30:00'],
	])('returns a date: %s', async (datetimeStart, expected) => {
		const items = [{ day: '2026-01-31 18:30:00' }];
		const { status } = await runNode(the, 'getAll', { filters: { datetimeStart } }, { items });
		expect(status).toBe('success');
		expect(the.sandbox.requests[0]?.query).toMatchObject({ datetime_start: expected });
	});

	test('returns the current time', async () => {
		const before = Date.now();
		const { status } = await runNode(the, 'getAll', { filters: { datetimeStart: '={{ $now }}' } });
		expect(status).toBe('success');
		const sent = Date.parse(`${the.sandbox.requests[0]?.query.datetime_start}Z`);
		expect(sent).toBeGreaterThanOrEqual(before - 1000);
		expect(sent).toBeLessThanOrEqual(Date.now());
	});

	test.each([
		['a website', { websiteId: byId('={{ $json.none }}') }, "'Website' is empty"],
		['a website of an object', { websiteId: byId('={{ $json }}') }, "'Website' is not an ID"],
		['a title', { title: '={{ $json.none }}' }, "'Title' is empty"],
		['a title of an object', { title: '={{ $json }}' }, "'Title' is not text"],
		['a switch', { additionalFields: { isEnabled: '={{ $json.none }}' } }, "'Enabled' is neither"],
	])(
		'that yields nothing for %s is reported with the field’s label',
		async (_, parameters, message) => {
			const { status, errors } = await create(parameters, [{ some: 'thing' }]);
			expect(status).toBe('error');
			expect(errors).toMatchObject([{ node: NODE, message: expect.stringContaining(message) }]);
			expect(the.sandbox.requests).toEqual([]);
		},
	);

	test('finds the input item of an output', async () => {
		const after = node(
			'After',
			'n8n-nodes-base.set',
			{
				mode: 'raw',
				jsonOutput: `={{ { mine: $('${TRIGGER}').item.json.mark, title: $json.title } }}`,
			},
			{ typeVersion: 3.4 },
		);
		const file = withItems(
			[{ mark: 'first' }, { mark: 'second' }],
			pusher('create', newFlow({ title: '={{ $json.mark }}' }), the.credential),
			after,
		);
		const execution = await the.api.run(await the.api.createWorkflow(file), TRIGGER);

		expect(execution.status).toBe('success');
		expect(execution.output('After').map(({ json }) => json)).toEqual([
			{ mine: 'first', title: 'first' },
			{ mine: 'second', title: 'second' },
		]);
	});

	test('that is invalid for one item leaves the others, on two outputs', async () => {
		const items = [{ t: 'One' }, { t: '' }, { t: 'Three' }];
		/** @type {Partial<import('n8n-workflow').INode>} */
		const settings = { onError: 'continueErrorOutput' };
		const { status, json, errorOutput } = await create(
			{ title: '={{ $json.t }}' },
			items,
			settings,
		);

		expect(status).toBe('success');
		expect(json).toMatchObject([{ title: 'One' }, { title: 'Three' }]);
		expect(errorOutput).toEqual([
			{
				t: '',
				error: "'Title' is empty [item 1]",
				message: expect.stringMatching(/^Fill in 'Title'\./),
			},
		]);
	});
});
