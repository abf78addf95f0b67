'use strict';

const core = require('n8n-core');
const {
	makeHandleToolInvocation,
} = require('n8n-core/dist/execution-engine/node-execution-context/utils/get-input-connection-data.js');
const { createRunExecutionData, NodeHelpers, Workflow } = require('n8n-workflow');
const { additionalDataFor, nodeTypes, CREDENTIAL_TYPE, NODE_TYPE } = require('./engine');

/**
 * An agent that calls its tools itself, as n8n's Agent 1 and 2 and its MCP Server Trigger do: by
 * n8n's own code, with the agent's execute data for all of them.
 *
 * @param {object} options
 * @param {Record<string, {parameters: object, credential?: {baseUrl: string, apiKey: string}, settings?: object}>} options.tools
 *   by the tools' names; `settings` are those of the node, e.g. `retryOnFail`
 * @param {{baseUrl: string, apiKey: string}} options.credential of tools that have none of their own
 * @param {number} [options.items] how many items the agent has
 * @returns {Record<string, (args?: object) => Promise<unknown>>} calls a tool, and resolves with what
 *   the model reads, parsed, or rejects with the error that it is told about
 */
function startAgent({ tools, credential, items = 1 }) {
	const nodes = Object.entries(tools).map(([name, { parameters, settings }]) => ({
		id: name,
		name,
		type: NODE_TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: { resource: 'flow', ...parameters },
		credentials: { [CREDENTIAL_TYPE]: { id: name, name } },
		...settings,
	}));
	const agent = {
		id: 'agent',
		name: 'Agent',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const workflow = new Workflow({
		id: 'in-process',
		nodes: [agent, ...nodes],
		connections: {},
		active: false,
		nodeTypes,
	});
	const runExecutionData = createRunExecutionData({});
	const input = Array.from({ length: items }, () => ({ json: {} }));
	const executeData = { node: agent, data: { main: [input] }, source: null };
	const nodeType = nodeTypes.getByNameAndVersion(NODE_TYPE);

	return Object.fromEntries(
		nodes.map((node) => {
			const own = tools[node.name].credential ?? credential;
			const contextOf = (runIndex) =>
				new core.SupplyDataContext(
					workflow,
					{ ...node, parameters: withDefaults(nodeType, node) },
					{ ...additionalDataFor(own), currentNodeExecutionIndex: 0 },
					'manual',
					runExecutionData,
					runIndex,
					input,
					{},
					'ai_tool',
					executeData,
					[],
					undefined,
					agent,
				);
			const asTool = {
				/** n8n's server runs a declarative node so, when it is a tool. */
				async execute() {
					return await new core.RoutingNode(this, nodeType).runNode();
				},
			};
			const call = async (args = {}) => {
				const invoke = makeHandleToolInvocation(contextOf, node, asTool, runExecutionData);
				return JSON.parse(await invoke(args));
			};
			return [node.name, call];
		}),
	);
}

/** The node's parameters as n8n has them when it runs: with the defaults of those not set. */
function withDefaults({ description }, node) {
	return NodeHelpers.getNodeParameters(
		description.properties,
		node.parameters,
		true,
		false,
		node,
		description,
	);
}

module.exports = { startAgent };
