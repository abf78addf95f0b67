'use strict';

const { PROFILES, startSandbox } = require('../tools/sandbox');
const { runNode, byId, newFlow, partsOf } = require('./support/run');
const { png } = require('./support/files');

describe.each(Object.keys(PROFILES))('on the installation profile %s', (profile) => {
	let sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox({ profile });
	});

	afterEach(async () => {
		await sandbox.stop();
	});

	test('create sends the required fields as a form, and returns the stored flow', async () => {
		const { json, error } = await runNode(sandbox, 'create', newFlow());

		expect(error).toBeUndefined();
		const [request] = sandbox.requests;
		expect(request).toMatchObject({ method: 'POST', url: '/api/flows' });
		expect(request.headers.authorization).toBe('Bearer sandbox-key');
		expect(request.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
		expect(partsOf(request)).toEqual([
			['website_id', '1'],
			['name', 'Welcome'],
			['title', 'Hello'],
			['description', 'Good to see you'],
			['wait_time', '3'],
			['wait_time_type', 'days'],
		]);
		expect(json).toEqual([
			expect.objectContaining({
				id: 1,
				website_id: 1,
				name: 'Welcome',
				title: 'Hello',
				description: 'Good to see you',
				wait_time: 3,
				wait_time_type: 'days',
			}),
		]);
	});

	test('create sends every optional field under its documented name', async () => {
		const image = png();
		const { error } = await runNode(
			sandbox,
			'create',
			newFlow({
				additionalFields: {
					buttonTitle1: 'Shop',
					buttonUrl1: 'https://shop.example/1',
					buttonTitle2: 'Later',
					buttonUrl2: 'https://shop.example/2',
					image: 'data',
					isAutoHide: true,
					isEnabled: true,
					isSilent: true,
					segment: byId('all'),
					ttl: 86400,
					url: 'https://shop.example/',
					utmCampaign: 'welcome',
					utmMedium: 'push',
					utmSource: 'n8n',
				},
			}),
			{ items: [{ json: {}, binary: { data: image.binary } }] },
		);

		expect(error).toBeUndefined();
		expect(Object.fromEntries(partsOf(sandbox.requests[0]))).toEqual({
			website_id: '1',
			name: 'Welcome',
			title: 'Hello',
			description: 'Good to see you',
			wait_time: '3',
			wait_time_type: 'days',
			button_title_1: 'Shop',
			button_url_1: 'https://shop.example/1',
			button_title_2: 'Later',
			button_url_2: 'https://shop.example/2',
			image: { fileName: 'image.png', type: 'image/png', bytes: image.bytes },
			is_auto_hide: '1',
			is_enabled: '1',
			is_silent: '1',
			segment: 'all',
			ttl: '86400',
			url: 'https://shop.example/',
			utm_campaign: 'welcome',
			utm_medium: 'push',
			utm_source: 'n8n',
		});
		const [flow] = sandbox.flows();
		expect(flow.stored.image.bytes).toEqual(image.bytes);
		expect(flow.settings).toMatchObject({ is_silent: 1, is_auto_hide: 1, ttl: 86400 });
	});

	test('get reads one flow at its documented path', async () => {
		const { id } = sandbox.addFlow({ title: 'Stored' });
		const { json, output } = await runNode(sandbox, 'get', { flowId: byId(String(id)) });

		expect(sandbox.requests.map(({ method, url }) => [method, url])).toEqual([
			['GET', `/api/flows/${id}`],
		]);
		expect(json).toEqual([expect.objectContaining({ id, title: 'Stored' })]);
		expect(output[0].pairedItem).toEqual({ item: 0 });
	});

	test('update sends only the changed fields, and returns the stored flow', async () => {
		const { id } = sandbox.addFlow({ title: 'Old', description: 'Kept' });
		const { json, error } = await runNode(sandbox, 'update', {
			flowId: byId(id),
			updateFields: { title: 'New' },
		});

		expect(error).toBeUndefined();
		expect(sandbox.requests[0]).toMatchObject({ method: 'POST', url: `/api/flows/${id}` });
		expect(partsOf(sandbox.requests[0])).toEqual([['title', 'New']]);
		expect(json).toEqual([expect.objectContaining({ id, title: 'New', description: 'Kept' })]);
	});

	test('get many lists the flows', async () => {
		sandbox.addFlows(3, (i) => ({ name: `Flow ${i}` }));
		const { json } = await runNode(sandbox, 'getAll', { returnAll: true });

		expect(sandbox.requests.map(({ method, path, query }) => [method, path, query])).toEqual([
			['GET', '/api/flows/', { page: '1', results_per_page: '1000' }],
		]);
		expect(json.map(({ id }) => id).sort()).toEqual([1, 2, 3]);
	});

	test('delete removes the flow, and returns its ID', async () => {
		const { id } = sandbox.addFlow();
		const { json } = await runNode(sandbox, 'delete', { flowId: byId(id) });

		expect(sandbox.requests.map(({ method, url }) => [method, url])).toEqual([
			['DELETE', `/api/flows/${id}`],
		]);
		expect(json).toEqual([{ deleted: true, id }]);
		expect(sandbox.flows()).toEqual([]);
	});
});
