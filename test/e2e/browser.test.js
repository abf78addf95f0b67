'use strict';

const { operationsOf, resources } = require('../support/resources');
const { randomUUID } = require('node:crypto');
const { useBrowser } = require('./support/browser');
const { Editor } = require('./support/editor');
const { exampleImage } = require('./support/files');
const { FORMS, OPTIONAL_LABELS } = require('./support/forms');
const { MAJORS } = require('./support/majors');
const { runningN8n, useN8n } = require('./support/n8n');
const { screenshot } = require('./support/screenshot');
const { fromList, newFlow, NODE, node, pusher, withItems } = require('./support/workflows');

/** The step that provides an image. */
const formStep = () =>
	node(
		'Form',
		'n8n-nodes-base.formTrigger',
		{
			formTitle: 'New push notification',
			formFields: { values: [{ fieldLabel: 'Picture', fieldType: 'file', multipleFiles: false }] },
			options: { appendAttribution: false },
		},
		{ typeVersion: 2.2, webhookId: randomUUID() },
	);

/** @typedef {import('n8n-workflow').INodeParameters} Parameters */

const NOT_THE_KEY =
	"The installation was found, but it does not accept this API key. Copy 'API Key' again from your account there, and check that your plan includes the API.";

const WEBSITES = [
	'Main shop (shop.example.com)',
	'示例博客 (blog.example.com/news)',
	'Księgarnia Łódź (ksiegarnia.example.pl)',
];

/**
 * Each list, its entries, and a search that its last entry matches.
 *
 * @type {Array<[label: string, operation: string, parameters: Parameters, entries: string[], search: string]>}
 */
const LISTS = [
	['Flow', 'update', {}, ['Welcome (ID 1)', 'Zweiter Tag (ID 2)'], 'zweiter'],
	[
		'Segment',
		'create',
		{ websiteId: fromList(2), additionalFields: { segment: fromList('all') } },
		['All Subscribers', '中文读者 (ID 15)'],
		'读者',
	],
];

