'use strict';

/**
 * Where the documentation's tables get the resources from. Everything else in this folder is given
 * them and knows nothing of the code's layout.
 */

const { SixtySixPusher } = require('../../dist/nodes/SixtySixPusher/SixtySixPusher.node.js');
const { FIELDS } = require('../../build/modules/nodes/SixtySixPusher/api/fields');

// To be replaced, once the resources have their list, by
// `const { resources } = require('../../build/modules/nodes/SixtySixPusher/resources');`

const KINDS = { choice: 'options', switch: 'boolean', moment: 'dateTime' };

const flow = {
	definition: {
		name: 'flow',
		label: 'Flow',
		singular: 'flow',
		plural: 'flows',
		idField: 'flow_id',
		fields: Object.fromEntries(
			Object.entries(FIELDS).map(([name, rule]) => [
				name,
				{ ...rule, kind: KINDS[rule.kind] ?? rule.kind },
			]),
		),
	},
	description: new SixtySixPusher().description.properties.slice(1),
};

const shownFor = (...operation) => ({ show: { resource: ['website'], operation } });

const website = {
	definition: {
		name: 'website',
		label: 'Website',
		singular: 'website',
		plural: 'websites',
		idField: 'website_id',
		fields: {
			website_id: { label: 'Website', kind: 'id' },
			search: { label: 'Search', kind: 'search' },
		},
	},
	description: [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			options: [
				{ name: 'Get', value: 'get', description: 'Get a website' },
				{ name: 'Get Many', value: 'getAll', description: 'List websites, optionally filtered' },
			],
		},
		{
			displayName: 'Website',
			name: 'websiteId',
			type: 'resourceLocator',
			required: true,
			displayOptions: shownFor('get'),
			routing: { send: { type: 'query', property: 'website_id' } },
		},
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			description: 'Whether to return all results or only up to a given limit',
			displayOptions: shownFor('getAll'),
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			description: 'Max number of results to return',
			displayOptions: shownFor('getAll'),
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			displayOptions: shownFor('getAll'),
			options: [
				{
					displayName: 'Search',
					name: 'search',
					type: 'string',
					description: 'Text that the name or the address of the website must contain',
					routing: { send: { type: 'query', property: 'search' } },
				},
			],
		},
		{
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			description: 'Whether to return a simplified version of the response instead of the raw data',
			displayOptions: shownFor('get', 'getAll'),
		},
	],
};

exports.resources = [flow, website];
