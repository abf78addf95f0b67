'use strict';

const { idsOf, useInstallation } = require('./client');

const site = useInstallation({ now: () => Date.parse('2026-03-01T12:00:00Z') });
const set = (behaviour) => Object.assign(site.sandbox.behaviour, behaviour);
const read = async (id) => (await site.get(`subscribers/${id}`)).data;
const lastLogs = (count) => site.sandbox.subscriberLogs().slice(-count);

const parameters = (pairs) =>
	Object.fromEntries(
		Object.entries(pairs).flatMap(([key, value], index) => [
			[`custom_parameter_key[${index}]`, key],
			[`custom_parameter_value[${index}]`, value],
		]),
	);

test('an item has the documented fields', async () => {
	const subscriber = await read(1);
	expect(Object.keys(subscriber).sort()).toEqual(
		[
			'id user_id website_id unique_endpoint_id endpoint ip custom_parameters city_name',
			'country_code continent_code os_name browser_name browser_language device_type',
			'subscribed_on_url total_sent_push_notifications total_displayed_push_notifications',
			'total_clicked_push_notifications total_closed_push_notifications last_sent_datetime',
			'last_datetime datetime',
		]
			.join(' ')
			.split(' ')
			.sort(),
	);
	expect(subscriber.endpoint).toMatch(/secret/);
});

test.each([
	['array', []],
	['object', {}],
])('custom parameters are an %s when empty', async (emptyCustomParameters, empty) => {
	set({ emptyCustomParameters });
	expect((await read(4)).custom_parameters).toEqual(empty);
	expect((await read(1)).custom_parameters).toEqual({ customer_number: '1001', plan: 'gold' });
});

test.each([
	['replaces the whole set', true, { plan: 'free' }, { plan: 'free' }],
	['adds to the set', false, { plan: 'free' }, { customer_number: '1001', plan: 'free' }],
	['empties the set when it names none', true, {}, []],
])('an update %s', async (_, updateReplacesParameters, sent, stored) => {
	set({ updateReplacesParameters });
	await site.post('subscribers/1', parameters(sent));
	const subscriber = await read(1);
	expect(subscriber.custom_parameters).toEqual(stored);
	expect(subscriber.last_datetime).toBe('2026-03-01 12:00:00');
});

test('an update cuts keys at 64 and values at 512 characters', async () => {
	await site.post('subscribers/1', parameters({ ['k'.repeat(70)]: 'v'.repeat(600) }));
	expect((await read(1)).custom_parameters).toEqual({ ['k'.repeat(64)]: 'v'.repeat(512) });
});

test('there is no create', async () => {
	const { status } = await site.post('subscribers', { website_id: '1' });
	expect(status).toBe(404);
});

test.each([
	['a delete', () => site.remove('subscribers/3'), 'manually_deleted'],
	['leaving', () => site.sandbox.unsubscribe(3), 'unsubscribed'],
])('%s removes the row, and the log does not say whose', async (_, leave, type) => {
	await leave();
	expect(await read(3)).toBeUndefined();
	expect(lastLogs(1)).toMatchObject([{ type, subscriber_id: 0, website_id: 1, ip: '10.0.0.3' }]);
});

test('a new subscriber is logged, with the next ID', () => {
	const { id, datetime } = site.sandbox.addSubscriber({ website_id: 2 });
	expect([id, datetime]).toEqual([13, '2026-03-01 12:00:00']);
	expect(lastLogs(1)).toMatchObject([{ type: 'subscribed', subscriber_id: 13, website_id: 2 }]);
});

test('a repeat subscription changes no row, and is logged as leaving and coming', async () => {
	const before = await read(3);
	site.sandbox.resubscribe(3);
	expect(await read(3)).toEqual(before);
	const same = { ip: '10.0.0.3', datetime: '2026-03-01 12:00:00', website_id: 1 };
	expect(lastLogs(2)).toMatchObject([
		{ type: 'unsubscribed', subscriber_id: 0, ...same },
		{ type: 'subscribed', subscriber_id: 3, ...same },
	]);
});

