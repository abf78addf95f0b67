'use strict';

const { searchList } = require('../tools/engine/searchList');
const { startSandbox } = require('../tools/sandbox');
const { INSTALLATIONS } = require('./support/installations');
const { byId, partsOf, runNode } = require('./support/run');

const SIMPLIFIED = [
	'id',
	'website_id',
	'custom_parameters',
	'country_code',
	'city_name',
	'device_type',
	'os_name',
	'browser_name',
	'subscribed_on_url',
	'datetime',
];

let site;
const start = async (options) => {
	site = await startSandbox(options);
};
afterEach(async () => {
	await site?.stop();
	site = undefined;
});

const run = async (operation, parameters, options) =>
	await runNode(site, operation, { resource: 'subscriber', ...parameters }, options);
const rows = (object) => ({
	parameter: Object.entries(object).map(([key, value]) => ({ key, value })),
});
const stored = (id) => site.subscribers().find((subscriber) => subscriber.id === id);
const parametersOf = (id) => stored(id)?.custom_parameters;
const posts = () => site.requests.filter(({ method }) => method === 'POST');
const secretsIn = (json) =>
	JSON.stringify(json).match(/secret-|unique_endpoint_id|"endpoint"|"keys"|0{8}/g);

describe.each(INSTALLATIONS)('on %s', (_, options) => {
	beforeEach(async () => {
		await start(options);
	});

	test('get gives the most useful fields of one subscriber', async () => {
		const { json, error, output } = await run('get', { subscriberId: byId(2) });

		expect(error).toBeUndefined();
		expect(json).toEqual([
			expect.objectContaining({
				id: 2,
				website_id: 1,
				custom_parameters: { customer_number: '1002', plan: 'silver' },
				country_code: 'DE',
			}),
		]);
		expect(Object.keys(json[0])).toEqual(SIMPLIFIED);
		expect(output[0].pairedItem).toEqual({ item: 0 });
		expect(site.requests.map(({ method, url }) => [method, url])).toEqual([
			['GET', '/api/subscribers/2'],
		]);
	});

	test('nothing by which anybody could push to a person comes out, of any operation', async () => {
		site.behaviour.reportsSubscriberKeys = true;
		const whole = { simplify: false };
		const results = [
			await run('get', { subscriberId: byId(2), ...whole }),
			await run('getAll', { returnAll: true, ...whole }),
			await run('update', {
				subscriberId: byId(2),
				customParameters: rows({ plan: 'gold' }),
				...whole,
			}),
			await run('update', { subscriberId: byId(2), customParameters: rows({ plan: 'gold' }) }),
			await run('delete', { subscriberId: byId(2) }),
		];

		for (const { json, error } of results) {
			expect(error).toBeUndefined();
			expect(json.length).toBeGreaterThan(0);
			expect(secretsIn(json)).toBeNull();
		}
		expect(results[0].json[0]).toMatchObject({
			ip: '10.0.0.2',
			user_id: 1,
			browser_language: 'de',
		});
	});

	test('nothing of it is in what n8n stores of a run that fails', async () => {
		site.behaviour.reportsSubscriberKeys = true;
		site.faults.add({
			on: { operation: 'subscribers.update' },
			answer: { kind: 'reset' },
			times: Infinity,
		});
		const { error, run: stored } = await run('update', {
			subscriberId: byId(2),
			customParameters: rows({ plan: 'gold' }),
		});
		expect(error).toBeDefined();
		expect(JSON.stringify(stored)).not.toMatch(/secret-/);
	});

	test('a custom parameter may be called like a secret', async () => {
		const parameters = { api_key: 'theirs', keys: 'house, car' };
		site.addSubscriber({ id: 70, custom_parameters: parameters });
		const { json } = await run('get', { subscriberId: byId(70), simplify: false });
		expect(json[0].custom_parameters).toEqual(parameters);
	});

	test('get many lists all subscribers', async () => {
		const { json } = await run('getAll', { returnAll: true });
		expect(json.map(({ id }) => id).sort((a, b) => a - b)).toEqual([
			1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
		]);
		for (const { custom_parameters: parameters } of json) {
			expect(Array.isArray(parameters)).toBe(false);
		}
	});

	test('a customer number finds its subscriber, and no other', async () => {
		site.addSubscriber({ id: 50, custom_parameters: { customer_number: '10010' } });
		site.addSubscriber({ id: 51, custom_parameters: { customer_number: '100' } });
		site.addSubscriber({ id: 52, custom_parameters: { Customer_number: '1001' } });
		const { json, error } = await run('getAll', {
			filters: { customParameterKey: 'customer_number', customParameterValue: '1001' },
		});

		expect(error).toBeUndefined();
		expect(json.map(({ id }) => id)).toEqual([1]);
		expect(Object.keys(site.requests[0].query).sort()).toEqual(['page', 'results_per_page']);
	});

	test('a key alone finds all who have the parameter', async () => {
		site.addSubscriber({ id: 50, custom_parameters: { plan: '' } });
		const { json } = await run('getAll', {
			returnAll: true,
			filters: { customParameterKey: 'plan' },
		});
		expect(json.map(({ id }) => id).sort((a, b) => a - b)).toEqual([1, 2, 3, 7, 9, 11, 50]);
	});

	test.each([
		['websiteId', byId(5), [11, 12]],
		['deviceType', 'tablet', [5]],
		['continentCode', 'NA', [4]],
		['countryCode', 'DE', [2]],
		['search', 'berlin', [2]],
		['datetimeStart', '2025-05-01', [10]],
		['datetimeEnd', '2025-01-05', [1, 2]],
	])('the filter %s is right', async (name, value, ids) => {
		const { json, error } = await run('getAll', { returnAll: true, filters: { [name]: value } });
		expect(error).toBeUndefined();
		expect(json.map(({ id }) => id).sort((a, b) => a - b)).toEqual(ids);
	});

	test.each([
		['ip', '10.0.0.7', 7],
		['city_name', 'singa', 9],
		['os_name', 'ios', 5],
		['browser_name', 'firefox', 2],
		['browser_language', 'fr', 10],
		['subscribed_on_url', '/sale', 5],
	])('a search by %s is right', async (searchBy, search, id) => {
		const { json } = await run('getAll', { returnAll: true, filters: { search, searchBy } });
		expect(json.map((subscriber) => subscriber.id)).toEqual([id]);
	});

	test('filters and order go together', async () => {
		const { json } = await run('getAll', {
			limit: 2,
			filters: { customParameterKey: 'plan', customParameterValue: 'gold' },
			options: { orderBy: 'subscriber_id', orderType: 'DESC' },
		});
		expect(json.map(({ id }) => id)).toEqual([7, 3]);
	});

	test('an update keeps the other parameters, and sends all of them', async () => {
		const { json, error } = await run('update', {
			subscriberId: byId(2),
			customParameters: rows({ plan: 'gold', city: 'Köln' }),
		});

		expect(error).toBeUndefined();
		expect(partsOf(posts()[0])).toEqual([
			['custom_parameter_key[0]', 'customer_number'],
			['custom_parameter_key[1]', 'plan'],
			['custom_parameter_key[2]', 'city'],
			['custom_parameter_value[0]', '1002'],
			['custom_parameter_value[1]', 'gold'],
			['custom_parameter_value[2]', 'Köln'],
		]);
		const wanted = { customer_number: '1002', plan: 'gold', city: 'Köln' };
		expect(parametersOf(2)).toEqual(wanted);
		expect(json).toEqual([expect.objectContaining({ id: 2, custom_parameters: wanted })]);
		expect(site.requests.map(({ method, path }) => [method, path])).toEqual([
			['GET', '/api/subscribers/2'],
			['POST', '/api/subscribers/2'],
			['GET', '/api/subscribers/2'],
		]);
	});

	test('the first parameter of a subscriber who has none', async () => {
		await run('update', { subscriberId: byId(4), customParameters: rows({ plan: 'free' }) });
		expect(parametersOf(4)).toEqual({ plan: 'free' });
	});

	test('what is as it should be is not sent', async () => {
		const { json, error } = await run('update', {
			subscriberId: byId(2),
			customParameters: rows({ plan: 'silver' }),
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([expect.objectContaining({ id: 2 })]);
		expect(posts()).toEqual([]);
	});

	test('items about one subscriber do not undo each other, and the last one counts', async () => {
		const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key, index) => ({
			json: { key, value: String(index) },
		}));
		const { json, error } = await run(
			'update',
			{
				subscriberId: byId(2),
				customParameters: {
					parameter: [
						{ key: '={{ $json.key }}', value: '={{ $json.value }}' },
						{ key: 'last', value: '={{ $json.key }}' },
					],
				},
			},
			{ items },
		);

		expect(error).toBeUndefined();
		expect(json).toHaveLength(7);
		expect(parametersOf(2)).toEqual({
			customer_number: '1002',
			plan: 'silver',
			...{ a: '0', b: '1', c: '2', d: '3', e: '4', f: '5', g: '6' },
			last: 'g',
		});
	});

	test('delete removes the subscriber and says so', async () => {
		const { json } = await run('delete', { subscriberId: byId(3) });
		expect(json).toEqual([{ deleted: true, id: 3 }]);
		expect(stored(3)).toBeUndefined();
		expect(site.subscribers()).toHaveLength(11);
	});

	test.each(['get', 'update', 'delete'])(
		'%s of one who does not exist fails',
		async (operation) => {
			const { error } = await run(operation, {
				subscriberId: byId(99),
				customParameters: rows({ plan: 'gold' }),
			});
			expect(error.message).toMatch(/^Subscriber 99 does not exist: /);
			expect(site.subscribers()).toHaveLength(12);
			expect(posts()).toEqual([]);
		},
	);

	test('the list to choose from tells subscribers apart and shows nothing else', async () => {
		const { results } = await searchList('getSubscribers', {
			baseUrl: site.url,
			apiKey: site.apiKey,
		});
		expect(results).toHaveLength(12);
		const names = results.map(({ name }) => name);
		expect(new Set(names).size).toBe(12);
		expect(names).toContain('DE, Firefox on Windows, 2025-01-05 (ID 2)');
		expect(names).toContain('Chrome on Windows, 2025-04-02 (ID 6)');
		expect(secretsIn(results)).toBeNull();
	});
});

