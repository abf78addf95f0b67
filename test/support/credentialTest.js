'use strict';

const core = require('n8n-core');
const { Workflow, createEmptyRunExecutionData } = require('n8n-workflow');
const { SixtySixPusherApi } = require('../..');
const { additionalDataFor } = require('../../tools/engine/additionalData');

/** @typedef {import('n8n-workflow').INodeType} INodeType */

const { test: credentialTest, name: credentialName } = new SixtySixPusherApi();

/**
 * The credential test as n8n's server runs it: its request on a temporary node, then its rules, of which
 * the first matching one decides. n8n's server is not installed here, so this follows its
 * CredentialsTester. The tests in real n8n show that it does so correctly.
 *
 * @param {{baseUrl: string, apiKey: string}} credential
 * @returns {Promise<{status: 'OK' | 'Error', message: string}>}
 */
async function testCredential(credential) {
	/** @type {INodeType} */
	const nodeType = {
		description: {
			displayName: 'Temp',
			name: 'temp',
			group: ['input'],
			version: 1,
			description: '',
			defaults: { name: 'Temp' },
			inputs: [],
			outputs: [],
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
	/** @type {import('n8n-workflow').INode} */
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

	const decrypted = { id: '1', name: 'x', type: credentialName, data: credential };
	let response;
	try {
		response = await new core.RoutingNode(context, nodeType, decrypted).runNode();
	} catch (error) {
		return { status: 'Error', message: messageOf(error) };
	}
	const body = response?.[0]?.[0]?.json;
	const broken = credentialTest.rules?.find(
		({ properties }) => 'key' in properties && valueAt(body, properties.key) === properties.value,
	);
	return failed
		? { status: 'Error', message: failed.properties.message }
		: { status: 'OK', message: 'Connection successful!' };
}

/**
 * What n8n shows of an error: its code, if it has one.
 *
 * @param {unknown} error
 */
function messageOf(error) {
	if (!(error instanceof Error)) return String(error);
	const code = valueAt(error, 'cause.code');
	return typeof code === 'string' ? code : error.message;
}

/**
 * What lodash's `get` returns for a path such as `errors[0].status`.
 *
 * @param {unknown} data
 * @param {string} path
 */
function valueAt(data, path) {
	return path
		.split(/[.[\]]+/)
		.reduce((/** @type {unknown} */ value, name) => new Map(entriesOf(value)).get(name), data);
}

/**
 * @param {unknown} value
 * @returns {Array<[string, unknown]>}
 */
function entriesOf(value) {
	if (!(value instanceof Object)) return [];
	return Object.getOwnPropertyNames(value).map((name) => [name, Reflect.get(value, name)]);
}

module.exports = { testCredential };
