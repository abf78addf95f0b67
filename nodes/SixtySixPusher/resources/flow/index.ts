import type { INodeProperties } from 'n8n-workflow';

import { road } from '../../routing';
import { flowFields } from './fields';

/** The operations: path and method as the API documents them, and what is done on the road. */
const operations: INodeProperties = {
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
			description:
				'Add a push notification that each new subscriber of a website gets after a wait',
			routing: { request: { method: 'POST', url: '/flows' }, ...road('createFlow') },
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete flow',
			description: 'Remove a flow for good, so that no subscriber gets it any more',
			routing: { request: { method: 'DELETE', url: '/flows/{flow_id}' }, ...road('deleteFlow') },
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get flow',
			description: 'Read one flow with its text, wait time and settings',
			routing: { request: { method: 'GET', url: '/flows/{flow_id}' }, ...road('readFlow') },
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many flows',
			description: 'List the flows of an account, filtered and sorted where wanted',
			routing: { request: { method: 'GET', url: '/flows/' }, ...road('listFlows') },
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update flow',
			description: 'Change some fields of a flow, pause or resume it, and leave the rest as it is',
			routing: { request: { method: 'POST', url: '/flows/{flow_id}' }, ...road('updateFlow') },
		},
	],
	default: 'create',
};

export const flowDescription: INodeProperties[] = [operations, ...flowFields];
