'use strict';

const { runWorkflow, CREDENTIAL_TYPE, NODE_TYPE } = require('../../tools/engine/runWorkflow');
const { byId, newFlow } = require('./parameters');

const TRIGGER = 'Items';
const NODE = '66pusher';

/**
 * Runs one operation of the built node through n8n's engine.
 *
 * @param {object} sandbox the installation, from `startSandbox`
 * @param {string} operation
 * @param {object} parameters of the node, beside resource and operation
 * @param {object} [options]
 * @param {object[]} [options.items] what comes from the previous step; texts are enough for `json`
 * @param {object} [options.settings] of the node: onError, retryOnFail, executeOnce …
 * @param {object} [options.credential] what is not the sandbox's own
 * @param {(cancel: () => void) => void} [options.onStart]
 * @returns {Promise<{output: object[], json: object[], errorOutput: object[], error: object, run: object}>}
 */
async function runNode(sandbox, operation, parameters, options = {}) {
	const { items = [{ json: {} }], settings = {}, credential = {}, onStart } = options;
	const file = {
		nodes: [
			node(TRIGGER, 'n8n-nodes-base.manualTrigger', {}),
			{
				...node(NODE, NODE_TYPE, { resource: 'flow', operation, ...parameters }),
				credentials: { [CREDENTIAL_TYPE]: { id: '1', name: '66pusher account' } },
				...settings,
			},
		],
		connections: { [TRIGGER]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
		pinData: { [TRIGGER]: items },
		settings: { executionOrder: 'v1', ...options.workflowSettings },
	};
	const execution = await runWorkflow(
		file,
		{ baseUrl: sandbox.url, apiKey: sandbox.apiKey, ...credential },
		{ onStart },
	);
	const output = execution.output(NODE);
	return {
		output,
		json: output.map(({ json }) => json),
		errorOutput: execution.output(NODE, 1),
		error: execution.error,
		run: execution.run,
	};
}

function node(name, type, parameters) {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

/** The fields of a received form, in their order: name and text, or name and file. */
function partsOf(request) {
	return request.parts.map(({ name, value, fileName, type, bytes }) =>
		value === undefined ? [name, { fileName, type, bytes }] : [name, value],
	);
}

module.exports = { runNode, byId, newFlow, partsOf };
