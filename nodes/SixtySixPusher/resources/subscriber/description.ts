import type { INodeProperties } from 'n8n-workflow';

import { execute } from '../../routing';
import { showFor, simplify } from '../common/commonProperties';
import { bodyFields, queryFields } from '../common/field';
import { getAllProperties } from '../common/listFields';
import {
	customParameters,
	filters,
	mode,
	order,
	removeKeys,
	subscriber,
	subscriberId,
} from './definition';

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['subscriber'] } },
	options: [
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete subscriber',
			description: 'Remove a subscriber for good, so that no notification reaches them any more',
			routing: {
				request: { method: 'DELETE', url: '/subscribers/{subscriber_id}' },
				...execute(subscriber, 'delete'),
			},
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get subscriber',
			description: 'Get one subscriber with its custom parameters, place and device',
			routing: {
				request: { method: 'GET', url: '/subscribers/{subscriber_id}' },
				...execute(subscriber, 'get'),
			},
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many subscribers',
			description: 'List subscribers, or find one by a custom parameter such as a customer number',
			routing: {
				request: { method: 'GET', url: '/subscribers' },
				...execute(subscriber, 'getAll'),
			},
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update subscriber',
			description: 'Set or remove custom parameters of a subscriber',
			routing: {
				request: { method: 'POST', url: '/subscribers/{subscriber_id}' },
				...execute(subscriber, 'updateSubscriber'),
			},
		},
	],
	default: 'getAll',
};

const [idProperty] = queryFields([subscriberId]);

const idProperties = (description: string, hint?: string): INodeProperties[] =>
	idProperty ? [{ ...idProperty, required: true, description, hint }] : [];

const [removeKeysProperty] = bodyFields([removeKeys]);

const updateProperties: INodeProperties[] = [
	...bodyFields([customParameters, mode]),
	...(removeKeysProperty
		? [{ ...removeKeysProperty, displayOptions: { show: { mode: ['merge'] } } }]
		: []),
];

export const subscriberDescription: INodeProperties[] = [
	operation,
	...showFor(
		subscriber,
		['delete'],
		idProperties(
			'The subscriber to delete',
			'This person gets no notification from this website any more. It cannot be undone: only they can subscribe again, in their browser.',
		),
	),
	...showFor(subscriber, ['get', 'update'], idProperties('The subscriber to work on')),
	...showFor(subscriber, ['getAll'], getAllProperties(subscriber.plural, { filters, order })),
	...showFor(subscriber, ['update'], updateProperties),
	...showFor(subscriber, ['get', 'getAll', 'update'], [simplify]),
];
