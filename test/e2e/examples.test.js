'use strict';

const { randomUUID } = require('node:crypto');
const { startChatModel } = require('../../tools/n8n/chatModel');
const { exampleFiles, withCredentials } = require('../../tools/n8n/examples');
const { fillForm } = require('../../tools/n8n/forms');
const { CREDENTIAL_TYPE } = require('../../tools/n8n/nodePackage');
const { fakeModel } = require('../../tools/n8n/fakeModel');
const { bytesOf, examplePicture } = require('./support/files');
const { MAJORS } = require('./support/majors');
const { useN8n } = require('./support/n8n');

const BUTTON = 'When clicking ‘Execute workflow’';
const files = exampleFiles();

/** Each example, and what shows that it did its work. */
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
		expect(sandbox.requests[0].parts).toContainEqual(
			expect.objectContaining({ name: 'image', bytes: examplePicture() }),
		);
		expect(sandbox.flows()).toEqual([]);
	},

	'flow-from-form': async ({ api, workflow, n8n, sandbox }) => {
		await api.activate(workflow);
		const [{ webhookId }] = workflow.nodes;
		const bytes = examplePicture();
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

		// What the form says where nothing can be made of it.
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
				error: "'Wait Time Unit' has a value that the API does not know [item 4]",
				message: expect.stringMatching(/^Use one of: minutes, hours, days\./),
			},
		];
		expect(execution.output('Create flow', 1).map(({ json }) => json)).toEqual(failed);
		const [{ binary }] = execution.output('Failed rows');
		const csv = String(await bytesOf(api, binary.data));
		expect(csv).toMatch(/^.?name,.*error,message/);
		expect(csv.trim().split('\n')).toHaveLength(1 + failed.length);
	},

	'weekly-report': async ({ run, sandbox }) => {
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
		const [{ json: report }] = execution.output('Report');
		expect(report.subject).toMatch(/^Push flows on \d+ \w+ \d{4}: 300 sent, 70 clicked$/);
		expect(report.html).toMatch(/<td[^>]*>Often clicked<\/td>/);
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
		const said = { sessionId: 'one', action: 'sendMessage', chatInput: 'pause flow 1' };
		const execution = await run('When chat message received', said);

		expect(sandbox.flows()).toMatchObject([{ name: 'Welcome', is_enabled: false }]);
		expect(execution.output('AI Agent')).toMatchObject([
			{ json: { output: expect.stringContaining('"is_enabled":false') } },
		]);
	},
};

test('every example is here', () => {
	expect(Object.keys(EXAMPLES).sort()).toEqual(Object.keys(files).sort());
});

describe.each(MAJORS)('n8n %s: the example', (major) => {
	const the = useN8n(major);
	let model;
	beforeAll(async () => {
		model = await startChatModel(fakeModel);
	});
	afterAll(async () => await model.stop());

	test.each(Object.keys(EXAMPLES))('%s runs to success', async (name) => {
		const openAi = { apiKey: 'none', url: model.url };
		const file = withCredentials(files[name], {
			[CREDENTIAL_TYPE]: the.credential,
			openAiApi: await the.api.createCredential('Model', openAi, 'openAiApi'),
		});
		// n8n's editor does that when it imports a file: an address belongs to one workflow.
		for (const node of file.nodes) if (node.webhookId) node.webhookId = randomUUID();
		const workflow = await the.api.createWorkflow(file);
		const run = async (trigger, json) => {
			const execution = await the.api.run(workflow, trigger, json);
			expect(execution).toMatchObject({ status: 'success', errors: [] });
			return execution;
		};
		await EXAMPLES[name]({ ...the, workflow, run });
	});
});