describe.each(MAJORS)('n8n %s in a browser:', (major) => {
	// n8n selects the test's own credential by itself if there is no other.
	beforeEach(async () => await runningN8n(major).api.deleteCredentials());
	const the = useN8n(major);
	const browser = useBrowser(major);
	/** @type {(name: string, what: import('./support/screenshot').Part) => Promise<void>} */
	const shoot = async (name, what) => await screenshot(major, name, what);

	/** @param {import('../../tools/n8n/n8nApi').WorkflowFile} file */
	const open = async (file, page = browser.page) => {
		const editor = new Editor(page, the.n8n);
		await editor.open(await the.api.createWorkflow(file));
		return editor;
	};
	/** @type {(operation: string, parameters: Parameters) => Promise<import('./support/nodeForm').NodeForm>} */
	const openNode = async (operation, parameters) => {
		const editor = await open(withItems([{}], pusher(operation, parameters, the.credential)));
		return await editor.openNode(NODE);
	};
	const onlyForm = () => ({ name: 'From a form', nodes: [formStep()], connections: {} });

	test('the node is found, and a credential is created for it', async () => {
		await the.api.deleteCredentials();
		const editor = await open(onlyForm());
		await editor.search('push');
		await editor.choose('66pusher');
		const actions = resources.flatMap(operationsOf).map(({ action }) => action);
		await expect(editor.choices('Create flow')).resolves.toEqual(actions);
		await editor.choose('Create flow');

		const form = await editor.nodeForm.createCredential();
		const baseUrl = `${the.sandbox.url}/api-documentation/flows`;
		await form.fill({ 'Base URL': baseUrl, 'API Key': 'wrong' });
		await form.save();
		await expect(form.problem()).resolves.toContain(NOT_THE_KEY);

		await form.fill({ 'API Key': the.sandbox.apiKey });
		await form.saveAndClose();
		await expect(editor.nodeForm.credential()).resolves.toBe('66pusher account');
		await editor.nodeForm.openCredential();
		await form.tested();
		await shoot('credential', { parts: [form.header, form.fields], within: form.dialog });
		expect(the.sandbox.requests.map(({ url, status }) => [url, status])).toEqual(
			[401, 200, 200].map((status) => ['/api/flows/?results_per_page=10', status]),
		);
	});

	test('a flow is created with the image from a form', async () => {
		const editor = await open(onlyForm());
		await editor.search('66pusher');
		await editor.choose('66pusher');
		await editor.choose('Create flow');

		const form = editor.nodeForm;
		await form.openList('Website');
		await expect(form.offered()).resolves.toEqual(WEBSITES);
		await shoot('website-list', { parts: [form.field('Operation'), form.options.last()] });
		await expect(form.found('łódź')).resolves.toEqual([WEBSITES[2]]);
		await expect(form.found('SHOP')).resolves.toEqual([WEBSITES[0]]);
		await form.choose('Main shop (shop.example.com)');
		await form.fill({ Name: 'Welcome', Title: 'Good to see you! 欢迎 👋' });
		await form.fill({ Description: 'Here is 10% off your first order', 'Wait Time': '3' });
		await form.openFields();
		await expect(form.offered()).resolves.toEqual(OPTIONAL_LABELS);
		await form.choose('Image Data Field Name');
		await form.fill({ 'Image Data Field Name': 'Picture' });

		const pages = browser.page.waitForEvent('popup');
		await form.execute();
		const page = await pages;
		const file = { name: 'welcome.png', mimeType: 'image/png', buffer: exampleImage() };
		await page.getByLabel('Picture').setInputFiles(file);
		await page.getByRole('button', { name: 'Submit' }).click();

		await expect(form.output.table()).resolves.toEqual([
			{
				id: '1',
				website_id: '1',
				name: 'Welcome',
				title: 'Good to see you! 欢迎 👋',
				description: 'Here is 10% off your first order',
				url: 'empty',
				image_url: expect.stringMatching(/^http.*\/uploads\/flows\/1-\w+\.png$/),
				wait_time: '3',
				wait_time_type: 'days',
				is_enabled: 'true',
			},
		]);
		const sent = the.sandbox.requests.filter(({ path }) => path.startsWith('/api/flows'));
		expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
			'POST /api/flows',
			'GET /api/flows/1',
		]);
		expect(sent[0]?.parts).toMatchObject([
			{ name: 'website_id', value: '1' },
			{ name: 'name', value: 'Welcome' },
			{ name: 'title', value: 'Good to see you! 欢迎 👋' },
			{ name: 'description', value: 'Here is 10% off your first order' },
			{ name: 'wait_time', value: '3' },
			{ name: 'wait_time_type', value: 'days' },
			{ name: 'image', fileName: 'welcome.png', type: 'image/png', bytes: exampleImage() },
		]);
		await shoot('form-create', {
			parts: [form.inputHeader, form.title, form.executeButton, form.field('Simplify')],
			within: form.dialog,
		});
		await shoot('output', {
			parts: [form.output.header, form.output.dataTable],
			within: form.output.panel,
			windowWidth: 2500,
		});
		await editor.closeNode();
		await shoot('canvas', { parts: [editor.nodes.first(), editor.nodes.last()], margin: 200 });
	});

	test('a mistake is explained, and can be corrected', async () => {
		const form = await openNode('create', newFlow({ title: '' }));
		await form.fill({
			Title: 'A title that is longer than what fits into a notification on a phone',
		});
		await form.execute();

		await expect(form.output.problem()).resolves.toEqual({
			message: "'Title' has 68 characters, but the installation keeps only 64",
			description: "Shorten 'Title' to 64 characters. Some emoji count as several.",
		});
		expect(the.sandbox.requests).toEqual([]);
		await shoot('error', {
			parts: [form.output.header, form.output.problemBox],
			within: form.output.panel,
		});

		await form.fill({ Title: 'A short one' });
		await form.execute();
		await expect(form.output.table()).resolves.toMatchObject([{ title: 'A short one' }]);
		expect(the.sandbox.flows()).toMatchObject([{ title: 'A short one' }]);
	});

	test('a list that cannot be loaded says why', async () => {
		const data = { baseUrl: the.sandbox.url, apiKey: 'wrong' };
		the.credential = await the.api.createCredential('Wrong key', data);
		const form = await openNode('create', {});
		await form.openList('Website');
		await expect(form.listProblem()).resolves.toMatch(
			/The installation does not accept the API key: [^]*Copy 'API Key' into the credential again/,
		);
	});

	describe('the form of', () => {
		/** @type {Editor | undefined} */
		let editor;
		const opened = () => {
			if (!editor) throw new Error('The editor did not open');
			return editor;
		};
		beforeAll(async () => {
			/** @type {(operation: string, n: number) => import('n8n-workflow').INode} */
			const place = (operation, n) => ({
				...pusher(operation, FORMS[operation]?.parameters ?? {}),
				id: operation,
				name: operation,
				position: [n * 200, 0],
			});
			const nodes = Object.keys(FORMS).map(place);
			const file = { name: 'All operations', nodes, connections: {} };
			editor = await open(file, await browser.context.newPage());
		});
		afterAll(async () => await opened().page.close());
		// Each test has a tab of its own, and a browser slows down tabs in the background.
		beforeEach(async () => await opened().page.bringToFront());
		afterEach(async () => await opened().closeNode());

		test.each(Object.entries(FORMS))('%s', async (operation, { labels, choices }) => {
			const form = await opened().openNode(operation);
			const expected = ['Resource', 'Operation', ...labels];
			await expect(form.labels()).resolves.toEqual(
				expected.map((text) => ({ text, isCut: false })),
			);
			for (const [label, offered] of Object.entries(choices)) {
				await expect(form.openChoices(label)).resolves.toEqual(offered);
				await form.choose(offered.at(-1) ?? '');
			}
		});
	});

	test.each(LISTS)('the list of %ss', async (label, operation, parameters, entries, search) => {
		the.sandbox.addFlow({ name: 'Welcome' });
		the.sandbox.addFlow({ name: 'Zweiter Tag', website_id: 2 });
		const form = await openNode(operation, parameters);
		await form.openList(label);
		await expect(form.offered()).resolves.toEqual(entries);

		const last = entries.at(-1) ?? '';
		await expect(form.found(search)).resolves.toEqual([last]);
		await form.choose(last);
		await expect(form.chosen(label)).resolves.toBe(last);
	});
});
