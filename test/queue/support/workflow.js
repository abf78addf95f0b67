'use strict';

const { randomUUID } = require('node:crypto');
const { CREDENTIAL_TYPE, NODE_TYPE } = require('../../../tools/n8n/nodePackage');
const { waitUntil } = require('../../../tools/n8n/waitUntil');

/** @typedef {import('n8n-workflow').INode} Node */
/** @typedef {import('n8n-workflow').INodeParameters} Parameters */

/** @type {(name: string, type: string, typeVersion: number, parameters: Parameters, more?: Partial<Node>) => Node} */
const node = (name, type, typeVersion, parameters, more = {}) => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
	...more,
});

/** @type {(name: string) => import('n8n-workflow').INodeConnections} */
const to = (name) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });

/**
 * Turns a call with images into one item for each image, and each item into a flow.
 *
 * @type {(path: string, credential: import('../../../tools/n8n/n8nApi').CredentialReference) => import('../../../tools/n8n/n8nApi').WorkflowFile}
 */
const workflow = (path, credential) => ({
	name: 'Flows from images',
	nodes: [
		node(
			'Call',
			'n8n-nodes-base.webhook',
			2,
			{ httpMethod: 'POST', path, options: {} },
			{ webhookId: path },
		),
		node('Images', 'n8n-nodes-base.splitOut', 1, {
			fieldToSplitOut: '$binary',
			include: 'noOtherFields',
			options: {},
		}),
		node(
			'Create',
			NODE_TYPE,
			1,
			{
				resource: 'flow',
				operation: 'create',
				websiteId: { __rl: true, mode: 'id', value: '1' },
				name: "={{ Object.values($binary)[0].fileName.replace('.png', '') }}",
				title: 'Hello',
				text: 'Good to see you',
				waitTime: 3,
				waitTimeType: 'days',
				additionalFields: { image: '={{ Object.keys($binary)[0] }}' },
			},
			{ credentials: { [CREDENTIAL_TYPE]: credential } },
		),
	],
	connections: { Call: to('Images'), Images: to('Create') },
	settings: { executionOrder: 'v1' },
});

/**
 * An active workflow that creates flows from the images that it is called with.
 *
 * @param {{api: import('../../../tools/n8n/n8nApi').N8nApi, url: string}} n8n
 * @param {import('./batches').Sandbox} sandbox to create the flows in
 */
async function activeWorkflow({ api, url }, sandbox) {
	const { url: baseUrl, apiKey } = sandbox;
	const credential = await api.createCredential('Sandbox', { baseUrl, apiKey });
	const path = randomUUID();
	const stored = await api.createWorkflow(workflow(path, credential));
	await api.activate(stored);

	return {
		/**
		 * The IDs of the executions. Each call starts one, a moment after it is answered.
		 *
		 * @param {number} count
		 */
		executions: async (count) => {
			/** @type {string[]} */
			let ids = [];
			await waitUntil(`n8n has ${count} executions`, async () => {
				ids = (await api.executions(stored.id)).map(({ id }) => id);
				return ids.length >= count;
			});
			return ids;
		},

		/**
		 * Calls the workflow with the images of one batch.
		 *
		 * @param {import('./batches').FlowImage[]} batch
		 */
		call: async (batch) => {
			const form = () => {
				const form = new FormData();
				for (const [n, { flow, bytes }] of batch.entries()) {
					form.append(`image${n}`, new File([bytes], `${flow}.png`, { type: 'image/png' }));
				}
				return form;
			};
			await waitUntil('n8n takes the call', async () => {
				const reply = await fetch(`${url}/webhook/${path}`, { method: 'POST', body: form() });
				// n8n reports a workflow as active a moment before it takes calls.
				if (reply.status === 404) return false;
				if (!reply.ok) throw new Error(`n8n answered ${reply.status} ${await reply.text()}`);
				return true;
			});
		},
	};
}

module.exports = { activeWorkflow };
