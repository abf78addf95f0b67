'use strict';

const { startSandbox } = require('../tools/sandbox');
const { INSTALLATIONS } = require('./support/installations');
const { byId, newFlow, partsOf, runNode } = require('./support/run');
const { png } = require('./support/files');

const CONTINUE = { onError: 'continueRegularOutput' };
const RETRY = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };

let site;
const start = async (options) => {
	site = await startSandbox(options);
};
afterEach(async () => {
	await site?.stop();
	site = undefined;
});

const upsert = async (more, options) => await runNode(site, 'upsert', newFlow(more), options);
const posts = () => site.requests.filter(({ method }) => method === 'POST');
const lists = () =>
	site.requests.filter(({ method, path }) => method === 'GET' && path === '/api/flows/');
const results = ({ json }) =>
	json.map(({ id, upsertResult, error }) => [id, upsertResult ?? error]);
const named = (name, more) =>
	site.addFlow({ name, title: 'Hello', description: 'Good to see you', wait_time: 3, ...more });

describe.each(INSTALLATIONS)('on %s', (_, options) => {
	beforeEach(async () => {
		await start(options);
	});

	test('a flow whose name is new is created', async () => {
		named('welcome');
		named('Welcome', { website_id: 2 });
		named('Welcome back');
		const { json, error, output } = await upsert();

		expect(error).toBeUndefined();
		expect(json).toEqual([
			expect.objectContaining({ id: 4, name: 'Welcome', website_id: 1, upsertResult: 'created' }),
		]);
		expect(output[0].pairedItem).toEqual({ item: 0 });
		expect(site.flows()).toHaveLength(4);
		expect(posts().map(({ path }) => path)).toEqual(['/api/flows']);
	});

	test('of a flow of that name, only what differs is sent', async () => {
		named('Welcome', {
			url: 'https://shop.example/',
			settings: { ttl: 86400, button_title_1: 'Go' },
		});
		const { json, error } = await upsert({
			title: 'New title',
			additionalFields: {
				url: 'https://shop.example/',
				ttl: 86400,
				buttonTitle1: 'Buy',
				isSilent: false,
				isEnabled: true,
			},
		});

		expect(error).toBeUndefined();
		expect(posts().map(({ path }) => path)).toEqual(['/api/flows/1']);
		expect(partsOf(posts()[0])).toEqual([
			['title', 'New title'],
			['button_title_1', 'Buy'],
		]);
		expect(json).toEqual([
			expect.objectContaining({ id: 1, title: 'New title', upsertResult: 'updated' }),
		]);
		expect(site.flows()).toHaveLength(1);
	});

	test('where nothing differs, nothing is sent', async () => {
		named('Welcome');
		const { json, error } = await upsert({ additionalFields: { isAutoHide: false } });
		expect(error).toBeUndefined();
		expect(json).toEqual([
			expect.objectContaining({
				id: 1,
				name: 'Welcome',
				title: 'Hello',
				upsertResult: 'unchanged',
			}),
		]);
		expect(posts()).toEqual([]);
	});

	test('wait and unit go together', async () => {
		named('Welcome');
		await upsert({ waitTime: 12, waitTimeType: 'hours' });
		await upsert({ waitTime: 13, waitTimeType: 'hours' });
		expect(posts().map(partsOf)).toEqual([
			[
				['wait_time', '12'],
				['wait_time_type', 'hours'],
			],
			[
				['wait_time', '13'],
				['wait_time_type', 'hours'],
			],
		]);
	});

	test('an image is sent each time', async () => {
		named('Welcome');
		const items = [{ json: {}, binary: { data: png().binary } }];
		const { json } = await upsert({ additionalFields: { image: 'data' } }, { items });
		expect(json[0].upsertResult).toBe('updated');
		await upsert({ additionalFields: { image: 'data' } }, { items });
		expect(posts().map((post) => partsOf(post).map(([name]) => name))).toEqual([
			['image'],
			['image'],
		]);
	});

	test('several of one name are refused with their IDs, and nothing is sent', async () => {
		named('Welcome');
		named('Welcome', { id: 9 });
		const { error } = await upsert();
		expect(error.message).toMatch(
			/^The website has 2 flows named 'Welcome' \(IDs (1, 9|9, 1)\), so nothing was sent/,
		);
		expect(posts()).toEqual([]);
	});

	test('the list is read once for a run, and items of one name are settled in their order', async () => {
		const items = ['a', 'b', 'a', 'a', 'b', 'c'].map((name, index) => ({
			json: { name, title: index === 3 ? 'Changed' : 'Same' },
		}));
		const result = await upsert(
			{ name: '={{ $json.name }}', title: '={{ $json.title }}' },
			{ items },
		);

		expect(result.error).toBeUndefined();
		expect(result.json.map(({ name, upsertResult }) => [name, upsertResult])).toEqual([
			['a', 'created'],
			['b', 'created'],
			['a', 'unchanged'],
			['a', 'updated'],
			['b', 'unchanged'],
			['c', 'created'],
		]);
		expect(lists()).toHaveLength(1);
		expect(
			site
				.flows()
				.map(({ name }) => name)
				.sort(),
		).toEqual(['a', 'b', 'c']);
		expect(site.flows().find(({ name }) => name === 'a').title).toBe('Changed');
	});

	test('one that is not read back is not taken for what it was', async () => {
		const items = ['One', 'Hello'].map((title) => ({ json: { title } }));
		named('Welcome');
		await upsert({ title: '={{ $json.title }}', options: { returnFlow: false } }, { items });
		expect(site.flows()).toHaveLength(1);
		expect(site.flows()[0].title).toBe('Hello');
	});

	test('an unknown segment, or one of another website, is refused before anything is sent', async () => {
		named('Welcome');
		const elsewhere = await upsert({ additionalFields: { segment: byId(15) } });
		const unknown = await upsert({ name: 'Other', additionalFields: { segment: byId(99) } });
		expect(elsewhere.error.message).toMatch(/^Segment 15 belongs to website 2, not to website 1/);
		expect(unknown.error.message).toMatch(/^Segment 99 does not exist/);
		// The website is known: the flow need not be read for it.
		expect(site.requests.map(({ path }) => path)).not.toContain('/api/flows/1');
		expect(posts()).toEqual([]);
	});

	test('a segment that is stored is not sent again where the flow tells it', async () => {
		site.behaviour.reportsSegment = true;
		named('Welcome', { segment: '12' });
		const same = await upsert({ additionalFields: { segment: byId(12) } });
		expect(results(same)).toEqual([[1, 'unchanged']]);
		site.behaviour.reportsSegment = false;
		const untold = await upsert({ additionalFields: { segment: byId(12) } });
		expect(results(untold)).toEqual([[1, 'updated']]);
		expect(posts().map(partsOf)).toEqual([[['segment', '12']]]);
	});

	test('what a flow does not tell is sent', async () => {
		named('Welcome');
		site.faults.add({
			on: { operation: 'list' },
			answer: {
				kind: 'change',
				with: (_, answer) => {
					answer.body.data[0].settings.is_silent = null;
					delete answer.body.data[0].settings.ttl;
					return answer;
				},
			},
		});
		await upsert({ additionalFields: { isSilent: true, isAutoHide: false, ttl: 2419200 } });
		expect(posts().map(partsOf)).toEqual([
			[
				['is_silent', '1'],
				['ttl', '2419200'],
			],
		]);
	});

	test('a field that is emptied on purpose is cleared', async () => {
		named('Welcome', { url: 'https://shop.example/' });
		site.behaviour.emptyOverwrites = true;
		const { json } = await upsert({ additionalFields: { url: '' } });
		expect(json[0]).toMatchObject({ url: '', upsertResult: 'updated' });
	});

	test('the flow is found on whichever page it is', async () => {
		site.addFlows(1200, (index) => ({ name: `Flow ${index}` }));
		named('Welcome');
		const { json } = await upsert({ title: 'New' });
		expect(json[0]).toMatchObject({ id: 1201, upsertResult: 'updated' });
	});

	test('a flow whose answer is lost is not created twice by the next item of its name', async () => {
		site.faults.add({ on: { operation: 'create' }, carriedOut: true, answer: { kind: 'reset' } });
		const { json } = await upsert(
			{ name: '={{ $json.name }}' },
			{ items: ['a', 'a', 'b'].map((name) => ({ json: { name } })), settings: CONTINUE },
		);
		expect(json.map(({ error }) => Boolean(error))).toEqual([true, true, false]);
		expect(json[1].error).toMatch(/^The flow may or may not have been created: /);
		expect(
			site
				.flows()
				.map(({ name }) => name)
				.sort(),
		).toEqual(['a', 'b']);
	});

	test('Retry On Fail finds what the first attempt created, and tells the same of it', async () => {
		site.faults.add({
			on: { operation: 'create' },
			skip: 1,
			answer: { status: 400, body: { message: 'No' } },
		});
		const result = await upsert(
			{ name: '={{ $json.name }}' },
			{ items: ['a', 'b'].map((name) => ({ json: { name } })), settings: RETRY },
		);
		expect(result.error).toBeUndefined();
		expect(result.json.map(({ name, upsertResult }) => [name, upsertResult])).toEqual([
			['a', 'created'],
			['b', 'created'],
		]);
		expect(
			site
				.flows()
				.map(({ name }) => name)
				.sort(),
		).toEqual(['a', 'b']);
	});

	test('Retry On Fail after a lost answer updates what was created', async () => {
		site.faults.add({ on: { operation: 'create' }, carriedOut: true, answer: { kind: 'reset' } });
		const result = await upsert({}, { settings: RETRY });
		expect(result.error).toBeUndefined();
		expect(site.flows()).toHaveLength(1);
	});
});

