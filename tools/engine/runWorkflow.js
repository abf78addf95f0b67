'use strict';

const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

// n8n reads both when it is first required. Without them, it would write a configuration into the home
// folder.
if (process.env.N8N_USER_FOLDER === undefined) {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-nodes-66pusher-'));
	process.on('exit', () => rmSync(userFolder, { recursive: true, force: true }));
	process.env.N8N_USER_FOLDER = userFolder;
}
process.env.N8N_ENCRYPTION_KEY = 'only-for-this-process';
// The reason why an execution stopped is in its result. n8n would print it as well.
process.env.N8N_LOG_LEVEL ??= 'silent';

require('reflect-metadata');
const core = require('n8n-core');
const { Workflow } = require('n8n-workflow');
const { SixtySixPusher } = require('../..');
const { additionalDataFor } = require('./additionalData');
const { fakes } = require('./fakes');

/** @typedef {import('n8n-workflow').INodeExecutionData} Item */
/** @typedef {import('n8n-workflow').INodeType} NodeType */
/**
 * @typedef {object} WorkflowFile a workflow as n8n exports it
 * @property {import('n8n-workflow').INode[]} nodes
 * @property {import('n8n-workflow').IConnections} connections
 * @property {import('n8n-workflow').IWorkflowSettings} [settings]
 * @property {import('n8n-workflow').IPinData} [pinData]
 *
 * @typedef {object} Execution the result of a run
 * @property {(node: string, output?: number) => Item[]} output a node's items on one of its outputs
 * @property {import('n8n-workflow').ExecutionError | undefined} error what stopped it
 * @property {import('n8n-workflow').IRun} run everything that n8n would store
 */

const NODE_TYPE = 'n8n-nodes-66pusher.sixtySixPusher';
const CREDENTIAL_TYPE = 'sixtySixPusherApi';

/** The node as n8n has it: with the Request Options that n8n adds to every declarative node. */
const node = new SixtySixPusher();
core.DirectoryLoader.applyDeclarativeNodeOptionParameters(node);

/** @type {Map<string, NodeType>} */
const types = new Map(Object.entries({ [NODE_TYPE]: node, ...fakes }));

/** @param {string} name */
function typeOf(name) {
	const type = types.get(name);
	if (!type) throw new Error(`The test engine has no node type ${name}`);
	return type;
}

/** @type {import('n8n-workflow').INodeTypes} */
const nodeTypes = {
	getByName: typeOf,
	getByNameAndVersion: typeOf,
	getKnownTypes: () => ({}),
};

/**
 * Runs a workflow file through n8n's own engine, in this process.
 *
 * @param {WorkflowFile} file
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
		output: (name, output = 0) => runData[name]?.at(-1)?.data?.main?.[output] ?? [],
		error,
		run,
	};
}

/**
 * Adds another node type to the engine.
 *
 * @param {string} name
 * @param {NodeType} type
 */
function addNodeType(name, type) {
	types.set(name, type);
}

module.exports = {
	runWorkflow,
	addNodeType,
	additionalDataFor,
	nodeTypes,
	NODE_TYPE,
	CREDENTIAL_TYPE,
};
