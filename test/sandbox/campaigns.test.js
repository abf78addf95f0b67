'use strict';

const { idsOf, useInstallation } = require('./client');

const NOW = Date.parse('2026-03-01T12:00:00Z');
const site = useInstallation({ now: () => NOW });

const CAMPAIGN = { website_id: '1', name: 'Sale', title: 'Today', description: 'Half price' };
const EVERYBODY = [1, 2, 3, 4, 5, 6];
const SEEDED = { all: EVERYBODY, 11: [1, 2, 3], 12: [1, 5] };

const create = async (fields) => {
	const { data } = await site.post('campaigns', { ...CAMPAIGN, ...fields });
	return data.id;
};
const update = async (id, fields) => await site.post(`campaigns/${id}`, fields);
const read = async (id) => (await site.get(`campaigns/${id}`)).data;
const receivers = () => site.sandbox.outbox.map(({ subscriber_id }) => subscriber_id);
const set = (behaviour) => Object.assign(site.sandbox.behaviour, behaviour);

describe('create', () => {
	test.each([
		['without save', {}, 'sent', EVERYBODY],
		['with save', { save: '1' }, 'draft', []],
		['with save, whatever its value', { save: '0' }, 'draft', []],
		['with send alone', { send: '0' }, 'sent', EVERYBODY],
		[
			'for later',
			{ is_scheduled: '1', scheduled_datetime: '2026-03-02 10:00:00' },
			'scheduled',
			[],
		],
		['for later without a date', { is_scheduled: '1' }, 'sent', EVERYBODY],
		[
			'for later in another form',
			{ is_scheduled: '1', scheduled_datetime: '2026-03-02T10:00:00' },
			'sent',
			EVERYBODY,
		],
		[
			'for later, without seconds',
			{ is_scheduled: '1', scheduled_datetime: '2026-03-02 10:00' },
			'sent',
			EVERYBODY,
		],
		[
			'for a day that does not exist',
			{ is_scheduled: '1', scheduled_datetime: '2026-02-30 10:00:00' },
			'sent',
			EVERYBODY,
		],
	])('%s', async (_, fields, status, sentTo) => {
		const id = await create(fields);
		expect(await read(id)).toMatchObject({ id, status, title: 'Today' });
		expect(receivers()).toEqual(sentTo);
	});

	test.each([
		['all', { segment: 'all' }, 'all', EVERYBODY],
		['no segment', {}, 'all', EVERYBODY],
		['an unknown segment', { segment: '999' }, 'all', EVERYBODY],
		['a misspelt one', { segment: 'everyone' }, 'all', EVERYBODY],
		['a segment by filters', { segment: '11' }, '11', SEEDED[11]],
		['a segment of named subscribers', { segment: '12' }, '12', SEEDED[12]],
		["another website's segment: its rules here", { segment: '15' }, 'all', []],
		['named subscribers', { segment: 'custom', subscribers_ids: '2,4,7,99' }, 'custom', [2, 4]],
		['no named subscriber', { segment: 'custom' }, 'custom', []],
		[
			'filters',
			{ segment: 'filter', filters_countries: ['PL'], filters_device_type: ['mobile'] },
			'filter',
			[3],
		],
		[
			'a filter that says nothing',
			{ segment: 'filter', filters_countries: ['Poland'] },
			'filter',
			[],
		],
		['an unknown website', { website_id: '77' }, 'all', EVERYBODY],
	])('for %s', async (_, fields, segment, sentTo) => {
		const id = await create(fields);
		expect(await read(id)).toMatchObject({
			segment,
			subscribers_ids: sentTo,
			sent_subscribers_ids: sentTo,
			total_push_notifications: sentTo.length,
			total_sent_push_notifications: sentTo.length,
		});
		expect(receivers()).toEqual(sentTo);
	});

	test.each(['name', 'title', 'description', 'website_id'])('%s is required', async (field) => {
		const { [field]: _, ...others } = CAMPAIGN;
		const { body, status } = await site.post('campaigns', others);
		expect(status).toBe(401);
		expect(body.errors).toHaveLength(1);
		expect(site.sandbox.campaigns()).toEqual([]);
	});

	test('counts drafts and deleted campaigns towards the plan', async () => {
		set({ planCampaigns: 1 });
		const id = await create({ save: '1' });
		await site.remove(`campaigns/${id}`);
		expect((await site.post('campaigns', CAMPAIGN)).status).toBe(401);
	});

	test('is a real form or nothing: JSON looks empty', async () => {
		const { apiKey, url } = site.sandbox;
		const response = await fetch(`${url}/api/campaigns`, {
			method: 'POST',
			headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
			body: JSON.stringify(CAMPAIGN),
		});
		expect(response.status).toBe(401);
	});
});

