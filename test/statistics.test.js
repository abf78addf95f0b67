'use strict';

const { startSandbox } = require('../tools/sandbox');
const { INSTALLATIONS } = require('./support/installations');
const { byId, runNode } = require('./support/run');

const BREAKDOWNS = [
	'continent_code',
	'country_code',
	'city_name',
	'os_name',
	'browser_name',
	'device_type',
	'browser_language',
	'subscribed_on_url',
];

describe.each(INSTALLATIONS)('on %s', (_, options) => {
	let site;
	beforeEach(async () => {
		site = await startSandbox(options);
	});
	afterEach(async () => {
		await site.stop();
	});
	const statistics = async (parameters) =>
		await runNode(site, 'getStatistics', {
			resource: 'website',
			websiteId: byId(1),
			startDate: '2025-01-01',
			endDate: '2025-01-31',
			...parameters,
		});

	test('subscribers by day', async () => {
		const { json, error, output } = await statistics();
		expect(error).toBeUndefined();
		expect(json).toEqual([{ subscribers: 2, formatted_date: '2025-01-05' }]);
		expect(output[0].pairedItem).toEqual({ item: 0 });
		expect(site.requests.map(({ method, url }) => [method, url])).toEqual([
			[
				'GET',
				'/api/subscribers-statistics/1?start_date=2025-01-01&end_date=2025-01-31&type=overview',
			],
		]);
	});

	test('by month over a longer time', async () => {
		const { json } = await statistics({ endDate: '2025-12-31' });
		expect(json).toEqual([
			{ subscribers: 2, formatted_date: '2025-01' },
			{ subscribers: 1, formatted_date: '2025-02' },
			{ subscribers: 2, formatted_date: '2025-03' },
			{ subscribers: 1, formatted_date: '2025-04' },
		]);
	});

	test.each(BREAKDOWNS)('by %s', async (breakdown) => {
		const { json, error } = await statistics({ endDate: '2025-12-31', breakdown });
		expect(error).toBeUndefined();
		expect(json.length).toBeGreaterThan(0);
		for (const row of json) expect(Object.keys(row)).toEqual(['subscribers', breakdown]);
		expect(json.reduce((sum, { subscribers }) => sum + subscribers, 0)).toBe(6);
	});

	test('a value that is not known is null', async () => {
		const { json } = await statistics({ endDate: '2025-12-31', breakdown: 'country_code' });
		expect(json).toContainEqual({ subscribers: 1, country_code: null });
	});

	test('no subscribers, no items', async () => {
		const { json, error } = await statistics({ startDate: '2020-01-01', endDate: '2020-01-31' });
		expect(error).toBeUndefined();
		expect(json).toEqual([]);
	});

	test.each([
		['the date picker', '2025-01-05T00:00:00', '2025-01-05'],
		['a time zone: the day as it is written', '2025-01-05T23:30:00.000-08:00', '2025-01-05'],
		["Luxon's date", '={{ DateTime.fromISO("2025-01-05") }}', '2025-01-05'],
	])('dates from %s', async (__, date, day) => {
		const { error } = await statistics({ startDate: date, endDate: date });
		expect(error).toBeUndefined();
		expect(site.requests[0].query).toMatchObject({ start_date: day, end_date: day });
	});

	test.each([
		[{ startDate: '={{ $json.missing }}' }, "'Start Date' is empty"],
		[{ endDate: '={{ "31.01.2025" }}' }, "'End Date' is not a date: '31.01.2025'"],
		[{ endDate: '2025-02-30' }, "'End Date' is not a date: '2025-02-30'"],
		[{ endDate: '2024-12-31' }, "'End Date' is before 'Start Date'"],
		[{ breakdown: '={{ "country" }}' }, "'Breakdown' can't be 'country'"],
		[{ websiteId: byId('x') }, "'Website' is not an ID: 'x'"],
	])('%j is refused', async (parameters, message) => {
		const { error } = await statistics(parameters);
		expect(error.message).toBe(`${message}`);
		expect(site.requests).toEqual([]);
	});

	test('a website that does not exist', async () => {
		const { error } = await statistics({ websiteId: byId(99) });
		expect(error.message).toMatch(/^Website 99 does not exist/);
	});

	test('an installation that does not know the breakdown is not believed', async () => {
		const body = { data: [{ subscribers: 2, formatted_date: '2025-01-05' }] };
		site.faults.add({ answer: { status: 200, body } });
		const { error } = await statistics({ breakdown: 'os_name' });
		expect(error.message).toBe(
			"The installation answered with other statistics than 'Breakdown' os_name",
		);
	});

	test('an answer that is no list is not taken for "no subscribers"', async () => {
		site.faults.add({ times: 3, answer: { status: 200, body: { data: {} } } });
		const { error } = await statistics();
		expect(error.message).toMatch(
			/^The installation answered with something other than statistics/,
		);
	});
});
