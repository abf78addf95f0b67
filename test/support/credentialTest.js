'use strict';

const core = require('n8n-core');
const { Workflow, createEmptyRunExecutionData } = require('n8n-workflow');
const { SixtySixPusherApi } = require('../..');
const { additionalDataFor } = require('../../tools/engine/additionalData');

const { test: credentialTest, name: credentialName } = new SixtySixPusherApi();

/**
 * The credential test as n8n's server runs it: its request on a node made up for the purpose, then
 * its rules, of which the first that fits speaks. n8n's server is not installed here, so this
 * follows its CredentialsTester; the tests in real n8n show that it does so rightly.
 *
 * @param {{baseUrl: string, apiKey: string}} credential
 * @returns {Promise<{status: 'OK' | 'Error', message: string}>}
 */
async function testCredential(credential) {
	const nodeType = {
		description: {
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					default: '',
					routing: { request: credentialTest.request },
				},
			],
			credentials: [{ name: credentialName, required: true }],
		},
	};
	const node = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'temp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [credentialName]: { id: '1', name: 'x' } },
	};
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const context = new core.ExecuteContext(
		new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes }),
		node,
		additionalDataFor(credential),
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);

	let response;
	try {
		response = await new core.RoutingNode(context, nodeType, { data: credential }).runNode();
	} catch (error) {
		return { status: 'Error', message: error.cause?.code ?? error.message };
	}
	const body = response[0][0].json;
	const broken = credentialTest.rules.find(
		({ properties }) => valueAt(body, properties.key) === properties.value,
	);
	return broken
		? { status: 'Error', message: broken.properties.message }
		: { status: 'OK', message: 'Connection successful!' };
}

/** What lodash's `get` gives for a path such as `errors[0].status`. */
function valueAt(body, path) {
	return path.split(/[.[\]]+/).reduce((value, name) => value?.[name], body);
}

module.exports = { testCredential };
