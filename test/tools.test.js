'use strict';

const { startAgent } = require('../tools/engine/agent');
const { byId, newFlow } = require('./support/run');
const { useSandbox } = require('./support/sandbox');

const site = useSandbox({ profile: 'btools' });
const other = useSandbox({ profile: 'btools' });

const credentialOf = ({ url, apiKey }) => ({ baseUrl: url, apiKey });
const agentWith = (tools, options) =>
	startAgent({ tools, credential: credentialOf(site.current), ...options });
const deleteFlow = (id) => ({ parameters: { operation: 'delete', flowId: byId(id) } });
const createFlow = (more) => ({ parameters: { operation: 'create', ...newFlow() }, ...more });
const retries = { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 } };
const sent = (sandbox) => sandbox.requests.map(({ method, path }) => `${method} ${path}`);
const created = () => site.current.flows().map(({ id }) => id);

describe('an agent that calls its tools itself', () => {
	test('two tools of this node each do their own work', async () => {
		site.current.addFlows(3);
		const agent = agentWith({ first: deleteFlow(2), second: deleteFlow(3) });
		await agent.first();
		await agent.second();
		expect(sent(site.current)).toEqual(['DELETE /api/flows/2', 'DELETE /api/flows/3']);
		expect(created()).toEqual([1]);
	});

	test('two tools in parallel each do their own work', async () => {
		site.current.addFlows(3);
		const agent = agentWith({ first: deleteFlow(2), second: deleteFlow(3) });
		await Promise.all([agent.first(), agent.second()]);
		expect(created()).toEqual([1]);
	});

	test('two tools with a credential each reach their own installation', async () => {
		const agent = agentWith({
			here: createFlow(),
			there: createFlow({ credential: credentialOf(other.current) }),
		});
		await agent.here();
		await agent.there();
		expect([site, other].map(({ current }) => current.flows().length)).toEqual([1, 1]);
	});

	test.each([2, 5])('a tool responds when the agent has %i items', async (items) => {
		const agent = agentWith({ create: createFlow() }, { items });
		expect(await agent.create()).toEqual([expect.objectContaining({ id: 1 })]);
	});

	test('Retry On Fail creates one flow, though the response to the first attempt was lost', async () => {
		site.current.faults.add({
			on: { operation: 'create' },
			carriedOut: true,
			answer: { status: 500, body: {} },
		});
		const agent = agentWith({ create: createFlow(retries) });
		await expect(agent.create()).rejects.toThrow('The flow may or may not have been created');
		expect(created()).toEqual([1]);
	});

	test('Retry On Fail creates the flow at the second attempt if the first was refused', async () => {
		site.current.faults.add({
			on: { operation: 'create' },
			answer: { status: 403, body: { errors: [{ title: 'Not today' }] } },
		});
		const agent = agentWith({ create: createFlow(retries) });
		await agent.create();
		expect(created()).toEqual([1]);
	});

	test('a further call with the same arguments is a new one', async () => {
		const agent = agentWith({ create: createFlow(retries) });
		await agent.create({ title: 'Hello' });
		await agent.create({ title: 'Hello' });
		await Promise.all([agent.create({}), agent.create({})]);
		expect(created()).toEqual([1, 2, 3, 4]);
	});
});
