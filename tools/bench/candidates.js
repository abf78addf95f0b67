'use strict';

/** The ways of doing the same that are measured side by side, all but axios in the same engine. */

const axios = require('axios');
const { DirectoryLoader } = require('n8n-core');
const { SixtySixPusher } = require('../..');
const { CREDENTIAL_TYPE, NODE_TYPE, addNodeType, runWorkflow } = require('../engine/runWorkflow');

const MINIMAL_TYPE = 'minimal';
const HIDDEN_TYPE = 'minimalWithHiddenFields';
const FORM_TYPE = 'formAlone';
const COLLECTION_TYPE = 'minimalWithCollection';

/** Some more than the 66pusher node has that *Create* does not show. */
const HIDDEN_FIELDS = 10;

/** As many as *Create* offers in its Additional Fields. */
const COLLECTED_FIELDS = 14;

const text = (name, property) => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	routing: { send: { type: 'body', property } },
});
const MULTIPART = { 'Content-Type': 'multipart/form-data' };

/** A declarative node with eight plain fields and nothing else, but for what `more` adds. */
const minimalNode = (name, more) => ({
	description: {
		displayName: 'Minimal',
		name,
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
			headers: MULTIPART,
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
			...more,
		],
	},
});
const more = (count) =>
	Array.from({ length: count }, (_, index) => text(`more${index}`, `more_${index}`));
const hidden = { displayOptions: { show: { name: ['never this'] } } };

/** The fields of the 66pusher node, sent by the engine alone: none of the node's own code runs. */
function formAlone() {
	const { description } = new SixtySixPusher();
	const byEngine = ({ routing, ...operation }) => ({
		...operation,
		routing: { request: routing.request },
	});
	return {
		description: {
			...description,
			requestDefaults: { ...description.requestDefaults, headers: MULTIPART },
			properties: description.properties.map((property) =>
				property.name === 'operation'
					? { ...property, options: property.options.map(byEngine) }
					: property,
			),
		},
	};
}

function add(name, type) {
	DirectoryLoader.applyDeclarativeNodeOptionParameters(type);
	addNodeType(name, type);
}

add(FORM_TYPE, formAlone());
for (const [name, fields] of [
	[MINIMAL_TYPE, []],
	[HIDDEN_TYPE, more(HIDDEN_FIELDS).map((field) => ({ ...field, ...hidden }))],
	[
		COLLECTION_TYPE,
		[
			{
				displayName: 'Additional Fields',
				name: 'additionalFields',
				type: 'collection',
				default: {},
				options: more(COLLECTED_FIELDS),
			},
		],
	],
]) {
	add(name, minimalNode(name, fields));
}

/** The same flow for each candidate; its title comes from the item. */
const FLOW = {
	name: '={{ $json.title }}',
	title: '={{ $json.title }}',
	description: 'The same for all',
	waitTimeType: 'days',
};
const PLAIN = {
	websiteId: '1',
	...FLOW,
	waitTime: '3',
	url: 'https://shop.example',
	ttl: '3600',
};
const creating = (additionalFields) => ({
	resource: 'flow',
	operation: 'create',
	websiteId: { __rl: true, mode: 'id', value: '1' },
	...FLOW,
	waitTime: 3,
	additionalFields,
});
const CREATE = creating({ url: 'https://shop.example', ttl: 3600 });

const NODES = {
	create: { type: NODE_TYPE, parameters: CREATE },
	createWithImage: { type: NODE_TYPE, parameters: creating({ image: 'data' }) },
	formAlone: { type: FORM_TYPE, parameters: CREATE },
	minimal: { type: MINIMAL_TYPE, parameters: PLAIN },
	hidden: { type: HIDDEN_TYPE, parameters: PLAIN },
	collection: {
		type: COLLECTION_TYPE,
		parameters: { ...PLAIN, additionalFields: { more0: 'a', more1: 'b' } },
	},
	/** Each of the eight fields from an expression, in place of two. */
	expressions: {
		type: MINIMAL_TYPE,
		parameters: Object.fromEntries(
			Object.entries(PLAIN).map(([name, value]) => [
				name,
				value.startsWith('=') ? value : `={{ '${value}' }}`,
			]),
		),
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

module.exports = {
	COLLECTED_FIELDS,
	HIDDEN_FIELDS,
	NODES,
	createWithAxios,
	inEngine,
	listWithAxios,
	titles,
};
