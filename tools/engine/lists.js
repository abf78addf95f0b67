'use strict';

const core = require('n8n-core');
const { Workflow } = require('n8n-workflow');
const { additionalDataFor, nodeTypes, NODE_TYPE, CREDENTIAL_TYPE } = require('./engine');

/**
 * Asks the node for the list behind a resource locator, as n8n's editor does.
 *
 * @param {'getFlows' | 'getSegments' | 'getWebsites'} method
 * @param {{baseUrl: string, apiKey: string}} credential
 * @param {{filter?: string, paginationToken?: string, parameters?: object, path?: string}} [asked]
 * @returns {Promise<import('n8n-workflow').INodeListSearchResult>}
 */
async function searchList(method, credential, { filter, paginationToken, parameters = {} } = {}) {
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

	const { listSearch } = nodeTypes.getByNameAndVersion(NODE_TYPE).methods;
	return await listSearch[method].call(context, filter, paginationToken);
}

module.exports = { searchList };