describe.each(INSTALLATIONS)('taking parameters away, on %s', (_, options) => {
	/** A newer installation is reported to add parameters only. */
	describe.each([
		['replaces the set', true],
		['only adds to it', false],
	])('where an update %s', (__, updateReplacesParameters) => {
		beforeEach(async () => {
			await start({ ...options, behaviour: { ...options.behaviour, updateReplacesParameters } });
		});

		const cases = [
			['keys to remove', { removeKeys: 'plan' }, { customer_number: '1002' }],
			[
				'keys to remove beside new ones',
				{ removeKeys: ' plan , gone', customParameters: rows({ city: 'Bonn' }) },
				{ customer_number: '1002', city: 'Bonn' },
			],
			[
				'a list of keys from an expression',
				{ removeKeys: '={{ ["plan", "customer_number"] }}' },
				{},
			],
			['replace', { mode: 'replace', customParameters: rows({ city: 'Bonn' }) }, { city: 'Bonn' }],
			['replace with no parameters', { mode: 'replace' }, {}],
		];
		test.each(cases)('%s', async (___, parameters, wanted) => {
			const { json, error } = await run('update', { subscriberId: byId(2), ...parameters });

			expect(posts()).toHaveLength(1);
			if (updateReplacesParameters) {
				expect(error).toBeUndefined();
				expect(parametersOf(2)).toEqual(wanted);
				expect(json).toEqual([expect.objectContaining({ custom_parameters: wanted })]);
			} else {
				expect(error.message).toMatch(
					/^Subscriber 2 was updated, but still has the custom parameters /,
				);
			}
		});
	});
});

