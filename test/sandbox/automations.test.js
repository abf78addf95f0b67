'use strict';

const { useInstallation } = require('./client');

const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;
// A Sunday.
const site = useInstallation({
	now: () => Date.parse('2026-03-01T12:00:00Z'),
	behaviour: { accountTimezone: 'Europe/Warsaw' },
});
const set = (behaviour) => Object.assign(site.sandbox.behaviour, behaviour);
const MESSAGE = { website_id: '1', name: 'Weekly', title: 'News', description: 'What is new' };
const receivers = () => site.sandbox.outbox.map(({ subscriber_id }) => subscriber_id);
const times = () => [...new Set(site.sandbox.outbox.map(({ at }) => at))];
const VIPS = [1, 5];

describe('recurring campaigns', () => {
	const PATH = 'recurring-campaigns';
	const create = async (fields) =>
		(
			await site.post(PATH, {
				...MESSAGE,
				segment: '12',
				frequency: 'daily',
				time: '09:30',
				...fields,
			})
		).data.id;
	const read = async (id) => (await site.get(`${PATH}/${id}`)).data;

	test('an item has the documented fields', async () => {
		expect(await read(await create({}))).toMatchObject({
			website_id: 1,
			title: 'News',
			segment: '12',
			is_enabled: true,
			settings: { frequency: 'daily', time: '09:30', is_silent: 0, ttl: 2419200 },
			total_campaigns: 0,
			last_run_datetime: null,
			next_run_datetime: '2026-03-02 08:30:00',
			last_datetime: null,
		});
	});

	test.each([
		['daily', {}, 3, ['2026-03-02 08:30:00', '2026-03-03 08:30:00', '2026-03-04 08:30:00']],
		['today still', { time: '13:30' }, 1, ['2026-03-01 12:30:00']],
		[
			'weekly, day 1 a Monday',
			{ frequency: 'weekly', week_days: ['1'] },
			7,
			['2026-03-02 08:30:00'],
		],
		[
			'monthly, and not in a month that has no such day',
			{ frequency: 'monthly', month_days: ['31'] },
			92,
			['2026-03-31 07:30:00', '2026-05-31 07:30:00'],
		],
		['weekly without a day', { frequency: 'weekly' }, 30, []],
		['not at all, disabled', { is_enabled: '0' }, 7, []],
	])('run %s', async (_, fields, days, expected) => {
		await create(fields);
		site.sandbox.advance(days * DAY);
		expect(times()).toEqual(expected);
		expect(receivers()).toEqual(expected.flatMap(() => VIPS));
	});

	test('day 1 may be a Sunday', async () => {
		set({ weekStart: 'sunday' });
		await create({ frequency: 'weekly', week_days: ['1'] });
		site.sandbox.advance(8 * DAY);
		expect(times()).toEqual(['2026-03-08 08:30:00']);
	});

	test('each run is a campaign, and is counted', async () => {
		const id = await create({});
		site.sandbox.advance(2 * DAY);
		expect(site.sandbox.campaigns()).toMatchObject([
			{ name: 'Weekly', title: 'News', segment: '12', status: 'sent', total_push_notifications: 2 },
			{ name: 'Weekly', total_push_notifications: 2 },
		]);
		expect(await read(id)).toMatchObject({
			total_campaigns: 2,
			total_push_notifications: 4,
			last_run_datetime: '2026-03-03 08:30:00',
			next_run_datetime: '2026-03-04 08:30:00',
		});
	});

	test('is enabled by value, not by presence', async () => {
		expect(await read(await create({ is_enabled: '1' }))).toMatchObject({ is_enabled: true });
		expect(await read(await create({ is_enabled: '0' }))).toMatchObject({ is_enabled: false });
	});

	test.each([
		['all', 'all'],
		['kept', '12'],
	])('an update without segment: %s', async (updateWithoutSegment, segment) => {
		set({ updateWithoutSegment });
		const id = await create({});
		await site.post(`${PATH}/${id}`, { time: '10:00' });
		expect(await read(id)).toMatchObject({
			segment,
			settings: { time: '10:00' },
			next_run_datetime: '2026-03-02 09:00:00',
		});
	});

	test.each([['999'], ['15']])('segment %s becomes everybody', async (segment) => {
		expect(await read(await create({ segment }))).toMatchObject({ segment: 'all' });
	});

	test('can be deleted', async () => {
		const id = await create({});
		expect((await site.remove(`${PATH}/${id}`)).status).toBe(200);
		site.sandbox.advance(2 * DAY);
		expect(receivers()).toEqual([]);
	});
});

