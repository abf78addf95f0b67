'use strict';

const { randomUUID } = require('node:crypto');
const { CREDENTIAL_TYPE, NODE_TYPE } = require('../../../tools/n8n/nodePackage');
const { until } = require('./until');

const node = (name, type, typeVersion, parameters, more = {}) => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
	...more,
});

const to = (name) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });

/** A call with pictures becomes an item for each of them, and each item becomes a flow. */
const workflow = (path, credential) => ({
	name: 'Flows of pictures',
	nodes: [
		node(
			'Call',
			'n8n-nodes-base.webhook',
			2,
			{ httpMethod: 'POST', path, options: {} },
			{ webhookId: path },
		),
		node('Pictures', 'n8n-nodes-base.splitOut', 1, {
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
	connections: { Call: to('Pictures'), Pictures: to('Create') },
	settings: { executionOrder: 'v1' },
});

/**
 * An active workflow that makes flows of the pictures that it is called with.
 *
 * @param {{api: object, url: string}} n8n
 * @param {object} sandbox in which the flows are made
 */
async function activeWorkflow({ api, url }, sandbox) {
	const { url: baseUrl, apiKey } = sandbox;
	const credential = await api.createCredential('Sandbox', { baseUrl, apiKey });
	const path = randomUUID();
	const stored = await api.createWorkflow(workflow(path, credential));
	await api.activate(stored);

	return {
		/** The ids of the executions, of which each call starts one a moment after it is answered. */
		executions: async (count) => {
			let ids = [];
			await until(`n8n has ${count} executions`, async () => {
				ids = (await api.executions(stored.id)).map(({ id }) => id);
				return ids.length >= count;
			});
			return ids;
		},

		/** Calls it, with the pictures of one batch. */
		call: async (batch) => {
			const form = () => {
				const form = new FormData();
				for (const [n, { flow, bytes }] of batch.entries()) {
					form.append(`picture${n}`, new File([bytes], `${flow}.png`, { type: 'image/png' }));
				}
				return form;
			};
			await until('n8n takes the call', async () => {
				const reply = await fetch(`${url}/webhook/${path}`, { method: 'POST', body: form() });
				// n8n says that a workflow is active a moment before it takes its calls.
				if (reply.status === 404) return false;
				if (!reply.ok) throw new Error(`n8n answered ${reply.status} ${await reply.text()}`);
				return true;
			});
		},
	};
}

module.exports = { activeWorkflow };
