import type { INodeProperties } from 'n8n-workflow';

import { execute } from '../../routing';
import { showFor, simplify } from '../common/commonProperties';
import { bodyFields, byLabel, queryFields } from '../common/field';
import { getAllProperties } from '../common/listFields';
import { optionalMessageFields } from '../common/messageFields';
import { optionsCollection, sendTimeProperties, timezone } from '../common/sendFields';
import {
	filters,
	messageFields,
	order,
	personalNotification,
	personalNotificationId,
} from './definition';

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['personalNotification'] } },
	options: [
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete personal notification',
			description:
				'Permanently delete a personal notification; one that is scheduled is then not sent',
			routing: {
				request: { method: 'DELETE', url: '/personal-notifications/{personal_notification_id}' },
				...execute(personalNotification, 'delete'),
			},
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get personal notification',
			description: 'Get one personal notification and whether it was delivered and clicked',
			routing: {
				request: { method: 'GET', url: '/personal-notifications/{personal_notification_id}' },
				...execute(personalNotification, 'get'),
			},
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many personal notifications',
			description: 'List personal notifications, optionally filtered and sorted',
			routing: {
				request: { method: 'GET', url: '/personal-notifications' },
				...execute(personalNotification, 'getAll'),
			},
		},
		{
			name: 'Send',
			value: 'send',
			action: 'Send personal notification',
			description:
				'Send a push notification to one subscriber, now or at a set time. It cannot be called back once it is sent.',
			routing: {
				request: { method: 'POST', url: '/personal-notifications' },
				...execute(personalNotification, 'sendPersonalNotification'),
			},
		},
	],
	default: 'getAll',
};

const sendNotice: INodeProperties = {
	displayName:
		"This sends a push notification to one person for each input item. It can't be called back. A scheduled one can be deleted before its time.",
	name: 'sendNotice',
	type: 'notice',
	default: '',
};

const idProperties = queryFields([personalNotificationId]).map((property) => ({
	...property,
	required: true,
	description: 'The personal notification to work on',
}));

const sendProperties: INodeProperties[] = [
	sendNotice,
	...bodyFields(messageFields).map((property) => ({ ...property, required: true })),
	...sendTimeProperties,
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: bodyFields(byLabel(optionalMessageFields)),
	},
	optionsCollection([timezone.property]),
];

export const personalNotificationDescription: INodeProperties[] = [
	operation,
	...showFor(personalNotification, ['delete', 'get'], idProperties),
	...showFor(personalNotification, ['send'], sendProperties),
	...showFor(
		personalNotification,
		['getAll'],
		getAllProperties(personalNotification.plural, { filters, order }),
	),
	...showFor(personalNotification, ['get', 'getAll', 'send'], [simplify]),
];
