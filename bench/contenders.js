'use strict';

/** The ways of doing the same that are measured side by side, all but axios in the same engine. */

const axios = require('axios');
const { DirectoryLoader } = require('n8n-core');
const { CREDENTIAL_TYPE, NODE_TYPE, addNodeType, runWorkflow } = require('../runner/engine');

const MINIMAL_TYPE = 'minimal';

/** A declarative node with eight plain fields and nothing else. */
const text = (name, property) => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	routing: { send: { type: 'body', property } },
});
const minimalNode = {
	description: {
		displayName: 'Minimal',
		name: MINIMAL_TYPE,
		group: ['output'],
		version: 1,
		description: 'Creates a flow',
		defaults: { name: 'Minimal' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: CREDENTIAL_TYPE, required: true }],
		requestDefaults: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/flows',
			method: 'POST',
			headers: { 'Content-Type': 'multipart/form-data' },
		},
		properties: [
			text('websiteId', 'website_id'),
			text('name', 'name'),
			text('title', 'title'),
			text('description', 'description'),
			text('waitTime', 'wait_time'),
			text('waitTimeType', 'wait_time_type'),
			text('url', 'url'),
			text('ttl', 'ttl'),
		],
	},
};
DirectoryLoader.applyDeclarativeNodeOptionParameters(minimalNode);
addNodeType(MINIMAL_TYPE, minimalNode);

/** The same flow for each contender; its title comes from the item. */
const FLOW = {
	name: '={{ $json.title }}',
	title: '={{ $json.title }}',
	description: 'The same for all',
	waitTimeType: 'days',
};
const NODES = {
	create: {
		type: NODE_TYPE,
		parameters: {
			resource: 'flow',
			operation: 'create',
			websiteId: { __rl: true, mode: 'id', value: '1' },
			...FLOW,
			waitTime: 3,
			additionalFields: { url: 'https://shop.example', ttl: 3600 },
		},
	},
	createWithImage: {
		type: NODE_TYPE,
		parameters: {
			resource: 'flow',
			operation: 'create',
			websiteId: { __rl: true, mode: 'id', value: '1' },
			...FLOW,
			waitTime: 3,
			additionalFields: { image: 'data' },
		},
	},
	minimal: {
		type: MINIMAL_TYPE,
		parameters: {
			websiteId: '1',
			...FLOW,
			waitTime: '3',
			url: 'https://shop.example',
			ttl: '3600',
		},
	},
	list: {
		type: NODE_TYPE,
		parameters: { resource: 'flow', operation: 'getAll', returnAll: true, simplify: false },
	},
};

/**
 * Runs one node on these items, and gives its output.
 *
 * @param {{type: string, parameters: object}} node
 * @param {object[]} items
 * @param {{baseUrl: string, apiKey: string}} credential
 */
async function inEngine(node, items, credential) {
	const trigger = {
		id: '1',
		name: 'Items',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const measured = {
		id: '2',
		name: 'Measured',
		typeVersion: 1,
		position: [0, 0],
		credentials: { [CREDENTIAL_TYPE]: { id: '1', name: 'x' } },
		...node,
	};
	const { output, error } = await runWorkflow(
		{
			nodes: [trigger, measured],
			connections: { Items: { main: [[{ node: 'Measured', type: 'main', index: 0 }]] } },
			pinData: { Items: items },
		},
		credential,
	);
	if (error) throw error;
	return output('Measured');
}

/** A plain loop that reads the pages one after the other. */
async function listWithAxios({ baseUrl, apiKey }) {
	const client = axios.create({
		baseURL: `${baseUrl}/api`,
		headers: { Authorization: `Bearer ${apiKey}` },
	});
	const flows = [];
	for (let page = 1, pages = 1; page <= pages; page += 1) {
		const { data } = await client.get('/flows/', { params: { page, results_per_page: 1000 } });
		flows.push(...data.data);
		pages = Number(data.meta.total_pages);
	}
	return flows;
}

/** As many creates in flight as there are items, as n8n's engine has for a declarative node. */
async function createWithAxios(items, { baseUrl, apiKey }) {
	const client = axios.create({
		baseURL: `${baseUrl}/api`,
		headers: { Authorization: `Bearer ${apiKey}` },
	});
	const create = async ({ json: { title } }) => {
		const form = new FormData();
		const fields = {
			website_id: '1',
			name: title,
			title,
			description: 'The same for all',
			wait_time: '3',
			wait_time_type: 'days',
			url: 'https://shop.example',
			ttl: '3600',
		};
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		return (await client.post('/flows', form)).data;
	};
	return await Promise.all(items.map(create));
}

const titles = (count) =>
	Array.from({ length: count }, (_, index) => ({ json: { title: `Flow ${index}` } }));

module.exports = { NODES, createWithAxios, inEngine, listWithAxios, titles };
