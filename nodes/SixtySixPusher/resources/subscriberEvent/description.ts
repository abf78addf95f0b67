import type { INodeProperties } from 'n8n-workflow';

import { execute } from '../../routing';
import { showFor, simplify } from '../common/commonProperties';
import { getAllProperties } from '../common/listFields';
import { filters, order, subscriberEvent } from './definition';

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['subscriberEvent'] } },
	options: [
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many subscriber events',
			description: 'List what happened to subscribers: who subscribed, saw, clicked or left',
			routing: {
				request: { method: 'GET', url: '/subscribers-logs' },
				...execute(subscriberEvent, 'getAll'),
			},
		},
	],
	default: 'getAll',
};

export const subscriberEventDescription: INodeProperties[] = [
	operation,
	...showFor(
		subscriberEvent,
		['getAll'],
		getAllProperties(subscriberEvent.plural, { filters, order }),
	),
	...showFor(subscriberEvent, ['getAll'], [simplify]),
];
