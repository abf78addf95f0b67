'use strict';

const { runWorkflow } = require('./runWorkflow');

/** @typedef {import('./runWorkflow').WorkflowFile} WorkflowFile */
/** @typedef {import('./runWorkflow').Execution} Execution */
/** @typedef {{baseUrl: string, apiKey: string}} Credential */

/**
 * Checks whether the example did what it promises, and prints the result.
 *
 * @param {WorkflowFile} file
 * @param {Execution} execution
 * @param {Credential} credential
 */
async function checkLifecycle(file, execution, credential) {
	if (execution.error) {
		console.log(`✗ The workflow stopped: ${execution.error.message}`);
		console.log(`  ${execution.error.description ?? ''}`);
		return false;
	}
	const texts = firstOf(execution, textsNode(file).name);
	const created = firstOf(execution, 'Create flow');
	const read = firstOf(execution, 'Get flow');
	const updated = firstOf(execution, 'Update flow');
	const deleted = firstOf(execution, 'Delete flow');
	const { id } = created;

	const checks = new Map([
		['A flow was created, with the title as written', created.title === texts.title],
		['It belongs to the selected website', created.website_id === Number(texts.website)],
		['It has its image', typeof created.image_url === 'string'],
		['It is not enabled', read.is_enabled === false || read.is_enabled === 0],
		['It is in the list', execution.output('Get many flows').some(({ json }) => json.id === id)],
		['It was read in full, settings included', hasTimeToLive(read.settings, 86400)],
		['Its title was changed', updated.title === 'Welcome back!'],
		['Its wait is 12 hours', updated.wait_time === 12 && updated.wait_time_type === 'hours'],
		['Its URL was changed', updated.url === 'https://example.com/welcome-back'],
		['It kept its text', updated.description === texts.text],
		['It was deleted', deleted.deleted === true && deleted.id === id],
		['It is gone from the list', !(await isListed(file, id, credential))],
	]);
	for (const [promise, holds] of checks) console.log(`${holds ? '✓' : '✗'} ${promise}`);
	return [...checks.values()].every(Boolean);
}

/**
 * @param {Execution} execution
 * @param {string} node
 */
function firstOf(execution, node) {
	return execution.output(node)[0]?.json ?? {};
}

/**
 * @param {unknown} settings of a flow
 * @param {number} seconds
 */
function hasTimeToLive(settings, seconds) {
	return settings instanceof Object && 'ttl' in settings && settings.ttl === seconds;
}

/** @param {WorkflowFile} file */
function textsNode({ nodes }) {
	const node = nodes.find(({ type }) => type === 'n8n-nodes-base.set');
	if (!node) throw new Error('The example has no node that sets the texts');
	return node;
}

/**
 * One node of the example by itself, right behind its trigger.
 *
 * @param {WorkflowFile} file
 * @param {string} name
 * @param {import('n8n-workflow').INodeParameters} [parameters] that are changed
 * @returns {WorkflowFile}
 */
function only(file, name, parameters) {
	const [trigger] = file.nodes;
	const node = file.nodes.find((candidate) => candidate.name === name);
	if (!trigger || !node) throw new Error(`The example has no node '${name}'`);
	return {
		nodes: [trigger, { ...node, parameters: { ...node.parameters, ...parameters } }],
		connections: { [trigger.name]: { main: [[{ node: name, type: 'main', index: 0 }]] } },
	};
}

/**
 * @param {WorkflowFile} file
 * @param {unknown} id
 * @param {Credential} credential
 */
async function isListed(file, id, credential) {
	const list = 'Get many flows';
	const { output, error } = await runWorkflow(only(file, list), credential);
	if (error) throw error;
	return output(list).some(({ json }) => json.id === id);
}

/**
 * Deletes the example's flow if the workflow stopped before it could, so that nothing is left on a real
 * installation.
 *
 * @param {WorkflowFile} file
 * @param {Execution} execution
 * @param {Credential} credential
 */
async function tidyUp(file, execution, credential) {
	// A create may fail after it has stored the flow. Its message then names the flow.
	const stored = /^Flow (\d+) was stored/.exec(execution.error?.message ?? '');
	const id = firstOf(execution, 'Create flow').id ?? stored?.[1];
	if (id === undefined || execution.output('Delete flow').length > 0) return;

	const flowId = { __rl: true, mode: 'id', value: String(id) };
	const { error } = await runWorkflow(only(file, 'Delete flow', { flowId }), credential);
	console.log(
		error
			? `Flow ${id} is left on the installation: ${error.message}`
			: `Flow ${id} was deleted again.`,
	);
}

module.exports = { checkLifecycle, textsNode, tidyUp };
