'use strict';

const { join } = require('node:path');
const { addNodeType, CREDENTIAL_TYPE } = require('../engine/runWorkflow');
const { n8nTree } = require('../n8n/n8nTree');
const { node24 } = require('../n8n/node24');
const { n8nVersion } = require('../n8n/versions');

const TYPE = 'n8n-nodes-base.httpRequest';

/** The folder of n8n's own nodes. n8n is installed first if it is not there yet. */
async function nodesBase() {
	const tree = await n8nTree(n8nVersion('2'), await node24(console.error), console.error);
	return join(tree.folder, 'node_modules/n8n-nodes-base');
}

/**
 * n8n's own HTTP Request node, set up as people do who read all flows today: with the credential, and
 * with pagination that counts pages until the reply says that it was the last one.
 *
 * @param {string} folder of n8n's own nodes
 * @param {string} baseUrl
 * @param {number} [pageSize] users who don't know about it get the API's default
 */
function httpRequestNode(folder, baseUrl, pageSize) {
	const { HttpRequestV3 } = require(
		join(folder, 'dist/nodes/HttpRequest/V3/HttpRequestV3.node.js'),
	);
	addNodeType(
		TYPE,
		new HttpRequestV3({
			displayName: 'HTTP Request',
			name: 'httpRequest',
			group: ['output'],
			description: '',
			defaultVersion: 4.2,
		}),
	);
	return {
		type: TYPE,
		typeVersion: 4.2,
		parameters: {
			method: 'GET',
			url: `${baseUrl}/api/flows/`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: CREDENTIAL_TYPE,
			sendQuery: pageSize !== undefined,
			queryParameters: {
				parameters: [{ name: 'results_per_page', value: String(pageSize) }],
			},
			options: {
				pagination: {
					pagination: {
						paginationMode: 'updateAParameterInEachRequest',
						parameters: {
							parameters: [{ type: 'qs', name: 'page', value: '={{ $pageCount + 1 }}' }],
						},
						paginationCompleteWhen: 'other',
						completeExpression:
							'={{ $response.body.meta.page >= $response.body.meta.total_pages }}',
						limitPagesFetched: false,
						requestInterval: 0,
					},
				},
			},
		},
	};
}

module.exports = { httpRequestNode, nodesBase };
