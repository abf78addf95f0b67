'use strict';

const { runWorkflow } = require('./engine');

/**
 * Checks, and prints, whether the example did what it says.
 *
 * @param {{nodes: Array<{name: string, type: string, parameters: object}>, connections: object}} file
 * @param {import('./engine').Execution} execution
 * @param {{baseUrl: string, apiKey: string}} credential
 * @returns {Promise<boolean>}
 */
async function checkLifecycle(file, execution, credential) {
	if (execution.error) {
		console.log(`✗ The workflow stopped: ${execution.error.message}`);
		console.log(`  ${execution.error.description ?? ''}`);
		return false;
	}
	const [texts] = execution.output('Texts and picture');
	const [created] = execution.output('Create flow');
	const [read] = execution.output('Get flow');
	const [updated] = execution.output('Update flow');
	const [deleted] = execution.output('Delete flow');
	const { id } = created.json;

	const checks = [
		['A flow was created, with the title as written', created.json.title === texts.json.title],
		['It belongs to the website asked for', created.json.website_id === Number(texts.json.website)],
		['It has its picture', typeof created.json.image_url === 'string'],
		['It is not enabled', read.json.is_enabled === false || read.json.is_enabled === 0],
		['It is in the list', execution.output('Get many flows').some(({ json }) => json.id === id)],
		['It was read whole, settings included', read.json.settings?.ttl === 86400],
		['Its title and wait were changed', updated.json.title === 'Welcome back!'],
		[
			'Its wait is 12 hours',
			updated.json.wait_time === 12 && updated.json.wait_time_type === 'hours',
		],
		['Its URL was changed', updated.json.url === 'https://example.com/welcome-back'],
		['It kept its text', updated.json.description === texts.json.text],
		['It was deleted', deleted.json.deleted === true && deleted.json.id === id],
		['It is gone from the list', !(await isListed(file, id, credential))],
	];
	for (const [promise, holds] of checks) console.log(`${holds ? '✓' : '✗'} ${promise}`);
	return checks.every(([, holds]) => holds);
}

/**
 * @param {{nodes: Array<{name: string, type: string}>}} file
 * @param {unknown} id
 * @param {{baseUrl: string, apiKey: string}} credential
 */
async function isListed(file, id, credential) {
	const trigger = file.nodes[0];
	const list = file.nodes.find(({ name }) => name === 'Get many flows');
	const connections = { [trigger.name]: { main: [[{ node: list.name, type: 'main', index: 0 }]] } };
	const { output, error } = await runWorkflow({ nodes: [trigger, list], connections }, credential);
	if (error) throw error;
	return output(list.name).some(({ json }) => json.id === id);
}

/**
 * Deletes the example's flow where the workflow stopped before it did: nothing is left on a real
 * installation.
 *
 * @param {{nodes: Array<{name: string, type: string}>}} file
 * @param {import('./engine').Execution} execution
 * @param {{baseUrl: string, apiKey: string}} credential
 */
async function tidyUp(file, execution, credential) {
	const [created] = execution.output('Create flow');
	const [deleted] = execution.output('Delete flow');
	// A create can fail and name the flow that it has made all the same.
	const named = /^Flow (\d+) was stored/.exec(execution.error?.message ?? '');
	const id = created?.json.id ?? named?.[1];
	if (id === undefined || deleted) return;

	const trigger = file.nodes[0];
	const remove = file.nodes.find(({ name }) => name === 'Delete flow');
	const flowId = { __rl: true, mode: 'id', value: String(id) };
	const { error } = await runWorkflow(
		{
			nodes: [trigger, { ...remove, parameters: { ...remove.parameters, flowId } }],
			connections: { [trigger.name]: { main: [[{ node: remove.name, type: 'main', index: 0 }]] } },
		},
		credential,
	);
	console.log(
		error
			? `Flow ${id} is left on the installation: ${error.message}`
			: `Flow ${id} was deleted again.`,
	);
}

module.exports = { checkLifecycle, tidyUp };