describe('update', () => {
	test.each([
		['of a draft, even of its name alone, sends it', { name: 'New' }, 'sent', EVERYBODY],
		['with save leaves a draft', { name: 'New', save: '1' }, 'draft', []],
		[
			'with a time schedules it',
			{ is_scheduled: '1', scheduled_datetime: '2026-03-02 10:00:00' },
			'scheduled',
			[],
		],
		['with another segment sends to that', { segment: '12' }, 'sent', SEEDED[12]],
	])('%s', async (_, fields, status, sentTo) => {
		const id = await create({ save: '1' });
		await update(id, fields);
		expect(await read(id)).toMatchObject({ status });
		expect(receivers()).toEqual(sentTo);
	});

	test.each([
		['all', 'all', EVERYBODY],
		['kept', '12', SEEDED[12]],
	])('without segment: %s', async (updateWithoutSegment, segment, sentTo) => {
		set({ updateWithoutSegment });
		const id = await create({ save: '1', segment: '12' });
		await update(id, { name: 'New' });
		expect(await read(id)).toMatchObject({ segment });
		expect(receivers()).toEqual(sentTo);
	});

	test('with save takes a scheduled campaign back', async () => {
		const id = await create({ is_scheduled: '1', scheduled_datetime: '2026-03-02 10:00:00' });
		await update(id, { save: '1' });
		expect(await read(id)).toMatchObject({ status: 'draft' });
		site.sandbox.advance(7 * 24 * 3600 * 1000);
		expect(receivers()).toEqual([]);
	});

	test('where save is ignored, it is sent', async () => {
		set({ saveMakesDraft: false });
		const id = await create({ save: '1' });
		expect(await read(id)).toMatchObject({ status: 'sent' });
		expect(receivers()).toEqual(EVERYBODY);
	});

	test('of one that is being sent sends it again', async () => {
		set({ releasedAs: 'processing' });
		const id = await create({ segment: '12' });
		await update(id, { title: 'Corrected', segment: '12' });
		expect(receivers()).toEqual([1, 5, 1, 5]);
	});

	test('of a sent one changes its name alone', async () => {
		const id = await create({});
		await update(id, { name: 'New', title: 'New', segment: '12' });
		expect(await read(id)).toMatchObject({ name: 'New', title: 'Today', segment: 'all' });
		expect(receivers()).toEqual(EVERYBODY);
	});

	test('releases a draft to everybody whose segment was deleted since', async () => {
		const id = await create({ save: '1', segment: '12' });
		await site.remove('segments/12');
		expect(await read(id)).toMatchObject({ segment: '12', status: 'draft' });
		await update(id, { segment: '12' });
		expect(receivers()).toEqual(EVERYBODY);
	});

	test('counts the recipients again, and they stay as counted', async () => {
		const id = await create({ save: '1' });
		site.sandbox.addSubscriber({ id: 20, website_id: 1 });
		expect(await read(id)).toMatchObject({ total_push_notifications: 6 });
		const later = { is_scheduled: '1', scheduled_datetime: '2026-03-02 10:00:00' };
		await update(id, later);
		site.sandbox.addSubscriber({ id: 21, website_id: 1 });
		site.sandbox.unsubscribe(2);
		site.sandbox.advance(7 * 24 * 3600 * 1000);
		expect(await read(id)).toMatchObject({
			status: 'sent',
			total_push_notifications: 7,
			total_sent_push_notifications: 6,
		});
		expect(receivers()).toEqual([1, 3, 4, 5, 6, 20]);
	});
});

describe('time', () => {
	test.each([
		['Asia/Shanghai', '2026-03-02 10:00:00', '2026-03-02 02:00:00'],
		['Europe/Warsaw', '2026-07-01 10:00:00', '2026-07-01 08:00:00'],
		['Europe/Warsaw', '2026-10-25 02:30:00', '2026-10-25 00:30:00'],
		['Europe/Warsaw', '2026-03-29 02:30:00', '2026-03-29 01:30:00'],
		['America/New_York', '2026-03-02 10:00:00', '2026-03-02 15:00:00'],
	])('is read on the clock of %s: %s', async (accountTimezone, sent, shown) => {
		set({ accountTimezone });
		const id = await create({ is_scheduled: '1', scheduled_datetime: sent });
		expect(await read(id)).toMatchObject({ status: 'scheduled', scheduled_datetime: shown });
	});

	test('comes when the clock is put forward, and not before', async () => {
		set({ accountTimezone: 'UTC' });
		const id = await create({ is_scheduled: '1', scheduled_datetime: '2026-03-01 13:00:00' });
		site.sandbox.advance(3599 * 1000);
		expect(receivers()).toEqual([]);
		site.sandbox.advance(1000);
		expect(receivers()).toEqual(EVERYBODY);
		expect(site.sandbox.outbox[0]).toEqual({
			kind: 'campaign',
			id,
			subscriber_id: 1,
			website_id: 1,
			title: 'Today',
			at: '2026-03-01 13:00:00',
		});
	});

	test('of what is not scheduled is that of its creation, or none', async () => {
		const id = await create({ save: '1' });
		expect(await read(id)).toMatchObject({ scheduled_datetime: null });
		set({ unscheduledHasDate: true });
		expect(await read(id)).toMatchObject({ scheduled_datetime: '2026-03-01 12:00:00' });
	});
});

