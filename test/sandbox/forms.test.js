'use strict';

const { useInstallation } = require('./client');

const site = useInstallation();
const set = (behaviour) => Object.assign(site.sandbox.behaviour, behaviour);
const image = (size = 10, name = 'picture.png') => new File([new Uint8Array(size)], name);

/** Every resource that holds a message, and what it needs besides. */
const RESOURCES = [
	['flows', { wait_time: '3', wait_time_type: 'days' }],
	['campaigns', { save: '1' }],
	['personal-notifications', { subscriber_id: '3', save: '1' }],
	['recurring-campaigns', { is_enabled: '0' }],
	['rss-automations', { rss_url: 'https://blog.example/feed', is_enabled: '0' }],
];
const MESSAGE = { website_id: '1', name: 'Name', title: 'Title', description: 'Text' };

describe.each(RESOURCES)('the message of %s', (path, own) => {
	const create = async (fields) => await site.post(path, { ...MESSAGE, ...own, ...fields });
	const created = async (fields) => {
		const { data } = await create(fields);
		return (await site.get(`${path}/${data.id}`)).data;
	};

	test('is cut without a word', async () => {
		const limits = { name: 256, title: 64, description: 128, url: 512 };
		const long = Object.keys(limits).map((name) => [name, 'ü'.repeat(600)]);
		const entry = await created(Object.fromEntries(long));
		const lengths = Object.keys(limits).map((name) => [name, entry[name].length]);
		expect(Object.fromEntries(lengths)).toEqual(limits);
	});

	test('has buttons, lifetime and flags', async () => {
		const { settings } = await created({
			button_title_1: 'x'.repeat(20),
			button_url_1: 'https://shop.example/1',
			ttl: '86400',
			is_silent: '0',
		});
		expect(settings).toMatchObject({
			button_title_1: 'x'.repeat(16),
			button_url_1: 'https://shop.example/1',
			button_title_2: '',
			ttl: 86400,
			is_silent: 1,
			is_auto_hide: 0,
		});
	});

	test('has an image, by the extension of its name', async () => {
		const { image_url } = await created({ image: image() });
		const served = await fetch(image_url);
		expect(image_url).toContain(`/uploads/${path}/1-`);
		expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/png']);

		const { body } = await create({ image: image(10, 'picture.txt') });
		expect(body).toMatchObject({ status: 'error', details: [] });
		const large = await create({ image: image(3 * 1024 * 1024) });
		expect([large.status, large.body.status]).toEqual([200, 'error']);
	});

	test('lands on the first website when its own is unknown', async () => {
		if (path === 'personal-notifications') return;
		expect(await created({ website_id: '77' })).toMatchObject({ website_id: 1 });
		set({ unknownWebsite: 'refuse' });
		expect((await create({ website_id: '77' })).status).toBe(404);
	});
});

const FLOW = { ...MESSAGE, wait_time: '3', wait_time_type: 'days' };

test.each([
	['I <3 you', 'I'],
	['<b>Now</b> open', 'Now open'],
	['1 < 2', '1 < 2'],
])('a text may lose its tags: %s', async (title, stored) => {
	set({ stripsTags: true });
	await site.post('flows', { ...FLOW, title });
	expect(site.sandbox.flows()[0].title).toBe(stored);
});

test('an upload above the limit empties the whole form: an update changes nothing', async () => {
	set({ postMaxBytes: 1000 });
	const { id } = site.sandbox.addFlow({ title: 'Old', is_enabled: true });
	const { status } = await site.post(`flows/${id}`, {
		title: 'New',
		is_enabled: '0',
		image: image(2000),
	});
	expect(status).toBe(200);
	expect(site.sandbox.flows()[0]).toMatchObject({ title: 'Old', is_enabled: true });
	expect((await site.post('flows', { ...FLOW, image: image(2000) })).status).toBe(401);
});

test('files may be ignored without a word', async () => {
	set({ fileUploads: false });
	const { status } = await site.post('flows', { ...FLOW, image: image() });
	expect(status).toBe(201);
	expect(site.sandbox.flows()[0]).toMatchObject({ title: 'Title', image_url: null });
});

test.each([
	['id', { data: { id: 1 } }],
	['topId', { id: 1 }],
	['flow', { data: { id: 1, title: 'Title' } }],
])('a create answers with the %s', async (replyWith, body) => {
	set({ replyWith });
	expect((await site.post('flows', FLOW)).body).toMatchObject(body);
	if (replyWith !== 'topId') expect((await site.post('flows', FLOW)).body).not.toHaveProperty('id');
});

test('a form may be url-encoded', async () => {
	const { apiKey, url } = site.sandbox;
	await fetch(`${url}/api/flows`, {
		method: 'POST',
		headers: { authorization: `Bearer ${apiKey}` },
		body: new URLSearchParams(FLOW),
	});
	expect(site.sandbox.flows()).toMatchObject([{ title: 'Title', wait_time: 3 }]);
});

test.each([
	[false, undefined],
	[true, { source: 'n8n', medium: '', campaign: '' }],
])('the UTM values are told: %s', async (reportsUtm, utm) => {
	set({ reportsUtm });
	await site.post('flows', { ...FLOW, utm_source: 'n8n' });
	expect((await site.get('flows/1')).data.settings.utm).toEqual(utm);
});
