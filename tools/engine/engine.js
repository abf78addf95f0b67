'use strict';

const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

// n8n reads both when it is first required, and would else write a configuration into the home.
if (process.env.N8N_USER_FOLDER === undefined) {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-nodes-66pusher-'));
	process.on('exit', () => rmSync(userFolder, { recursive: true, force: true }));
	process.env.N8N_USER_FOLDER = userFolder;
}
process.env.N8N_ENCRYPTION_KEY = 'only-for-this-process';
// What an execution stopped for is in its result; n8n would print it as well.
process.env.N8N_LOG_LEVEL ??= 'silent';

require('reflect-metadata');
const core = require('n8n-core');
const { Workflow } = require('n8n-workflow');
const { SixtySixPusher, SixtySixPusherApi } = require('../..');
const { standIns } = require('./standIns');

/** @typedef {import('n8n-workflow').INodeExecutionData} Item */
/** @typedef {import('n8n-workflow').INodeType} NodeType */
/**
 * @typedef {object} Execution What came of a run.
 * @property {(node: string, output?: number) => Item[]} output A node's items on one of its outputs.
 * @property {import('n8n-workflow').ExecutionError | undefined} error What stopped it.
 * @property {import('n8n-workflow').IRun} run Everything that n8n would store.
 */

const NODE_TYPE = 'n8n-nodes-66pusher.sixtySixPusher';
const CREDENTIAL_TYPE = 'sixtySixPusherApi';

/** The node as n8n has it: with the Request Options that n8n adds to every declarative node. */
const node = new SixtySixPusher();
core.DirectoryLoader.applyDeclarativeNodeOptionParameters(node);
const credentialType = new SixtySixPusherApi();

/** @type {Record<string, NodeType>} */
const types = { [NODE_TYPE]: node, ...standIns };

/** @type {import('n8n-workflow').INodeTypes} */
const nodeTypes = {
	getByName: (name) => types[name],
	getByNameAndVersion: (name) => types[name],
	getKnownTypes: () => ({}),
};

/**
 * What n8n's server would bring along: here, one credential and not much else.
 *
 * @param {import('n8n-workflow').ICredentialDataDecryptedObject} credential
 */
function additionalDataFor(credential) {
	const credentialsHelper = {
		getDecrypted: async () => credential,
		/** @type {(...args: [credential: object, type: string, options: object]) => Promise<object>} */
		authenticate: async (decrypted, _type, options) =>
			await credentialType.authenticate(decrypted, options),
		preAuthentication: async () => undefined,
		getParentTypes: () => [],
		getCredentialsProperties: () => [],
		isCredentialUsableByNode: () => true,
	};
	return {
		executionId: '1',
		hooks: new core.ExecutionLifecycleHooks('manual', '1', {}),
		credentialsHelper,
		webhookWaitingBaseUrl: 'http://localhost/waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		variables: {},
	};
}

/**
 * Runs a workflow file through n8n's own engine, in this process.
 *
 * @param {{nodes: object[], connections: object, settings?: object, pinData?: object}} file as n8n
 *   exports it
 * @param {{baseUrl: string, apiKey: string}} credential
 * @param {{onStart?: (cancel: () => void) => void}} [options] `cancel` does what *Stop* does
 * @returns {Promise<Execution>}
 */
async function runWorkflow(file, credential, { onStart } = {}) {
	const workflow = new Workflow({
		id: 'in-process',
		active: false,
		settings: { executionOrder: 'v1' },
		...structuredClone(file),
		nodeTypes,
	});
	const trigger = Object.values(workflow.nodes).find(({ type }) => type.endsWith('Trigger'));
	const execution = new core.WorkflowExecute(additionalDataFor(credential), 'manual').run({
		workflow,
		startNode: trigger,
		pinData: file.pinData,
	});
	onStart?.(() => execution.cancel());
	const run = await execution;

	const { runData, error } = run.data.resultData;
	return {
		output: (name, output = 0) => runData[name]?.at(-1)?.data?.main[output] ?? [],
		error,
		run,
	};
}

/**
 * Makes another node type known to the engine.
 *
 * @param {string} name
 * @param {NodeType} type
 */
function addNodeType(name, type) {
	types[name] = type;
}

module.exports = {
	runWorkflow,
	addNodeType,
	additionalDataFor,
	nodeTypes,
	NODE_TYPE,
	CREDENTIAL_TYPE,
};
