import type { INodeProperties } from 'n8n-workflow';

import { simplify } from '../resources/common/commonProperties';
import { website } from '../resources/common/locators';
import { eventTypes } from './events';

export const triggerDescription: INodeProperties[] = [
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Campaign Sent',
				value: 'campaignSent',
				description: 'A campaign has been sent, at once or at its set time',
			},
			{
				name: 'Subscriber Created',
				value: 'subscriberCreated',
				description: 'A browser has subscribed for the first time',
			},
			{
				name: 'Subscriber Event',
				value: 'subscriberEvent',
				description: 'Somebody has subscribed, clicked, closed, left and the like',
			},
		],
		default: 'subscriberCreated',
		description: 'What starts the workflow',
	},
	{
		displayName: 'Event Types',
		name: 'types',
		type: 'multiOptions',
		required: true,
		options: eventTypes,
		default: [],
		description:
			'Which subscriber events start the workflow. Displayed, clicked and closed need a plan with analytics; Notification Sent comes once for each recipient.',
		displayOptions: { show: { event: ['subscriberEvent'] } },
	},
	{
		displayName:
			"Unsubscribed and Subscriber Deleted by Hand don't tell who it was: the installation has deleted that subscriber, and 'subscriber_id' is 0.",
		name: 'anonymousNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { event: ['subscriberEvent'] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				...website.property,
				description: 'Only what happens on this website starts the workflow',
			},
		],
	},
	simplify,
];
