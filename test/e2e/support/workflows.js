'use strict';

const { CREDENTIAL_TYPE, NODE_TYPE } = require('../../../tools/n8n/nodePackage');
const { byId, newFlow } = require('../../support/parameters');

const TRIGGER = 'Items';
const NODE = '66pusher';

/** A resource locator's value as the editor stores it where the list was used. */
const fromList = (value) => ({ __rl: true, mode: 'list', value });

const node = (name, type, parameters, more = {}) => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters,
	...more,
});

/** Nodes one after the other. */
const inLine = (nodes) =>
	Object.fromEntries(
		nodes
			.slice(1)
			.map(({ name }, n) => [nodes[n].name, { main: [[{ node: name, type: 'main', index: 0 }]] }]),
	);

/** The node under test. */
const pusher = (operation, parameters, credential, settings = {}) =>
	node(
		NODE,
		NODE_TYPE,
		{ resource: 'flow', operation, ...parameters },
		{ credentials: { [CREDENTIAL_TYPE]: credential }, ...settings },
	);

/**
 * A workflow in which the node gets these items.
 *
 * @param {Array<object>} items what they hold
 * @param {Array<object>} nodes in their order
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
 * @param {{api: import('../../../tools/n8n/n8nApi').N8nApi, credential: object}} n8n
 * @param {string} operation
 * @param {object} parameters beside resource and operation
 * @param {{items?: object[], settings?: object}} [options]
 */
async function runNode({ api, credential }, operation, parameters, options = {}) {
	const { items = [{}], settings } = options;
	const file = withItems(items, pusher(operation, parameters, credential, settings));
	const execution = await api.run(await api.createWorkflow(file), TRIGGER);
	const jsonOf = (output) => execution.output(NODE, output).map(({ json }) => json);
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
