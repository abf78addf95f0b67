'use strict';

const { newFlow, partsOf, runNode } = require('./support/run');
const { useSandbox } = require('./support/sandbox');
const { png } = require('./support/files');

const site = useSandbox({ profile: 'newer' });

/** A locator whose ID is an expression, as the editor stores it. */
const locator = (expression, mode = 'id') => ({ __rl: true, mode, value: expression });

test('create accepts an expression for every parameter', async () => {
	const row = {
		website: 2,
		name: 'N',
		title: 'T',
		text: 'D',
		wait: '12',
		unit: 'hours',
		b1: 'one',
		u1: 'https://1.example',
		b2: 'two',
		u2: 'https://2.example',
		field: 'photo',
		yes: true,
		segment: 15,
		ttl: '3600',
		url: 'https://x.example',
		utm: 'c',
	};
	const { error, json } = await runNode(
		site.current,
		'create',
		{
			websiteId: locator('={{ $json.website }}'),
			name: '={{ $json.name }}',
			title: '={{ $json.title }}',
			text: '={{ $json.text }}',
			waitTime: '={{ $json.wait }}',
			waitTimeType: '={{ $json.unit }}',
			additionalFields: {
				buttonTitle1: '={{ $json.b1 }}',
				buttonUrl1: '={{ $json.u1 }}',
				buttonTitle2: '={{ $json.b2 }}',
				buttonUrl2: '={{ $json.u2 }}',
				image: '={{ $json.field }}',
				isAutoHide: '={{ $json.yes }}',
				isEnabled: '={{ !$json.yes }}',
				isSilent: '={{ String($json.yes) }}',
				segment: locator('={{ $json.segment }}', 'list'),
				ttl: '={{ $json.ttl }}',
				url: '={{ $json.url }}',
				utmCampaign: '={{ $json.utm }}',
				utmMedium: '={{ $json.utm }}',
				utmSource: '={{ $json.utm }}',
			},
			options: { returnFlow: '={{ !$json.yes }}' },
			simplify: '={{ !$json.yes }}',
		},
		{ items: [{ json: row, binary: { photo: png().binary } }] },
	);

	expect(error).toBeUndefined();
	const created = site.current.requests.find(({ method }) => method === 'POST');
	expect(Object.fromEntries(partsOf(created))).toEqual({
		website_id: '2',
		name: 'N',
		title: 'T',
		description: 'D',
		wait_time: '12',
		wait_time_type: 'hours',
		button_title_1: 'one',
		button_url_1: 'https://1.example',
		button_title_2: 'two',
		button_url_2: 'https://2.example',
		image: expect.objectContaining({ fileName: 'image.png' }),
		is_auto_hide: '1',
		is_enabled: '0',
		is_silent: '1',
		segment: '15',
		ttl: '3600',
		url: 'https://x.example',
		utm_campaign: 'c',
		utm_medium: 'c',
		utm_source: 'c',
	});
	expect(json[0]).toHaveProperty('settings');
});

test('get many accepts an expression for every parameter', async () => {
	site.current.addFlow({ name: 'needle', website_id: 2, datetime: '2026-01-15 00:00:00' });
	site.current.addFlow({ name: 'hay', website_id: 2, datetime: '2026-01-15 00:00:00' });
	const { error, json } = await runNode(
		site.current,
		'getAll',
		{
			returnAll: '={{ $json.all }}',
			limit: '={{ $json.limit }}',
			filters: {
				search: '={{ $json.search }}',
				searchBy: "={{ 'name' }}",
				websiteId: locator('={{ $json.website }}'),
				datetimeField: "={{ 'datetime' }}",
				datetimeStart: '={{ DateTime.fromISO("2026-01-01") }}',
				datetimeEnd: '={{ new Date(Date.UTC(2026, 0, 31)) }}',
			},
			options: { orderBy: "={{ 'name' }}", orderType: "={{ 'ASC' }}" },
			simplify: '={{ $json.all }}',
		},
		{ items: [{ json: { all: false, limit: '3', search: 'needle', website: '2' } }] },
	);

	expect(error).toBeUndefined();
	expect(site.current.requests[0].query).toMatchObject({
		search: 'needle',
		search_by: 'name',
		website_id: '2',
		datetime_field: 'datetime',
		datetime_end: '2026-01-31 00:00:00',
		order_by: 'name',
		order_type: 'ASC',
	});
	expect(site.current.requests[0].query.datetime_start).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:00$/);
	expect(json).toEqual([expect.objectContaining({ name: 'needle', settings: expect.anything() })]);
});

test.each(['get', 'update', 'delete'])(
	'%s accepts an expression for the flow',
	async (operation) => {
		const { id } = site.current.addFlow();
		const { error } = await runNode(
			site.current,
			operation,
			{
				flowId: locator('={{ $json.flow }}', 'list'),
				updateFields: { title: "={{ 'New ' + $json.flow }}" },
			},
			{ items: [{ json: { flow: String(id) } }] },
		);

		expect(error).toBeUndefined();
		expect(site.current.requests[0].path).toBe(`/api/flows/${id}`);
	},
);

test('an expression is evaluated for each item', async () => {
	const { json } = await runNode(site.current, 'create', newFlow({ title: '={{ $json.t }}' }), {
		items: ['a', 'b', 'c'].map((t) => ({ json: { t } })),
	});
	expect(json.map(({ title }) => title)).toEqual(['a', 'b', 'c']);
});