test('no parameters are sent as one without a key: a form without fields might mean "as it is"', async () => {
	await start({ profile: 'btools' });
	await run('update', { subscriberId: byId(2), mode: 'replace' });
	expect(partsOf(posts()[0])).toEqual([
		['custom_parameter_key[0]', ''],
		['custom_parameter_value[0]', ''],
	]);
});

describe('what is told and not sent', () => {
	beforeEach(async () => {
		await start({ profile: 'btools' });
	});

	test.each([
		['an empty merge', {}, "Nothing to update: 'Custom Parameters' and 'Keys to Remove' are empty"],
		[
			'a parameter without a key',
			{ customParameters: { parameter: [{ key: ' ', value: 'x' }] } },
			"'Custom Parameters' > 'Key' is empty",
		],
		[
			'a value whose expression returns nothing',
			{ customParameters: { parameter: [{ key: 'plan', value: '={{ $json.missing }}' }] } },
			"'Custom Parameters' > 'Value' is empty",
		],
		[
			'a value that is an object',
			{ customParameters: { parameter: [{ key: 'plan', value: '={{ { a: 1 } }}' }] } },
			"'Custom Parameters' > 'Value' is not text",
		],
		[
			'a key that is too long',
			{ customParameters: rows({ ['k'.repeat(65)]: 'x' }) },
			"'Custom Parameters' > 'Key' has 65 characters, but the installation keeps only 64",
		],
		[
			'a value that is too long',
			{ customParameters: rows({ plan: 'v'.repeat(513) }) },
			"'Custom Parameters' > 'Value' has 513 characters, but the installation keeps only 512",
		],
		[
			'a key twice',
			{
				customParameters: {
					parameter: [
						{ key: 'a', value: '1' },
						{ key: 'a', value: '2' },
					],
				},
			},
			"'Custom Parameters' contains 'a' twice",
		],
		[
			'a key that is set and removed',
			{ customParameters: rows({ plan: 'x' }), removeKeys: 'plan' },
			"'Custom Parameters' contains 'plan' twice",
		],
		['a key to remove that is empty', { removeKeys: 'plan,,city' }, "'Keys to Remove' is empty"],
		['an unknown mode', { mode: '={{ "mix" }}' }, "'Mode' can't be 'mix'"],
	])('%s', async (_, parameters, message) => {
		const { error } = await run('update', { subscriberId: byId(2), ...parameters });
		expect(error.message).toBe(`${message}`);
		expect(site.requests).toEqual([]);
	});

	test.each([
		['a value without a key', { customParameterValue: '1001' }, /means nothing without/],
		[
			'an empty key',
			{ customParameterKey: '', customParameterValue: '1001' },
			/^'Custom Parameter Key' is empty/,
		],
		[
			'a customer number that is not there',
			{ customParameterKey: 'customer_number', customParameterValue: '={{ $json.missing }}' },
			/^'Custom Parameter Value' is empty/,
		],
		[
			'a customer number that is blank',
			{ customParameterKey: 'customer_number', customParameterValue: ' ' },
			/^'Custom Parameter Value' is empty/,
		],
		['an unknown country', { countryCode: '={{ "UK" }}' }, /^'Country' can't be 'UK'/],
		['a website that is no ID', { websiteId: byId('1x') }, /^'Website' is not an ID/],
	])('%s finds nobody instead of everybody', async (_, filters, message) => {
		const { error } = await run('getAll', { filters });
		expect(error.message).toMatch(message);
		expect(site.requests).toEqual([]);
	});

	test.each(['get', 'update', 'delete'])('%s with an ID that is none', async (operation) => {
		const { error } = await run(operation, {
			subscriberId: byId('12abc'),
			customParameters: rows({ a: 'b' }),
		});
		expect(error.message).toBe("'Subscriber' is not an ID: '12abc'");
		expect(site.requests).toEqual([]);
	});
});

describe('an update whose end is not as it should be', () => {
	beforeEach(async () => {
		await start({ profile: 'btools' });
	});
	const update = async (options) =>
		await run(
			'update',
			{ subscriberId: byId(2), customParameters: rows({ plan: 'gold' }) },
			options,
		);
	/** Changes what the installation tells when the subscriber is read: before the update, or after. */
	const changeRead = (change, when = 'before') =>
		site.faults.add({
			on: { operation: 'subscribers.get' },
			skip: when === 'after' ? 1 : 0,
			answer: { kind: 'change', with: (_, answer) => change(answer) ?? answer },
		});

	test('a value that was stored in another way is a failure, and its value is not shown', async () => {
		changeRead((answer) => {
			answer.body.data.custom_parameters.plan = 'private value';
		}, 'after');
		const { error } = await update();
		expect(error.message).toBe(
			'Subscriber 2 was updated, but the installation stored something else as plan',
		);
		expect(JSON.stringify([error.message, error.description])).not.toContain('private value');
	});

	test('parameters that are not reported are not overwritten by a merge', async () => {
		changeRead((answer) => {
			delete answer.body.data.custom_parameters;
		});
		const { error } = await update();
		expect(error.message).toBe(
			"The custom parameters of subscriber 2 can't be read, so nothing was sent",
		);
		expect(posts()).toEqual([]);
	});

	test('nor are parameters in a form that is not known', async () => {
		changeRead((answer) => {
			answer.body.data.custom_parameters = [{ key: 'plan', value: 'silver' }];
		});
		const { error } = await update();
		expect(error.message).toMatch(/can't be read, so nothing was sent/);
		expect(posts()).toEqual([]);
	});

	test('keys that are numbers are kept, also where PHP makes a list of them', async () => {
		site.addSubscriber({ id: 60, custom_parameters: { 0: 'zero', 1: 'one' } });
		changeRead((answer) => {
			answer.body.data.custom_parameters = ['zero', 'one'];
		});
		const { error } = await run('update', {
			subscriberId: byId(60),
			customParameters: rows({ plan: 'gold' }),
		});
		expect(error).toBeUndefined();
		expect(parametersOf(60)).toEqual({ 0: 'zero', 1: 'one', plan: 'gold' });
	});

	test('a lost response is not taken for a success, and nothing is sent twice', async () => {
		site.faults.add({
			on: { operation: 'subscribers.update' },
			carriedOut: true,
			answer: { kind: 'reset' },
			times: 1,
		});
		const { error } = await update();
		expect(error.message).toMatch(/^Subscriber 2 may or may not have been updated: /);
		expect(posts()).toHaveLength(1);
	});

	test('one that cannot be read back is a failure that says so', async () => {
		changeRead((answer) => ({ ...answer, status: 403, body: { message: 'Not now' } }), 'after');
		const { error } = await update();
		expect(error.message).toMatch(/^Subscriber 2 was updated, but could not be read back: /);
	});

	test('one bad item does not cost another its result', async () => {
		const { json } = await run(
			'update',
			{ subscriberId: byId('={{ $json.id }}'), customParameters: rows({ plan: 'gold' }) },
			{
				items: [2, 99, 'x', 3].map((id) => ({ json: { id } })),
				settings: { onError: 'continueRegularOutput' },
			},
		);
		expect(json.map(({ id, error }) => id ?? error)).toEqual([
			2,
			expect.stringMatching(/^Subscriber 99 does not exist/),
			expect.stringMatching(/^'Subscriber' is not an ID/),
			3,
		]);
		expect(parametersOf(2).plan).toBe('gold');
	});
});

describe('many subscribers', () => {
	beforeEach(async () => {
		await start({ profile: 'ospyo' });
		site.addSubscribers(12_000, (index) => ({
			custom_parameters: { customer_number: `N${index}` },
		}));
		site.behaviour.defaultOrder = 'oldest';
	});
	const find = async (value, more) =>
		await run('getAll', {
			filters: { customParameterKey: 'customer_number', customParameterValue: value },
			...more,
		});

	test('the one who is looked for ends the reading', async () => {
		const { json } = await find('N5', { limit: 1 });
		expect(json).toHaveLength(1);
		expect(site.requests).toHaveLength(1);
	});

	test('the last one is found as well', async () => {
		const { json } = await find('N11999', { limit: 1 });
		expect(json.map(({ custom_parameters: { customer_number: number } }) => number)).toEqual([
			'N11999',
		]);
		expect(site.requests).toHaveLength(13);
	});

	test('a limit reads no more than it needs', async () => {
		const { json } = await run('getAll', { limit: 20 });
		expect(json).toHaveLength(20);
		expect(site.requests.map(({ query }) => query.results_per_page)).toEqual(['25']);
	});
});
