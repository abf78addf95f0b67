import type { INodeProperties } from 'n8n-workflow';

import { execute } from '../../routing';
import { showFor, simplify } from '../common/commonProperties';
import { bodyFields, byLabel, queryFields } from '../common/field';
import { getAllProperties } from '../common/listFields';
import {
	filters,
	flow,
	flowId,
	optionalFields,
	order,
	requiredFields,
	returnFlow,
} from './definition';

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['flow'] } },
	options: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create flow',
			description: 'Create a push notification that is sent to each new subscriber after a delay',
			routing: { request: { method: 'POST', url: '/flows' }, ...execute(flow, 'create') },
		},
		{
			name: 'Create or Update',
			value: 'upsert',
			action: 'Create or update flow',
			description: 'Create a new record, or update the current one if it already exists (upsert)',
			routing: { request: { method: 'POST', url: '/flows' }, ...execute(flow, 'upsertFlow') },
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete flow',
			description: 'Permanently delete a flow, so that no subscriber gets it any more',
			routing: {
				request: { method: 'DELETE', url: '/flows/{flow_id}' },
				...execute(flow, 'delete'),
			},
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get flow',
			description: 'Get one flow with its text, wait time and settings',
			routing: { request: { method: 'GET', url: '/flows/{flow_id}' }, ...execute(flow, 'get') },
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many flows',
			description: 'List flows, optionally filtered and sorted',
			routing: { request: { method: 'GET', url: '/flows/' }, ...execute(flow, 'getAll') },
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update flow',
			description: 'Change some fields of a flow, or pause or resume it',
			routing: { request: { method: 'POST', url: '/flows/{flow_id}' }, ...execute(flow, 'update') },
		},
	],
	default: 'create',
};

const flowIdProperties = queryFields([flowId]).map((property) => ({
	...property,
	required: true,
	description: 'The flow to work on',
}));

const createProperties: INodeProperties[] = [
	...bodyFields(requiredFields).map((property) => ({ ...property, required: true })),
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: bodyFields(byLabel(optionalFields)),
	},
];

const updateProperties: INodeProperties[] = [
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description:
			'Fields to change. All others stay as they are. Leave a URL, button or UTM field empty to clear it.',
		options: bodyFields(byLabel([...requiredFields, ...optionalFields])),
	},
];

const optionsProperties: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [returnFlow],
	},
];

export const flowDescription: INodeProperties[] = [
	operation,
	...showFor(flow, ['delete', 'get', 'update'], flowIdProperties),
	...showFor(flow, ['create', 'upsert'], createProperties),
	...showFor(flow, ['getAll'], getAllProperties(flow.plural, { filters, order })),
	...showFor(flow, ['update'], updateProperties),
	...showFor(flow, ['create', 'update', 'upsert'], optionsProperties),
	...showFor(flow, ['create', 'get', 'getAll', 'update', 'upsert'], [simplify]),
];