describe('RSS automations', () => {
	const PATH = 'rss-automations';
	const FEED = 'https://blog.example/feed.xml';
	const item = (name) => ({ url: `https://blog.example/${name}`, id: name });
	const create = async (fields) =>
		await site.post(PATH, {
			...MESSAGE,
			segment: '12',
			rss_url: FEED,
			check_interval_seconds: '3600',
			items_count: '2',
			campaigns_delay: '10',
			...fields,
		});
	const read = async (id) => (await site.get(`${PATH}/${id}`)).data;
	const links = () => site.sandbox.campaigns().map(({ url }) => url.split('/').at(-1));

	beforeEach(() => site.sandbox.setFeed(FEED, [item('c'), item('b'), item('a')]));

	test('an item has the documented fields', async () => {
		const { data } = await create({ is_enabled: '0' });
		expect(await read(data.id)).toMatchObject({
			rss_url: FEED,
			segment: '12',
			is_enabled: false,
			settings: { check_interval_seconds: 3600, items_count: 2, campaigns_delay: 10 },
			last_check_datetime: null,
		});
	});

	test.each([
		['takes what is there for new, up to the number of items', true, {}, ['c', 'b']],
		['waits for what comes', false, {}, []],
		['does nothing when disabled', true, { is_enabled: '0' }, []],
	])('one that is created %s', async (_, rssTakesPresentItems, fields, expected) => {
		set({ rssTakesPresentItems });
		await create(fields);
		expect(links()).toEqual(expected);
	});

	test('sends each campaign some minutes after the one before', async () => {
		await create({});
		site.sandbox.advance(HOUR / 2);
		expect(times()).toEqual(['2026-03-01 12:00:00', '2026-03-01 12:10:00']);
		expect(receivers()).toEqual([...VIPS, ...VIPS]);
	});

	test('sends what is new once it is enabled', async () => {
		const { data } = await create({ is_enabled: '0' });
		site.sandbox.advance(DAY);
		await site.post(`${PATH}/${data.id}`, { is_enabled: '1', segment: '12' });
		site.sandbox.setFeed(FEED, [item('d'), item('c'), item('b'), item('a')]);
		site.sandbox.advance(2 * HOUR);
		expect(links()).toEqual(['d']);
		expect(await read(data.id)).toMatchObject({ total_campaigns: 1, is_enabled: true });
	});

	test.each([
		['an address without a feed', { rss_url: 'https://nothing.example/' }],
		['no address', { rss_url: '' }],
		['something that is no address', { rss_url: 'feed' }],
	])('%s is refused', async (_, fields) => {
		site.sandbox.setFeed('https://nothing.example/', null);
		expect((await create(fields)).status).toBe(401);
		expect(site.sandbox.rssAutomations()).toEqual([]);
	});

	test.each([
		[{ check_interval_seconds: '17' }, { check_interval_seconds: 3600 }],
		[{ items_count: '500' }, { items_count: 100 }],
		[{ campaigns_delay: '1' }, { campaigns_delay: 5 }],
		[{ unique_item_identifier: 'guid' }, { unique_item_identifier: 'url' }],
		[{ use_rss_image: '0' }, { use_rss_image: 1 }],
	])('%j is stored as %j', async (fields, settings) => {
		const { data } = await create({ is_enabled: '0', ...fields });
		expect((await read(data.id)).settings).toMatchObject(settings);
	});

	test('an update without segment may widen it', async () => {
		set({ updateWithoutSegment: 'all' });
		const { data } = await create({ is_enabled: '0' });
		await site.post(`${PATH}/${data.id}`, { is_enabled: '1' });
		expect(await read(data.id)).toMatchObject({ segment: 'all' });
	});
});

describe('flows', () => {
	test('reach each new subscriber after the wait, and once', async () => {
		const { id } = site.sandbox.addFlow({
			title: 'Welcome',
			wait_time: 3,
			wait_time_type: 'hours',
		});
		const early = site.sandbox.addSubscriber();
		site.sandbox.advance(HOUR);
		const late = site.sandbox.addSubscriber();
		site.sandbox.addSubscriber({ website_id: 2 });
		site.sandbox.advance(DAY);

		expect(site.sandbox.outbox).toMatchObject([
			{ kind: 'flow', id, subscriber_id: early.id, title: 'Welcome', at: '2026-03-01 15:00:00' },
			{ kind: 'flow', id, subscriber_id: late.id, at: '2026-03-01 16:00:00' },
		]);
	});

	test('reach nobody where they are off', () => {
		site.sandbox.addFlow({ is_enabled: false, wait_time: 1, wait_time_type: 'minutes' });
		site.sandbox.addSubscriber();
		site.sandbox.advance(DAY);
		expect(site.sandbox.outbox).toEqual([]);
	});
});
