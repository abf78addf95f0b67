'use strict';

const { randomUUID } = require('node:crypto');
const { startChatModel } = require('../../tools/n8n/chatModel');
const { exampleFile, exampleFiles, withCredentials } = require('../../tools/n8n/examples');
const { fillForm } = require('../../tools/n8n/forms');
const { CREDENTIAL_TYPE } = require('../../tools/n8n/nodePackage');
const { fakeModel } = require('../../tools/n8n/fakeModel');
const { bytesOf, exampleImage } = require('./support/files');
const { MAJORS } = require('./support/majors');
const { useN8n } = require('./support/n8n');

const BUTTON = 'When clicking ‘Execute workflow’';

/**
 * @typedef {object} Context of an example's test
 * @property {import('../../tools/n8n/n8nApi').N8nApi} api
 * @property {ReturnType<typeof useN8n>['n8n']} n8n
 * @property {ReturnType<typeof useN8n>['sandbox']} sandbox
 * @property {import('../../tools/n8n/n8nApi').StoredWorkflow} workflow
 * @property {(trigger: string, json?: import('n8n-workflow').IDataObject) => Promise<import('../../tools/n8n/n8nApi').Execution>} run
 */

/**
 * Each example, and what shows that it works.
 *
 * @type {Record<string, (context: Context) => Promise<void>>}
 */
const EXAMPLES = {
	'flow-lifecycle': async ({ run, sandbox }) => {
		const execution = await run(BUTTON);

		expect(execution.output('Create flow')).toMatchObject([
			{ json: { title: 'Welcome! 欢迎 👋', wait_time: 3, is_enabled: false } },
		]);
		expect(execution.output('Get many flows')).toHaveLength(1);
		expect(execution.output('Get flow')).toMatchObject([{ json: { settings: { ttl: 86400 } } }]);
		expect(execution.output('Update flow')).toMatchObject([
			{ json: { title: 'Welcome back!', wait_time: 12, wait_time_type: 'hours' } },
		]);
		expect(execution.output('Delete flow')).toMatchObject([{ json: { deleted: true, id: 1 } }]);
		expect(sandbox.requests.map(({ method }) => method)).toEqual([
			...['POST', 'GET', 'GET', 'GET', 'POST', 'GET', 'DELETE'],
		]);
		expect(sandbox.requests[0]?.parts).toContainEqual(
			expect.objectContaining({ name: 'image', bytes: exampleImage() }),
		);
		expect(sandbox.flows()).toEqual([]);
	},

	'flow-from-form': async ({ api, workflow, n8n, sandbox }) => {
		await api.activate(workflow);
		const { webhookId = '' } = workflow.nodes[0] ?? {};
		const bytes = exampleImage();
		/** @type {(more?: Record<string, string>) => Record<string, string | File>} */
		const filledIn = (more) => ({
			Title: '新品 "today" 👋',
			Text: 'Have a look',
			Link: 'https://shop.example/new',
			'Days to wait': '2',
			Picture: new File([bytes], '图片 1.png', { type: 'image/png' }),
			...more,
		});

		await expect(fillForm(n8n, webhookId, filledIn())).resolves.toMatch(
			/Created Flow 1 is there, and paused until somebody turns it on\./,
		);
		expect(sandbox.flows()).toMatchObject([
			{
				name: 'From the form: 新品 "today" 👋',
				title: '新品 "today" 👋',
				wait_time: 2,
				is_enabled: false,
				stored: { image: { bytes, fileName: '图片 1.png' } },
			},
		]);

		// The form shows the error if the flow can't be created.
		const tooLong = fillForm(n8n, webhookId, filledIn({ 'Days to wait': '9000' }));
		await expect(tooLong).resolves.toMatch(/Not created 'Wait Time' is longer than 90 days/);
		expect(sandbox.flows()).toHaveLength(1);

		for (const { id } of await api.executions(workflow.id)) {
			await expect(api.ended(id)).resolves.toMatchObject({ status: 'success', errors: [] });
		}
	},

	'flows-from-table': async ({ api, run, sandbox }) => {
		const execution = await run(BUTTON);

		const titles = ['Good to see you!', 'New today: 新品上架', 'We miss you'];
		expect(execution.output('Created flows').map(({ json }) => json.title)).toEqual(titles);
		expect(sandbox.flows().map(({ title }) => title)).toEqual(expect.arrayContaining(titles));
		expect(sandbox.flows()).toHaveLength(3);

		const failed = [
			{
				name: 'No title',
				text: 'This row has no title',
				link: 'https://shop.example/',
				wait: '2',
				unit: 'days',
				error: "'Title' is empty [item 2]",
				message: expect.stringMatching(/^Fill in 'Title'\./),
			},
			{
				name: 'Bad unit',
				title: 'See you soon',
				text: 'This row has a unit that there is not',
				link: 'https://shop.example/',
				wait: '1',
				unit: 'fortnights',
				error: "'Wait Time Unit' has an unknown value [item 4]",
				message: expect.stringMatching(/^Use one of: minutes, hours, days\./),
			},
		];
		expect(execution.output('Create flow', 1).map(({ json }) => json)).toEqual(failed);
		const file = execution.output('Failed rows')[0]?.binary?.data;
		const csv = file && String(await bytesOf(api, file));
		expect(csv).toMatch(/^.?name,.*error,message/);
		expect(csv?.trim().split('\n')).toHaveLength(1 + failed.length);
	},

	'weekly-report': async ({ run, sandbox }) => {
		/** @type {(sent: number, displayed: number, clicked: number) => object} */
		const figures = (sent, displayed, clicked) => ({
			total_sent_push_notifications: sent,
			total_displayed_push_notifications: displayed,
			total_clicked_push_notifications: clicked,
		});
		sandbox.addFlow({ name: 'Seldom clicked', ...figures(200, 150, 30) });
		sandbox.addFlow({ name: 'Not sent yet', is_enabled: false });
		sandbox.addFlow({ name: 'Often clicked', ...figures(100, 50, 40) });
		const execution = await run('Every Monday at 8');

		const shown = { 'Displayed of sent': '75%', 'Clicked of displayed': '20%' };
		expect(execution.output('Figures').map(({ json }) => json)).toMatchObject([
			{ Flow: 'Often clicked', Enabled: 'yes', Sent: 100, Clicked: 40 },
			{ Flow: 'Seldom clicked', Enabled: 'yes', Sent: 200, Clicked: 30, ...shown },
			{ Flow: 'Not sent yet', Enabled: 'no', Sent: 0, 'Displayed of sent': '–' },
		]);
		const report = execution.output('Report')[0]?.json;
		expect(report?.subject).toMatch(/^Push flows on \d+ \w+ \d{4}: 300 sent, 70 clicked$/);
		expect(report?.html).toMatch(/<td[^>]*>Often clicked<\/td>/);
	},

	'pause-or-resume-website': async ({ run, sandbox }) => {
		sandbox.addFlow({ name: 'On' });
		sandbox.addFlow({ name: 'Off already', is_enabled: false });
		sandbox.addFlow({ name: 'Of another website', website_id: 2 });
		await run(BUTTON);

		expect(sandbox.flows()).toMatchObject([
			{ name: 'On', is_enabled: false },
			{ name: 'Off already', is_enabled: false },
			{ name: 'Of another website', is_enabled: true },
		]);
		const written = sandbox.requests.filter(({ method }) => method === 'POST');
		expect(written.map(({ path }) => path)).toEqual(['/api/flows/1']);
	},

	'flow-agent': async ({ run, sandbox }) => {
		sandbox.addFlow({ name: 'Welcome' });
		const input = { sessionId: 'one', action: 'sendMessage', chatInput: 'pause flow 1' };
		const execution = await run('When chat message received', input);

		expect(sandbox.flows()).toMatchObject([{ name: 'Welcome', is_enabled: false }]);
		expect(execution.output('AI Agent')).toMatchObject([
			{ json: { output: expect.stringContaining('"is_enabled":false') } },
		]);
	},
};

