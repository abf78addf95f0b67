'use strict';

const { runWorkflow, CREDENTIAL_TYPE, NODE_TYPE } = require('../../tools/engine/runWorkflow');
const { byId, newFlow } = require('./parameters');

const TRIGGER = 'Items';
const NODE = '66pusher';

/**
 * Runs one operation of the built node through n8n's engine.
 *
 * @param {{url: string, apiKey: string}} sandbox the installation, from `startSandbox`
 * @param {string} operation
 * @param {import('n8n-workflow').INodeParameters} parameters of the node, beside resource and operation
 * @param {object} [options]
 * @param {import('n8n-workflow').INodeExecutionData[]} [options.items] from the previous step
 * @param {Partial<import('n8n-workflow').INode>} [options.settings] of the node: onError, retryOnFail …
 * @param {Partial<import('n8n-workflow').ICredentialDataDecryptedObject>} [options.credential] if it differs
 *   from the sandbox's
 * @param {import('n8n-workflow').IWorkflowSettings} [options.workflowSettings]
 * @param {(cancel: () => void) => void} [options.onStart]
 */
async function runNode(sandbox, operation, parameters, options = {}) {
	const { items = [{ json: {} }], settings = {}, credential = {}, onStart } = options;
	/** @type {import('../../tools/engine/runWorkflow').WorkflowFile} */
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

/**
 * @param {string} name
 * @param {string} type
 * @param {import('n8n-workflow').INodeParameters} parameters
 * @returns {import('n8n-workflow').INode}
 */
function node(name, type, parameters) {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

/**
 * The fields of a received form, in their order: name and text, or name and file.
 *
 * @param {import('../../tools/sandbox/recorder').RecordedRequest} [request]
 * @returns {Array<[string, unknown]>}
 */
function partsOf(request) {
	if (!request) throw new Error('There is no such request');
	return request.parts.map(({ name, value, fileName, type, bytes }) =>
		value === undefined ? [name, { fileName, type, bytes }] : [name, value],
	);
}

module.exports = { runNode, byId, newFlow, partsOf };