describe('what may create a flow twice', () => {
	beforeEach(async () => {
		await start({ profile: 'btools' });
	});

	test('a list that cannot be read: nothing is sent', async () => {
		site.faults.add({
			on: { method: 'GET' },
			times: Infinity,
			answer: { status: 403, body: { message: 'Not allowed' } },
		});
		const { error } = await upsert();
		expect(error.message).toMatch(/^The installation refused this: Not allowed/);
		expect(posts()).toEqual([]);
	});

	test('a name that the installation stores in another way', async () => {
		site.behaviour.stripsTags = true;
		const { json } = await upsert(
			{ name: 'New <b>shoes</b>' },
			{ items: [{ json: {} }, { json: {} }], settings: CONTINUE },
		);
		expect(json.map(({ error }) => error)).toEqual([
			"Flow 1 was stored, but 'Name' is 'New shoes' instead of 'New <b>shoes</b>' [item 0]",
			"Flow 1 was stored, but 'Name' is 'New shoes' instead of 'New <b>shoes</b>' [item 1]",
		]);
		expect(site.flows()).toHaveLength(1);
	});

	test('spaces around a name, which an installation may cut', async () => {
		named('Welcome');
		const { json } = await upsert({ name: ' Welcome ' });
		expect(json[0]).toMatchObject({ id: 1, upsertResult: 'unchanged' });
	});

	test('a required field that is empty is told before anything is read', async () => {
		const { error } = await upsert({ title: '={{ $json.missing }}' });
		expect(error.message).toBe("'Title' is empty");
		expect(site.requests).toEqual([]);
	});
});