test('every example is tested', () => {
	expect(Object.keys(EXAMPLES).sort()).toEqual(Object.keys(exampleFiles()).sort());
});

describe.each(MAJORS)('n8n %s: the example', (major) => {
	const the = useN8n(major);
	/** @type {Awaited<ReturnType<typeof startChatModel>> | undefined} */
	let model;
	beforeAll(async () => {
		model = await startChatModel(fakeModel);
	});
	afterAll(async () => await model?.stop());

	test.each(Object.keys(EXAMPLES))('%s succeeds', async (name) => {
		const openAi = { apiKey: 'none', url: model?.url };
		const file = withCredentials(exampleFile(name), {
			[CREDENTIAL_TYPE]: the.credential,
			openAiApi: await the.api.createCredential('Model', openAi, 'openAiApi'),
		});
		// As n8n's editor does on import, because an address belongs to one workflow.
		for (const node of file.nodes) if (node.webhookId) node.webhookId = randomUUID();
		const workflow = await the.api.createWorkflow(file);
		/** @type {Context['run']} */
		const run = async (trigger, json) => {
			const execution = await the.api.run(workflow, trigger, json);
			expect(execution).toMatchObject({ status: 'success', errors: [] });
			return execution;
		};
		const { api, n8n, sandbox } = the;
		await EXAMPLES[name]?.({ api, n8n, sandbox, workflow, run });
	});
});
