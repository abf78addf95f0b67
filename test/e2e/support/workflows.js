'use strict';

const { CREDENTIAL_TYPE, NODE_TYPE } = require('../../../tools/n8n/nodePackage');
const { byId, newFlow } = require('../../support/parameters');

const TRIGGER = 'Items';
const NODE = '66pusher';

/** @typedef {import('n8n-workflow').INode} Node */
/** @typedef {import('n8n-workflow').INodeParameters} Parameters */
/** @typedef {import('../../../tools/n8n/n8nApi').CredentialReference} Credential */
/** @typedef {import('../../../tools/n8n/n8nApi').WorkflowFile} WorkflowFile */

/**
 * A resource locator's value as the editor stores it for an entry of its list.
 *
 * @param {import('n8n-workflow').NodeParameterValue} value
 */
const fromList = (value) => ({ __rl: true, mode: 'list', value });

/** @type {(name: string, type: string, parameters: Parameters, more?: Partial<Node>) => Node} */
const node = (name, type, parameters, more = {}) => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters,
	...more,
});

/**
 * Connects nodes one after the other.
 *
 * @param {Node[]} nodes
 * @returns {import('n8n-workflow').IConnections}
 */
const inLine = (nodes) => {
	/** @type {import('n8n-workflow').IConnections} */
	const connections = {};
	nodes.reduce((previous, next) => {
		connections[previous.name] = { main: [[{ node: next.name, type: 'main', index: 0 }]] };
		return next;
	});
	return connections;
};

/**
 * The node under test.
 *
 * @type {(operation: string, parameters: Parameters, credential?: Credential, settings?: Partial<Node>) => Node}
 */
const pusher = (operation, parameters, credential, settings = {}) =>
	node(
		NODE,
		NODE_TYPE,
		{ resource: 'flow', operation, ...parameters },
		{ ...(credential && { credentials: { [CREDENTIAL_TYPE]: credential } }), ...settings },
	);

/**
 * A workflow in which the node gets these items.
 *
 * @param {Array<import('n8n-workflow').IDataObject>} items their JSON
 * @param {Node[]} nodes in their order
 * @returns {WorkflowFile}
 */
const withItems = (items, ...nodes) => {
	const trigger = node(TRIGGER, 'n8n-nodes-base.manualTrigger', {});
	return {
		name: 'Tested',
		nodes: [trigger, ...nodes],
		connections: inLine([trigger, ...nodes]),
		pinData: { [TRIGGER]: items.map((json) => ({ json })) },
	};
};

/**
 * Runs one operation of the node in real n8n.
 *
 * @param {{api: import('../../../tools/n8n/n8nApi').N8nApi, credential: Credential}} n8n
 * @param {string} operation
 * @param {Parameters} parameters beside resource and operation
 * @param {{items?: Array<import('n8n-workflow').IDataObject>, settings?: Partial<Node>}} [options]
 */
async function runNode({ api, credential }, operation, parameters, options = {}) {
	const { items = [{}], settings } = options;
	const file = withItems(items, pusher(operation, parameters, credential, settings));
	const execution = await api.run(await api.createWorkflow(file), TRIGGER);
	const jsonOf = (/** @type {number} */ output) =>
		execution.output(NODE, output).map(({ json }) => json);
	return { ...execution, json: jsonOf(0), errorOutput: jsonOf(1) };
}

module.exports = {
	byId,
	fromList,
	inLine,
	newFlow,
	NODE,
	node,
	pusher,
	runNode,
	TRIGGER,
	withItems,
};
