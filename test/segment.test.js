'use strict';

const { startSandbox } = require('../tools/sandbox');
const { INSTALLATIONS } = require('./support/installations');
const { byId, newFlow, partsOf, runNode } = require('./support/run');

let site;
const start = async (options) => {
	site = await startSandbox(options);
};
afterEach(async () => {
	await site?.stop();
	site = undefined;
});

const run = async (operation, parameters, options) =>
	await runNode(site, operation, { resource: 'segment', ...parameters }, options);
const stored = (id) => site.segments.find((segment) => segment.id === id);
const posts = () => site.requests.filter(({ method }) => method === 'POST');
const deletes = () => site.requests.filter(({ method }) => method === 'DELETE');
const sent = () => partsOf(posts().at(-1));
const condition = (key, value, compare = 'exact') => ({ key, condition: compare, value });
const conditions = (...all) => ({ parameter: all });
const newSegment = (more) => ({ websiteId: byId(1), name: 'VIP buyers', type: 'custom', ...more });

/** Each audience filter with its values, as the form has them and as they are sent. */
const FILTERS = [
	['browsers', ['Chrome', 'Samsung Internet'], 'filters_browsers'],
	['continents', ['EU', 'NA'], 'filters_continents'],
	['countries', ['DE', 'PL'], 'filters_countries'],
	['deviceTypes', ['mobile', 'tablet'], 'filters_device_type'],
	['languages', ['de', 'en'], 'filters_languages'],
	['operatingSystems', ['OS X', 'iOS'], 'filters_operating_systems'],
];

