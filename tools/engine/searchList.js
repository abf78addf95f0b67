'use strict';

const { additionalDataFor } = require('./additionalData');
const { nodeTypes, NODE_TYPE, CREDENTIAL_TYPE } = require('./runWorkflow');
const core = require('n8n-core');
const { Workflow } = require('n8n-workflow');

/**
 * Asks the node for the list behind a resource locator, as n8n's editor does.
 *
 * @param {string} method such as `getFlows`
 * @param {{baseUrl: string, apiKey: string}} credential
 * @param {{filter?: string, paginationToken?: string, parameters?: import('n8n-workflow').INodeParameters, path?: string}} [query]
 * @returns {Promise<import('n8n-workflow').INodeListSearchResult>}
 */
async function searchList(method, credential, { filter, paginationToken, parameters = {} } = {}) {
	/** @type {import('n8n-workflow').INode} */
	const node = {
		id: '1',
		name: '66pusher',
		type: NODE_TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: { [CREDENTIAL_TYPE]: { id: '1', name: '66pusher' } },
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const additionalData = { ...additionalDataFor(credential), currentNodeParameters: parameters };
	const context = new core.LoadOptionsContext(workflow, node, additionalData, '');

	const search = nodeTypes.getByNameAndVersion(NODE_TYPE).methods?.listSearch?.[method];
	if (!search) throw new Error(`The node has no list ${method}`);
	return await search.call(context, filter, paginationToken);
}

module.exports = { searchList };
