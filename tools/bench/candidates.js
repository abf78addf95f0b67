'use strict';

/** The ways to do the same that are measured side by side. All but axios run in the same engine. */

/** @typedef {import('n8n-workflow').INodeProperties} Property */
/** @typedef {import('n8n-workflow').INodeType} NodeType */
/** @typedef {import('n8n-workflow').INodeParameters} Parameters */
/** @typedef {import('n8n-workflow').INodeExecutionData} Item */
/** @typedef {import('n8n-workflow').IDataObject} Flow */
/** @typedef {{baseUrl: string, apiKey: string}} Credential */

const axios = require('axios');
const { DirectoryLoader } = require('n8n-core');
const { SixtySixPusher } = require('../..');
const { CREDENTIAL_TYPE, NODE_TYPE, addNodeType, runWorkflow } = require('../engine/runWorkflow');

const MINIMAL_TYPE = 'minimal';
const HIDDEN_TYPE = 'minimalWithHiddenFields';
const FORM_TYPE = 'formAlone';
const COLLECTION_TYPE = 'minimalWithCollection';

/** A few more than the 66pusher node has that *Create* does not show. */
const HIDDEN_FIELDS = 10;

/** As many as *Create* offers in its Additional Fields. */
const COLLECTED_FIELDS = 14;

/** @type {(name: string, property: string) => Property} */
const text = (name, property) => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	routing: { send: { type: 'body', property } },
});
const MULTIPART = { 'Content-Type': 'multipart/form-data' };

/**
 * A declarative node with eight plain fields and nothing else, except for what `more` adds.
 *
 * @type {(name: string, more: Property[]) => NodeType}
 */
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
/** @param {number} count */
const more = (count) =>
	Array.from({ length: count }, (_, index) => text(`more${index}`, `more_${index}`));
/** @type {Partial<Property>} */
const hidden = { displayOptions: { show: { name: ['never this'] } } };

/**
 * The fields of the 66pusher node, sent by the engine alone. None of the node's own code runs.
 *
 * @returns {NodeType}
 */
function formAlone() {
	const { description } = new SixtySixPusher();
	/** @type {(option: NonNullable<Property['options']>[number]) => NonNullable<Property['options']>[number]} */
	const byEngine = (option) =>
		'routing' in option ? { ...option, routing: { request: option.routing?.request } } : option;
	return {
		description: {
			...description,
			requestDefaults: { ...description.requestDefaults, headers: MULTIPART },
			properties: description.properties.map((property) =>
				property.name === 'operation'
					? { ...property, options: property.options?.map(byEngine) }
					: property,
			),
		},
	};
}

/**
 * @param {string} name
 * @param {NodeType} type
 */
function add(name, type) {
	DirectoryLoader.applyDeclarativeNodeOptionParameters(type);
	addNodeType(name, type);
}

add(FORM_TYPE, formAlone());
/** @type {Array<[string, Property[]]>} */
const MINIMAL_NODES = [
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
];
for (const [name, fields] of MINIMAL_NODES) {
	add(name, minimalNode(name, fields));
}

/** The same flow for each candidate. Its title comes from the item. */
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
/** @type {(additionalFields: Parameters) => Parameters} */
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
	/** All eight fields come from expressions instead of two. */
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
 * Runs one node on these items and returns its output.
 *
 * @param {{type: string, typeVersion?: number, parameters: Parameters}} node
 * @param {Item[]} items
 * @param {Credential} credential
 */
async function inEngine(node, items, credential) {
	/** @type {import('n8n-workflow').INode} */
	const trigger = {
		id: '1',
		name: 'Items',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	/** @type {import('n8n-workflow').INode} */
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

/**
 * A plain loop that reads one page after the other.
 *
 * @param {Credential} credential
 */
async function listWithAxios({ baseUrl, apiKey }) {
	const client = axios.create({
		baseURL: `${baseUrl}/api`,
		headers: { Authorization: `Bearer ${apiKey}` },
	});
	/** @type {Flow[]} */
	const flows = [];
	for (let page = 1, pages = 1; page <= pages; page += 1) {
		/** @type {{data: {data: Flow[], meta: {total_pages: unknown}}}} */
		const { data } = await client.get('/flows/', { params: { page, results_per_page: 1000 } });
		flows.push(...data.data);
		pages = Number(data.meta.total_pages);
	}
	return flows;
}

/**
 * Has all creates in flight at once, as n8n's engine has for a declarative node.
 *
 * @param {Item[]} items
 * @param {Credential} credential
 * @returns {Promise<Flow[]>}
 */
async function createWithAxios(items, { baseUrl, apiKey }) {
	const client = axios.create({
		baseURL: `${baseUrl}/api`,
		headers: { Authorization: `Bearer ${apiKey}` },
	});
	/** @param {Item} item */
	const create = async ({ json }) => {
		const title = String(json.title);
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

/** @type {(count: number) => Item[]} */
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
