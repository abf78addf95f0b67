'use strict';

const { startChatModel } = require('../../tools/n8n/chatModel');
const { exampleFile, withCredentials } = require('../../tools/n8n/examples');
const { CREDENTIAL_TYPE } = require('../../tools/n8n/nodePackage');
const { MAJORS } = require('./support/majors');
const { useN8n } = require('./support/n8n');

/** The arguments that a model fills in, by the tools of examples/flow-agent.json. */
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

/**
 * The flows in a tool's result.
 *
 * @param {import('../../tools/n8n/chatModel').ChatContent} content
 * @returns {Array<import('n8n-workflow').IDataObject>}
 */
const flowsIn = (content) => JSON.parse(String(content));

/** @type {Array<[what: string, call: import('../../tools/n8n/chatModel').ChatAnswer, message: RegExp]>} */
const MISTAKES = [
	[
		'input',
		{ tool: 'Create_flow', args: { ...NEW_FLOW, Title: 'T'.repeat(70) } },
		/'Title' has 70 characters, and the installation keeps only 64.*Shorten 'Title'/,
	],
	[
		'a choice',
		{ tool: 'Create_flow', args: { ...NEW_FLOW, Wait_Time_Unit: 'fortnights' } },
		/'Wait Time Unit' has a value that the API does not know.*minutes, hours, days/,
	],
	[
		'a flow that does not exist',
		{ tool: 'Pause_or_resume', args: { Flow_ID: '99', Enabled: true } },
		/did not find what this is about: .*Check that the flow/,
	],
];

describe.each(MAJORS)('n8n %s: an agent', (major) => {
	const the = useN8n(major);

	/**
	 * A chat in which the model calls tools, one after the other, and then answers that it is done.
	 *
	 * @param {Array<import('../../tools/n8n/chatModel').ChatAnswer>} calls
	 * @returns the agent's output, the tools offered to the model, and their results
	 */
	const chat = async (...calls) => {
		const model = await startChatModel(() => calls.shift() ?? { text: 'Done.' });
		try {
			const openAi = { apiKey: 'none', url: model.url };
			const file = withCredentials(exampleFile('flow-agent'), {
				[CREDENTIAL_TYPE]: the.credential,
				openAiApi: await the.api.createCredential('Model', openAi, 'openAiApi'),
			});
			const workflow = await the.api.createWorkflow(file);
			const input = { sessionId: 'one', action: 'sendMessage', chatInput: 'Please' };
			const execution = await the.api.run(workflow, 'When chat message received', input);
			expect(execution).toMatchObject({ status: 'success', errors: [] });
			return {
				output: execution.output('AI Agent').map(({ json }) => json.output),
				tools: (model.requests[0]?.tools ?? []).map((tool) => tool.function),
				results: model.requests.slice(1).flatMap(({ messages }) => messages.slice(-1)),
			};
		} finally {
			await model.stop();
		}
	};

	test('offers its model the arguments that the model is to fill in, and no others', async () => {
		const { tools } = await chat();
		const offered = tools.map(({ name, parameters: { properties, required } }) => {
			const types = Object.entries(properties).map(([key, { type }]) => [key, type]);
			expect(required.sort()).toEqual(Object.keys(properties).sort());
			return [name, Object.fromEntries(types)];
		});
		expect(Object.fromEntries(offered)).toEqual(ARGUMENTS);

		const descriptions = tools.flatMap(({ description, parameters }) => [
			description,
			...Object.values(parameters.properties).map((property) => property.description),
		]);
		expect(descriptions).toEqual(descriptions.map(() => expect.stringMatching(/.{20,}/)));
	});

	test('creates a flow and lists the flows', async () => {
		the.sandbox.addFlow({ name: 'Welcome' });
		the.sandbox.addFlow({ name: 'Of another website', website_id: 2 });
		const { output, results } = await chat(
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
		const [created, listed] = results.map(({ content }) => flowsIn(content));
		expect(created).toMatchObject([{ id: 3, title: '欢迎 👋', is_enabled: false }]);
		expect(listed?.map(({ id, name }) => [id, name])).toEqual([
			[3, 'Greeting'],
			[1, 'Welcome'],
		]);
	});

	test('changes texts, and pauses a flow', async () => {
		the.sandbox.addFlow({ name: 'Welcome', url: 'https://stays.example' });
		await chat(
			{ tool: 'Change_texts', args: { Flow_ID: '1', Title: 'New', Text: 'Newer' } },
			{ tool: 'Pause_or_resume', args: { Flow_ID: '1', Enabled: false } },
		);
		expect(the.sandbox.flows()).toMatchObject([
			{ title: 'New', description: 'Newer', url: 'https://stays.example', is_enabled: false },
		]);
	});

	test.each(MISTAKES)('explains to its model what is wrong with %s', async (_, call, message) => {
		const { results } = await chat(call);
		expect(results).toMatchObject([{ role: 'tool', content: expect.stringMatching(message) }]);
		expect(the.sandbox.flows()).toEqual([]);
	});
});
