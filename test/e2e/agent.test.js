'use strict';

const { startChatModel } = require('../../tools/n8n/chatModel');
const { exampleFiles, withCredentials } = require('../../tools/n8n/examples');
const { CREDENTIAL_TYPE } = require('../../tools/n8n/nodePackage');
const { MAJORS } = require('./support/majors');
const { useN8n } = require('./support/n8n');

/** What a model fills in, by the tools of examples/flow-agent.json. */
const ARGUMENTS = {
	List_flows: { Search: 'string' },
	Create_flow: {
		Name: 'string',
		Text: 'string',
		Title: 'string',
		URL: 'string',
		Wait_Time: 'number',
		Wait_Time_Unit: 'string',
	},
	Change_texts: { Flow_ID: 'string', Text: 'string', Title: 'string' },
	Pause_or_resume: { Enabled: 'boolean', Flow_ID: 'string' },
};

const NEW_FLOW = {
	Name: 'Greeting',
	Title: '欢迎 👋',
	Text: 'Good to have you here',
	Wait_Time: 2,
	Wait_Time_Unit: 'hours',
	URL: 'https://shop.example',
};

describe.each(MAJORS)('n8n %s: an agent', (major) => {
	const the = useN8n(major);

	/**
	 * A talk in which the model calls tools, one after the other, and then says that it is done.
	 *
	 * @returns what was said, what the model was offered, and what the tools told it
	 */
	const talk = async (...calls) => {
		const model = await startChatModel(() => calls.shift() ?? { text: 'Done.' });
		try {
			const openAi = { apiKey: 'none', url: model.url };
			const file = withCredentials(exampleFiles()['flow-agent'], {
				[CREDENTIAL_TYPE]: the.credential,
				openAiApi: await the.api.createCredential('Model', openAi, 'openAiApi'),
			});
			const workflow = await the.api.createWorkflow(file);
			const said = { sessionId: 'one', action: 'sendMessage', chatInput: 'Please' };
			const execution = await the.api.run(workflow, 'When chat message received', said);
			expect(execution).toMatchObject({ status: 'success', errors: [] });
			return {
				output: execution.output('AI Agent').map(({ json }) => json.output),
				tools: model.requests[0].tools.map((tool) => tool.function),
				told: model.requests.slice(1).map(({ messages }) => messages.at(-1)),
			};
		} finally {
			await model.stop();
		}
	};

	test('offers the model the arguments that it fills in, and no others', async () => {
		const { tools } = await talk();
		const offered = tools.map(({ name, parameters: { properties, required } }) => {
			const types = Object.entries(properties).map(([key, { type }]) => [key, type]);
			expect(required.sort()).toEqual(Object.keys(properties).sort());
			return [name, Object.fromEntries(types)];
		});
		expect(Object.fromEntries(offered)).toEqual(ARGUMENTS);

		const explained = tools.flatMap(({ description, parameters }) => [
			description,
			...Object.values(parameters.properties).map((property) => property.description),
		]);
		expect(explained).toEqual(explained.map(() => expect.stringMatching(/.{20,}/)));
	});

	test('creates a flow and lists the flows', async () => {
		the.sandbox.addFlow({ name: 'Welcome' });
		the.sandbox.addFlow({ name: 'Of another website', website_id: 2 });
		const { output, told } = await talk(
			{ tool: 'Create_flow', args: NEW_FLOW },
			{ tool: 'List_flows', args: { Search: '' } },
		);

		expect(output).toEqual(['Done.']);
		expect(the.sandbox.flows().at(-1)).toMatchObject({
			website_id: 1,
			name: 'Greeting',
			title: '欢迎 👋',
			description: 'Good to have you here',
			wait_time: 2,
			wait_time_type: 'hours',
			url: 'https://shop.example',
			is_enabled: false,
		});
		const [created, listed] = told.map(({ content }) => JSON.parse(content));
		expect(created).toMatchObject([{ id: 3, title: '欢迎 👋', is_enabled: false }]);
		expect(listed.map(({ id, name }) => [id, name])).toEqual([
			[3, 'Greeting'],
			[1, 'Welcome'],
		]);
	});

	test('changes texts, and pauses a flow', async () => {
		the.sandbox.addFlow({ name: 'Welcome', url: 'https://stays.example' });
		await talk(
			{ tool: 'Change_texts', args: { Flow_ID: '1', Title: 'New', Text: 'Newer' } },
			{ tool: 'Pause_or_resume', args: { Flow_ID: '1', Enabled: false } },
		);
		expect(the.sandbox.flows()).toMatchObject([
			{ title: 'New', description: 'Newer', url: 'https://stays.example', is_enabled: false },
		]);
	});

	test.each([
		[
			'input',
			{ tool: 'Create_flow', args: { ...NEW_FLOW, Title: 'T'.repeat(70) } },
			/'Title' has 70 characters, but the installation keeps only 64.*Shorten 'Title'/,
		],
		[
			'an option',
			{ tool: 'Create_flow', args: { ...NEW_FLOW, Wait_Time_Unit: 'fortnights' } },
			/'Wait Time Unit' has an unknown value.*minutes, hours, days/,
		],
		[
			'a missing flow',
			{ tool: 'Pause_or_resume', args: { Flow_ID: '99', Enabled: true } },
			/Not found on the installation: .*Check that everything/,
		],
	])('explains to the model what was wrong with %s', async (_, call, words) => {
		const { told } = await talk(call);
		expect(told).toMatchObject([{ role: 'tool', content: expect.stringMatching(words) }]);
		expect(the.sandbox.flows()).toEqual([]);
	});
});