describe('list', () => {
	const NEW = { generation: 4, newerListParameters: true };
	test.each([
		['an older installation ignores all of it', { generation: 2 }, { website_id: '2' }, 12],
		['website', NEW, { website_id: '2' }, [7, 8, 9, 10]],
		['device', NEW, { device_type: 'tablet' }, [5]],
		['country', NEW, { country_code: 'CN' }, [7, 8]],
		['continent', NEW, { continent_code: 'NA' }, [4]],
		['search by IP unless told otherwise', NEW, { search: '0.0.12' }, [12]],
		['search by city', NEW, { search: 'new', search_by: 'city_name' }, [4]],
		['no search by custom parameter', NEW, { search: 'gold', search_by: 'custom_parameters' }, []],
		[
			'first subscribed between dates',
			NEW,
			{ datetime_start: '2025-02-01 00:00:00', datetime_end: '2025-02-28 23:59:59' },
			[3, 8, 9],
		],
		[
			'generation 3 knows no dates',
			{ generation: 3, newerListParameters: true },
			{ datetime_start: '2025-02-01 00:00:00', website_id: '5' },
			[11, 12],
		],
	])('%s', async (_, behaviour, query, expected) => {
		set({ ...behaviour, defaultOrder: 'oldest' });
		const ids = idsOf(await site.get('subscribers', query));
		expect(typeof expected === 'number' ? ids.length : ids).toEqual(expected);
	});

	test('100,000 can be added and read', async () => {
		site.sandbox.addSubscribers(100_000);
		const { body } = await site.get('subscribers', { page: '101', results_per_page: '1000' });
		expect(body.meta).toMatchObject({ total: 100_012, total_pages: 101 });
		expect(body.data).toHaveLength(12);
	});
});

describe('logs', () => {
	test('hold the documented fields, oldest first', async () => {
		const { data } = await site.get('subscribers-logs');
		expect(data[0]).toEqual({
			id: 1,
			subscriber_id: 1,
			campaign_id: 0,
			flow_id: 0,
			personal_notification_id: 0,
			website_id: 1,
			user_id: 1,
			ip: '10.0.0.1',
			type: 'subscribed',
			datetime: '2025-01-05 08:00:00',
		});
	});

	test.each([
		[1, false, { campaign_id: '9' }, [1]],
		[1, false, { type: 'clicked_notification' }, [1]],
		[2, false, { campaign_id: '9' }, [1, 2]],
		[3, true, { campaign_id: '9' }, [1, 2]],
		[3, true, { type: 'displayed_notification' }, [2]],
		[4, true, { subscriber_id: '1' }, [1, 2]],
		[4, true, { datetime_start: '2026-01-02 00:00:00' }, [2]],
	])('in generation %i, newer parameters %s, %j', async (generation, newer, query, found) => {
		set({ generation, newerListParameters: newer, defaultOrder: 'oldest' });
		const event = (campaign_id, type, day) =>
			site.sandbox.addSubscriberLog({ campaign_id, type, datetime: `2026-01-${day} 00:00:00` });
		const added = [
			event(9, 'clicked_notification', '01'),
			event(8, 'displayed_notification', '02'),
		].map(({ id }) => id);
		const ids = idsOf(await site.get('subscribers-logs', query));
		expect(ids.filter((id) => added.includes(id))).toEqual(found.map((one) => added[one - 1]));
	});

	test('are read only', async () => {
		expect((await site.get('subscribers-logs/1')).status).toBe(404);
		expect((await site.post('subscribers-logs', { type: 'subscribed' })).status).toBe(404);
	});
});

describe('statistics', () => {
	const statistics = async (query, website = 1) =>
		await site.get(`subscribers-statistics/${website}`, query);
	const JANUARY = { start_date: '2025-01-01', end_date: '2025-01-31' };
	const QUARTER = { start_date: '2025-01-01', end_date: '2025-03-31' };

	test.each([
		['by day', JANUARY, [{ subscribers: 2, formatted_date: '2025-01-05' }]],
		[
			'by month over a longer range, the last day included',
			QUARTER,
			[
				{ subscribers: 2, formatted_date: '2025-01' },
				{ subscribers: 1, formatted_date: '2025-02' },
				{ subscribers: 2, formatted_date: '2025-03' },
			],
		],
		[
			'by country, unknown ones too',
			{ start_date: '2025-01-01', end_date: '2025-12-31', type: 'country_code' },
			[
				{ country_code: 'PL', subscribers: 3 },
				{ country_code: 'DE', subscribers: 1 },
				{ country_code: 'US', subscribers: 1 },
				{ country_code: null, subscribers: 1 },
			],
		],
		['an empty range', { start_date: '2024-01-01', end_date: '2024-01-31' }, []],
	])('%s', async (_, query, data) => {
		expect((await statistics(query)).body).toEqual({ data });
	});

	test('count those who are still there', async () => {
		site.sandbox.unsubscribe(1);
		expect((await statistics(JANUARY)).data).toEqual([
			{ subscribers: 1, formatted_date: '2025-01-05' },
		]);
	});

	test.each([
		['no end', { start_date: '2025-01-01' }, 1, 401],
		['a date in another form', { start_date: '2025-01-01', end_date: '31.01.2025' }, 1, 401],
		['an unknown website', JANUARY, 77, 404],
	])('are refused for %s', async (_, query, website, status) => {
		expect((await statistics(query, website)).status).toBe(status);
	});
});