test('a released campaign is processing, until the next tick', async () => {
	set({ releasedAs: 'processing' });
	const id = await create({});
	expect(await read(id)).toMatchObject({ status: 'processing' });
	site.sandbox.tick();
	expect(await read(id)).toMatchObject({ status: 'sent' });
	expect(receivers()).toEqual(EVERYBODY);
});

test('a big one goes out batch by batch', async () => {
	set({ sendBatch: 4 });
	const id = await create({});
	expect(await read(id)).toMatchObject({
		status: 'processing',
		sent_subscribers_ids: [1, 2, 3, 4],
	});
	site.sandbox.tick();
	expect(await read(id)).toMatchObject({ status: 'sent', sent_subscribers_ids: EVERYBODY });
	expect(receivers()).toEqual(EVERYBODY);
});

test('each delivery is logged', async () => {
	const id = await create({ segment: '12' });
	const logs = site.sandbox.subscriberLogs().filter(({ campaign_id }) => campaign_id === id);
	expect(logs).toMatchObject([
		{ subscriber_id: 1, type: 'push_notification_sent', website_id: 1, flow_id: 0 },
		{ subscriber_id: 5, type: 'push_notification_sent', website_id: 1, flow_id: 0 },
	]);
});

test('delete answers 200 with an empty body', async () => {
	const { id } = site.sandbox.addCampaign();
	const { status, text } = await site.remove(`campaigns/${id}`);
	expect([status, text]).toEqual([200, '']);
	expect((await site.get(`campaigns/${id}`)).status).toBe(404);
});

test.each([
	[1, { status: 'draft', website_id: '2', datetime_end: '2000-01-01 00:00:00' }, [1, 2, 3]],
	[3, { status: 'draft', datetime_end: '2000-01-01 00:00:00' }, [1, 3]],
	[4, { status: 'draft', datetime_end: '2000-01-01 00:00:00' }, []],
	[4, { website_id: '2' }, [3]],
	[4, { search: 'sUm', search_by: 'title' }, [2]],
	[4, { order_by: 'title', order_type: 'DESC' }, [3, 2, 1]],
])('generation %i is asked for %j', async (generation, query, ids) => {
	set({ generation, newerListParameters: generation > 2 });
	site.sandbox.addCampaign({ title: 'Autumn' });
	site.sandbox.addCampaign({ title: 'Summer', status: 'sent' });
	site.sandbox.addCampaign({ title: 'Winter', website_id: 2 });
	expect(idsOf(await site.get('campaigns', query))).toEqual(ids);
});

test('a campaign to 20,000 goes out at once', async () => {
	site.sandbox.addSubscribers(20_000, () => ({ website_id: 5 }));
	await create({ website_id: '5' });
	expect(site.sandbox.outbox).toHaveLength(20_002);
});

test.each([
	['an unknown segment', { unknownSegment: 'refuse' }, { segment: '999' }, 404],
	["another website's segment", { foreignSegment: 'refuse' }, { segment: '15' }, 404],
	['an unknown website', { unknownWebsite: 'refuse' }, { website_id: '77' }, 404],
	['a date in another form', { malformedSchedule: 'refuse' }, { is_scheduled: '1' }, 401],
])('other installations refuse %s, and send nothing', async (_, behaviour, fields, expected) => {
	set(behaviour);
	const { status } = await site.post('campaigns', { ...CAMPAIGN, ...fields });
	expect(status).toBe(expected);
	expect(site.sandbox.outbox).toEqual([]);
	expect(site.sandbox.campaigns()).toEqual([]);
});

test.each([
	[
		"another website's segment becomes all",
		{ foreignSegment: 'all' },
		{ segment: '15' },
		EVERYBODY,
	],
	[
		'no usable filter means everybody',
		{ emptyFilter: 'everybody' },
		{ segment: 'filter' },
		EVERYBODY,
	],
	['save is read by its value', { presenceMeansTrue: false }, { save: '0' }, EVERYBODY],
])('other installations: %s', async (_, behaviour, fields, sentTo) => {
	set(behaviour);
	await create(fields);
	expect(receivers()).toEqual(sentTo);
});

test.each([
	['is kept by an update that does not name it', true, 'scheduled', []],
	['is dropped by an update that does not name it', false, 'sent', EVERYBODY],
])('a schedule %s', async (_, updateKeepsSchedule, status, sentTo) => {
	set({ updateKeepsSchedule });
	const id = await create({ is_scheduled: '1', scheduled_datetime: '2026-03-02 10:00:00' });
	await update(id, { name: 'New' });
	expect(await read(id)).toMatchObject({ name: 'New', status });
	expect(receivers()).toEqual(sentTo);
});

test('a draft may stay one whatever the update says', async () => {
	set({ updateReleases: false });
	const id = await create({ save: '1' });
	await update(id, { name: 'New' });
	expect(await read(id)).toMatchObject({ name: 'New', status: 'draft' });
});