describe.each(INSTALLATIONS)('on %s', (_, options) => {
	beforeEach(async () => {
		await start(options);
	});

	test('create of a custom segment names its subscribers, each once', async () => {
		const { json, error } = await run('create', newSegment({ subscriberIds: '1, 5,1 ,4' }));

		expect(error).toBeUndefined();
		expect(sent()).toEqual([
			['website_id', '1'],
			['name', 'VIP buyers'],
			['type', 'custom'],
			['subscribers_ids', '1,5,4'],
		]);
		expect(json).toEqual([
			expect.objectContaining({ id: 16, website_id: 1, type: 'custom', total_subscribers: 3 }),
		]);
		expect(stored(16).settings).toEqual({ subscribers_ids: [1, 5, 4] });
	});

	test.each([
		['a list of numbers', '={{ [1, 5] }}'],
		['a list of texts', '={{ ["1", "5"] }}'],
		['one number', '={{ 1 }}', '1'],
		['a list as JSON', '={{ "[1, 5]" }}'],
	])('subscribers may come as %s', async (__, subscriberIds, ids = '1,5') => {
		const { error } = await run('create', newSegment({ subscriberIds }));
		expect(error).toBeUndefined();
		expect(Object.fromEntries(sent()).subscribers_ids).toBe(ids);
	});

	test('create of a filter segment sends every filter as the API reads it', async () => {
		const audience = Object.fromEntries(FILTERS.map(([name, values]) => [name, values]));
		const { json, error } = await run(
			'create',
			newSegment({
				type: 'filter',
				audience: {
					...audience,
					cities: 'Berlin, Bad Homburg ,Łódź',
					customParameters: conditions(
						condition('plan', 'gold'),
						condition('customer_number', '1000', 'bigger_than'),
					),
					subscribedOnUrl: 'https://shop.example.com/',
				},
			}),
		);

		expect(error).toBeUndefined();
		expect(sent().sort()).toEqual(
			[
				['website_id', '1'],
				['name', 'VIP buyers'],
				['type', 'filter'],
				...FILTERS.flatMap(([, values, name]) =>
					values.map((value, index) => [`${name}[${index}]`, value]),
				),
				['filters_cities', 'Berlin,Bad Homburg,Łódź'],
				['filters_subscribed_on_url', 'https://shop.example.com/'],
				['filters_custom_parameter_key[0]', 'plan'],
				['filters_custom_parameter_condition[0]', 'exact'],
				['filters_custom_parameter_value[0]', 'gold'],
				['filters_custom_parameter_key[1]', 'customer_number'],
				['filters_custom_parameter_condition[1]', 'bigger_than'],
				['filters_custom_parameter_value[1]', '1000'],
			].sort(),
		);
		expect(json).toEqual([expect.objectContaining({ id: 16, type: 'filter' })]);
		expect(stored(16).settings.filters).toEqual({
			custom_parameters: [
				condition('plan', 'gold'),
				condition('customer_number', '1000', 'bigger_than'),
			],
			subscribed_on_url: 'https://shop.example.com/',
			cities: ['Berlin', 'Bad Homburg', 'Łódź'],
			countries: ['DE', 'PL'],
			continents: ['EU', 'NA'],
			device_type: ['mobile', 'tablet'],
			languages: ['de', 'en'],
			operating_systems: ['OS X', 'iOS'],
			browsers: ['Chrome', 'Samsung Internet'],
		});
	});

	test('a custom parameter selects whom it should', async () => {
		const { json } = await run(
			'create',
			newSegment({
				type: 'filter',
				audience: { customParameters: conditions(condition('plan', 'gold')) },
			}),
		);
		expect(json[0].total_subscribers).toBe(2);
	});

	test('values of a filter may come as text', async () => {
		await run('create', newSegment({ type: 'filter', audience: { countries: '={{ "DE, pl" }}' } }));
		expect(stored(16).settings.filters).toEqual({ countries: ['DE', 'PL'] });
	});

	test('get gives one segment', async () => {
		const { json } = await run('get', { segmentId: byId(12) });
		expect(json).toEqual([
			expect.objectContaining({ id: 12, name: 'VIP', type: 'custom', total_subscribers: 2 }),
		]);
		expect(json[0]).not.toHaveProperty('settings');
	});

	test.each([
		['everything', {}, [11, 12, 15]],
		['websiteId', { websiteId: byId(2) }, [15]],
		['type', { type: 'filter' }, [11, 15]],
		['search', { search: 'vip' }, [12]],
	])('get many, by %s', async (__, filters, ids) => {
		const { json, error } = await run('getAll', { returnAll: true, filters });
		expect(error).toBeUndefined();
		expect(json.map(({ id }) => id).sort()).toEqual(ids);
		for (const { query } of site.requests) {
			expect(query).not.toHaveProperty('type');
			expect(Number(query.results_per_page)).toBeLessThanOrEqual(100);
		}
	});

	test('get many in the order asked for', async () => {
		const { json } = await run('getAll', {
			options: { orderBy: 'total_subscribers', orderType: 'DESC' },
		});
		const counts = json.map(({ total_subscribers: count }) => count);
		expect(counts).toEqual([...counts].sort((a, b) => b - a));
	});

	test('update of the name alone keeps whom a filter segment selects', async () => {
		const before = structuredClone(stored(11).settings);
		const { json, error } = await run('update', {
			segmentId: byId(11),
			updateFields: { name: 'Back again' },
		});

		expect(error).toBeUndefined();
		expect(stored(11)).toMatchObject({ name: 'Back again', website_id: 1, type: 'filter' });
		expect(stored(11).settings).toEqual(before);
		expect(sent().slice(0, 3)).toEqual([
			['website_id', '1'],
			['name', 'Back again'],
			['type', 'filter'],
		]);
		expect(json).toEqual([expect.objectContaining({ id: 11, name: 'Back again' })]);
	});

	test('update of the name alone keeps the subscribers of a custom segment', async () => {
		const { error } = await run('update', { segmentId: byId(12), updateFields: { name: 'Best' } });
		expect(error).toBeUndefined();
		expect(stored(12)).toMatchObject({ name: 'Best', settings: { subscribers_ids: [1, 5] } });
	});

	test('update of one filter keeps the others', async () => {
		const { error } = await run('update', {
			segmentId: byId(11),
			updateFields: { audience: { countries: ['US'], cities: 'New York' } },
		});
		expect(error).toBeUndefined();
		expect(stored(11).settings.filters).toEqual({
			custom_parameters: [condition('customer_number', '1004', 'lower_than')],
			countries: ['US'],
			cities: ['New York'],
		});
		// Once more, with another: cities are told as text or as a list.
		await run('update', {
			segmentId: byId(11),
			updateFields: { audience: { customParameters: conditions(condition('plan', 'gold')) } },
		});
		expect(stored(11).settings.filters).toEqual({
			custom_parameters: [condition('plan', 'gold')],
			countries: ['US'],
			cities: ['New York'],
		});
	});

	test('update of the subscribers replaces them', async () => {
		const { json, error } = await run('update', {
			segmentId: byId(12),
			updateFields: { subscriberIds: '={{ [2, 3, 4] }}' },
		});
		expect(error).toBeUndefined();
		expect(stored(12)).toMatchObject({ name: 'VIP', settings: { subscribers_ids: [2, 3, 4] } });
		expect(json[0].total_subscribers).toBe(3);
	});

	test('items about one segment take turns', async () => {
		const { error } = await run(
			'update',
			{
				segmentId: byId(11),
				updateFields: { audience: { countries: '={{ $json.countries }}' } },
			},
			{ items: ['DE', 'FR', 'US', 'CN'].map((countries) => ({ json: { countries } })) },
		);
		expect(error).toBeUndefined();
		expect(stored(11).settings.filters).toEqual({
			custom_parameters: [condition('customer_number', '1004', 'lower_than')],
			countries: ['CN'],
		});
	});

	test.each([
		['Audience', { audience: { countries: ['DE'] } }, 12, 'custom'],
		['Subscriber IDs', { subscriberIds: '1' }, 11, 'filter'],
	])('%s of the other kind is refused by name', async (label, updateFields, id, kind) => {
		const { error } = await run('update', { segmentId: byId(id), updateFields });
		expect(error.message).toBe(`Segment ${id} is a ${kind} segment, so '${label}' can't be set`);
		expect(posts()).toEqual([]);
	});

	test.each([
		['that does not exist', '1, 99', 'These subscribers do not exist, so nothing was sent: 99'],
		[
			'of another website',
			'1, 7, 11',
			'These subscribers do not belong to website 1, so nothing was sent: 7, 11',
		],
	])('a subscriber %s is refused by name', async (__, subscriberIds, message) => {
		const created = await run('create', newSegment({ subscriberIds }));
		const updated = await run('update', { segmentId: byId(12), updateFields: { subscriberIds } });

		expect(created.error.message).toBe(`${message}`);
		expect(updated.error.message).toBe(`${message}`);
		expect(posts()).toEqual([]);
		expect(site.segments).toHaveLength(3);
	});

	test('many subscribers are looked up in the list, and nothing of them is lost', async () => {
		site.addSubscribers(2500);
		const ids = site
			.subscribers()
			.filter(({ website_id: website }) => website === 1)
			.map(({ id }) => id);
		const { json, error } = await run('create', newSegment({ subscriberIds: ids.join(',') }));
		expect(error).toBeUndefined();
		expect(json[0].total_subscribers).toBe(2506);
		expect(site.requests.filter(({ path }) => path === '/api/subscribers')).toHaveLength(3);

		const refused = await run('create', newSegment({ subscriberIds: [...ids, 8].join(',') }));
		expect(refused.error.message).toMatch(/do not belong to website 1, so nothing was sent: 8$/);
	});

	test('an unknown website is the reason, and not that the subscribers are of another one', async () => {
		const { error } = await run('create', newSegment({ websiteId: byId(99), subscriberIds: '1' }));
		expect(error.message).toBe('Website 99 does not exist, so nothing was sent');
		expect(posts()).toEqual([]);
	});

	test('an unknown website is refused by name', async () => {
		const { error } = await run(
			'create',
			newSegment({ websiteId: byId(99), type: 'filter', audience: { countries: ['DE'] } }),
		);
		expect(error.message).toBe('Website 99 does not exist, so nothing was sent');
		expect(posts()).toEqual([]);
	});

	test('an unknown website is a failure, also where there is no list of websites', async () => {
		site.behaviour.websitesList = false;
		const { error } = await run(
			'create',
			newSegment({ websiteId: byId(99), type: 'filter', audience: { countries: ['DE'] } }),
		);
		expect(error).toBeDefined();
		if (site.segments.length > 3) {
			expect(error.message).toMatch(/^Segment 16 was stored with 'Website' 1 instead of 99/);
		}
	});

	test('delete of a segment that nothing uses', async () => {
		site.addFlow({ segment: '11' });
		site.addCampaign({ segment: '11', status: 'scheduled' });
		site.addCampaign({ segment: '12', status: 'sent' });
		site.behaviour.reportsSegment = true;
		const { json, error } = await run('delete', { segmentId: byId(12) });

		expect(error).toBeUndefined();
		expect(json).toEqual([{ deleted: true, id: 12 }]);
		expect(stored(12)).toBeUndefined();
	});

	test.each([
		['flow 1', () => site.addFlow({ segment: '12', is_enabled: false })],
		['campaign 1', () => site.addCampaign({ segment: '12', status: 'draft' })],
		['campaign 1', () => site.addCampaign({ segment: '12', status: 'scheduled' })],
		['recurring campaign 1', () => site.addRecurringCampaign({ segment: '12' })],
		['RSS automation 1', () => site.addRssAutomation({ segment: '12' })],
	])('delete is refused while %s uses the segment', async (user, add) => {
		site.behaviour.reportsSegment = true;
		add();
		const { error } = await run('delete', { segmentId: byId(12) });

		expect(error.message).toBe(`Segment 12 was not deleted: it is used by ${user}`);
		expect(deletes()).toEqual([]);
		expect(stored(12)).toBeDefined();
	});

	test('all that use the segment are named, on whichever page they are', async () => {
		site.behaviour.reportsSegment = true;
		for (let i = 0; i < 130; i += 1) site.addCampaign({ segment: 'all', status: 'draft' });
		site.addFlow({ segment: '12' });
		site.addCampaign({ segment: '12', status: 'draft' });
		const { error } = await run('delete', { segmentId: byId(12) });
		expect(error.message).toBe('Segment 12 was not deleted: it is used by flow 1, campaign 131');
	});

	test('delete is refused where a flow does not tell its segment', async () => {
		site.behaviour.reportsSegment = false;
		site.addFlow({ segment: 'all' });
		const { error } = await run('delete', { segmentId: byId(12) });
		expect(error.message).toBe(
			"Segment 12 was not deleted: the installation doesn't say which segment flow 1 uses",
		);
		expect(stored(12)).toBeDefined();
	});

	test.each(['flows', 'campaigns', 'recurring-campaigns', 'rss-automations'])(
		'delete is refused where the list of %s cannot be read',
		async (list) => {
			site.behaviour.reportsSegment = true;
			site.faults.add({
				on: { path: `/api/${list}`, method: 'GET' },
				times: Infinity,
				answer: { status: 403, body: { errors: [{ title: 'Not in your plan', status: 403 }] } },
			});
			const { error } = await run('delete', { segmentId: byId(12) });
			expect(error.message).toMatch(/^Segment 12 was not deleted: the list of .* can't be read\. /);
			expect(stored(12)).toBeDefined();
		},
	);

	test('an installation without recurring campaigns and RSS automations has none', async () => {
		site.behaviour.reportsSegment = true;
		site.behaviour.missing = ['recurring-campaigns', 'rss-automations'];
		const { json } = await run('delete', { segmentId: byId(12) });
		expect(json).toEqual([{ deleted: true, id: 12 }]);
	});

	test('with "Even if Used", the installation decides', async () => {
		site.addFlow({ segment: '12' });
		const { json, error } = await run('delete', {
			segmentId: byId(12),
			options: { evenIfUsed: true },
		});
		if (site.behaviour.deletedSegment === 'refuse') {
			expect(error.message).toMatch(/^The installation refused this: /);
			expect(stored(12)).toBeDefined();
		} else {
			expect(json).toEqual([{ deleted: true, id: 12 }]);
		}
	});

	test('an installation that cannot delete segments is told as such', async () => {
		site.faults.add({
			on: { operation: 'segments.delete' },
			answer: { kind: 'htmlPage', status: 404 },
		});
		const { error } = await run('delete', { segmentId: byId(12) });
		expect(error.message).toBe(
			"Segment 12 was not deleted: the API of this installation can't delete segments (HTTP 404)",
		);
	});

	test('a segment that is still there was not deleted, whatever the installation says', async () => {
		site.faults.add({
			on: { operation: 'segments.delete' },
			answer: { status: 200, body: { data: { id: 12 } } },
		});
		const { error } = await run('delete', { segmentId: byId(12) });
		expect(error.message).toMatch(/^Segment 12 is still there/);
	});

	test.each(['get', 'update', 'delete'])(
		'%s of one that does not exist fails',
		async (operation) => {
			const { error } = await run(operation, {
				segmentId: byId(99),
				updateFields: { name: 'New' },
			});
			expect(error.message).toMatch(/^Segment 99 does not exist: /);
		},
	);
});

describe('what is told and not sent', () => {
	beforeEach(async () => {
		await start({ profile: 'btools' });
	});

	const empties = [
		['no filter', {}, "'Audience' is empty"],
		['an empty list', { countries: [] }, "'Countries' is empty"],
		[
			'a list whose expression returns nothing',
			{ languages: '={{ $json.x }}' },
			"'Languages' is empty",
		],
		['no cities', { cities: ' ' }, "'Cities' is empty"],
		['a city without a name', { cities: 'Berlin,,Bonn' }, "'Cities' is empty"],
		['no page', { subscribedOnUrl: '' }, "'Subscribed on URL' is empty"],
		['no parameter', { customParameters: {} }, "'Custom Parameters' is empty"],
		[
			'a parameter without a value',
			{ customParameters: conditions(condition('plan', '')) },
			"'Custom Parameters' > 'Value' is empty",
		],
		[
			'a parameter without a key',
			{ customParameters: conditions(condition('', 'gold')) },
			"'Custom Parameters' > 'Key' is empty",
		],
		['an unknown country', { countries: ['DE', 'UK'] }, "'Countries' can't be 'UK'"],
		['an unknown continent', { continents: ['XX'] }, "'Continents' can't be 'XX'"],
		['an unknown device', { deviceTypes: ['watch'] }, "'Device Types' can't be 'watch'"],
		['an unknown language', { languages: ['eng'] }, "'Languages' can't be 'eng'"],
		['an unknown system', { operatingSystems: ['BeOS'] }, "'Operating Systems' can't be 'BeOS'"],
		['an unknown browser', { browsers: ['Lynx'] }, "'Browsers' can't be 'Lynx'"],
		[
			'an unknown condition',
			{ customParameters: conditions(condition('plan', 'gold', 'like')) },
			"'Custom Parameters' > 'Condition' can't be 'like'",
		],
	];

	test.each(empties)('an audience with %s', async (_, audience, message) => {
		const created = await run('create', newSegment({ type: 'filter', audience }));
		const updated = await run('update', { segmentId: byId(11), updateFields: { audience } });
		expect(created.error.message).toBe(`${message}`);
		expect(updated.error.message).toBe(`${message}`);
		expect(site.requests).toEqual([]);
	});

	test('an audience with one empty filter beside a good one', async () => {
		const audience = { countries: ['DE'], cities: '={{ $json.missing }}' };
		const { error } = await run('create', newSegment({ type: 'filter', audience }));
		expect(error.message).toBe("'Cities' is empty");
	});

	test.each([
		['none', '={{ "" }}', "'Subscriber IDs' is empty"],
		['an empty list', '={{ [] }}', "'Subscriber IDs' is empty"],
		['nothing', '={{ $json.missing }}', "'Subscriber IDs' is empty"],
		['a name', '1, Jane', "'Subscriber IDs' contains something that is not an ID: 'Jane'"],
		['a gap', '1,,3', "'Subscriber IDs' contains something that is not an ID: nothing"],
		['a space for a comma', '1 2', "'Subscriber IDs' contains something that is not an ID: '1 2'"],
		['a fraction', '={{ [1.5] }}', "'Subscriber IDs' contains something that is not an ID: 1.5"],
		['objects', '={{ [{ id: 1 }] }}', "'Subscriber IDs' is not text"],
	])('subscribers that are %s', async (_, subscriberIds, message) => {
		const created = await run('create', newSegment({ subscriberIds }));
		const updated = await run('update', { segmentId: byId(12), updateFields: { subscriberIds } });
		expect(created.error.message).toBe(`${message}`);
		expect(updated.error.message).toBe(`${message}`);
		expect(site.requests).toEqual([]);
	});

	test('an update of nothing', async () => {
		const { error } = await run('update', { segmentId: byId(11), updateFields: {} });
		expect(error.message).toBe('Nothing to update');
		expect(site.requests).toEqual([]);
	});
});

describe('what the installation stored', () => {
	beforeEach(async () => {
		await start({ profile: 'btools', behaviour: { replyWith: 'id' } });
	});
	const changeSettings = (change, when) =>
		site.faults.add({
			on: { operation: 'segments.get' },
			skip: when === 'after' ? 1 : 0,
			answer: {
				kind: 'change',
				with: (_, answer) => {
					change(answer.body.data);
					return answer;
				},
			},
		});

	test('a filter that was dropped is a failure', async () => {
		changeSettings(({ settings }) => {
			delete settings.filters_countries;
		});
		const { error } = await run(
			'create',
			newSegment({ type: 'filter', audience: { countries: ['DE'], deviceTypes: ['mobile'] } }),
		);
		expect(error.message).toBe(
			"Segment 16 was stored with another value of 'Countries' than asked for",
		);
	});

	test('a subscriber that was dropped is a failure', async () => {
		changeSettings(({ settings }) => {
			settings.subscribers_ids = [1];
		}, 'after');
		const { error } = await run('update', {
			segmentId: byId(12),
			updateFields: { subscriberIds: '1,2' },
		});
		expect(error.message).toBe(
			"Segment 12 was stored with another value of 'Subscriber IDs' than asked for",
		);
	});

	test('a name that was cut is a failure', async () => {
		changeSettings((segment) => {
			segment.name = 'VIP';
		});
		const { error } = await run('create', newSegment({ subscriberIds: '1' }));
		expect(error.message).toBe(
			"Segment 16 was stored, but 'Name' is 'VIP' instead of 'VIP buyers'",
		);
	});

	test('settings may come as JSON text, and none as an empty list', async () => {
		changeSettings((segment) => {
			segment.settings = JSON.stringify(segment.settings);
		});
		const { error } = await run('update', { segmentId: byId(11), updateFields: { name: 'New' } });
		expect(error).toBeUndefined();
		expect(stored(11).settings.filters).toEqual({
			custom_parameters: [condition('customer_number', '1004', 'lower_than')],
			countries: ['PL', 'DE'],
		});

		changeSettings((segment) => {
			segment.settings = [];
		});
		const named = await run('update', {
			segmentId: byId(12),
			updateFields: { subscriberIds: '2' },
		});
		expect(named.error).toBeUndefined();
		expect(stored(12).settings).toEqual({ subscribers_ids: [2] });
	});

	test.each([
		[
			'an unknown filter',
			({ settings }) => (settings.filters_moon_phase = ['full']),
			'filters_moon_phase',
		],
		[
			'a filter in another form',
			({ settings }) => (settings.filters_countries = { a: { b: 1 } }),
			'filters_countries',
		],
		[
			'half a custom parameter',
			({ settings }) => {
				delete settings.filters_custom_parameters;
				settings.filters_custom_parameter_key = ['plan'];
			},
			'filters_custom_parameter_key',
		],
		['no settings', (segment) => delete segment.settings, 'settings'],
	])('%s is not lost by an update: nothing is sent', async (_, change, name) => {
		changeSettings(change);
		const { error } = await run('update', { segmentId: byId(11), updateFields: { name: 'New' } });
		expect(error.message).toBe(`'${name}' of segment 11 can't be read, so nothing was sent`);
		expect(posts()).toEqual([]);
	});

	test.each(['segments.create', 'segments.update'])(
		'a lost response of %s is not a success, and nothing is sent twice',
		async (operation) => {
			site.faults.add({ on: { operation }, carriedOut: true, answer: { kind: 'reset' } });
			const { error } =
				operation === 'segments.create'
					? await run('create', newSegment({ subscriberIds: '1' }))
					: await run('update', { segmentId: byId(11), updateFields: { name: 'New' } });
			expect(error.message).toMatch(/may or may not have been/);
			expect(posts()).toHaveLength(1);
		},
	);

	test('a retry does not create it twice, nor fail because it is deleted', async () => {
		site.faults.add({
			on: { operation: 'segments.create' },
			skip: 1,
			answer: { status: 400, body: { message: 'Not now' } },
		});
		const { error, json } = await run(
			'create',
			newSegment({ name: '={{ $json.name }}', subscriberIds: '1' }),
			{
				items: [{ json: { name: 'one' } }, { json: { name: 'two' } }],
				settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
			},
		);
		expect(error).toBeUndefined();
		expect(json.map(({ name }) => name)).toEqual(['one', 'two']);
		expect(site.segments.map(({ name }) => name).sort()).toEqual(
			['Returning customers', 'VIP', 'one', 'two', '中文读者'].sort(),
		);

		site.faults.add({
			on: { operation: 'segments.delete' },
			skip: 1,
			answer: { status: 400, body: { message: 'Not now' } },
		});
		const deleted = await run(
			'delete',
			{ segmentId: byId('={{ $json.id }}') },
			{
				items: [{ json: { id: 16 } }, { json: { id: 17 } }],
				settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
			},
		);
		expect(deleted.error).toBeUndefined();
		expect(deleted.json).toEqual([
			{ deleted: true, id: 16 },
			{ deleted: true, id: 17 },
		]);
	});
});

test('what used a segment is not sent to all subscribers, since the segment stays', async () => {
	await start({ profile: 'ospyo', behaviour: { segmentsList: true, websitesList: true } });
	const { json } = await runNode(
		site,
		'create',
		newFlow({ additionalFields: { segment: byId('12') } }),
	);
	expect(json).toHaveLength(1);
	const { error } = await run('delete', { segmentId: byId(12) });
	expect(error).toBeDefined();
	expect(site.flows()[0].stored.segment).toBe('12');
});
