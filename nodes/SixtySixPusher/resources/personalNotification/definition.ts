import { describedAs, field, rulesOf } from '../common/field';
import { dateFilters, orderFields, search, searchBy } from '../common/listFields';
import { locator, website } from '../common/locators';
import { optionalMessageFields, requiredMessageFields } from '../common/messageFields';
import { sendAt, sendTime, timezone } from '../common/sendFields';
import type { ResourceDefinition } from '../definition';

export const personalNotificationId = field(
	'personal_notification_id',
	locator(
		'Personal Notification',
		'personalNotificationId',
		'getPersonalNotifications',
		"The ID that 'Send' and 'Get Many' return",
	),
);

export const subscriber = field(
	'subscriber_id',
	locator(
		'Subscriber',
		'subscriberId',
		'getSubscribers',
		"The ID that a subscriber's 'Get Many' returns",
	),
);

export const messageFields = [
	describedAs(subscriber, 'Who gets the notification. Its website is that of the subscriber.'),
	...requiredMessageFields,
];

export const filters = [
	search,
	searchBy(
		[
			{ name: 'Description', value: 'description' },
			{ name: 'Name', value: 'name' },
			{ name: 'Title', value: 'title' },
			{ name: 'URL', value: 'url' },
		],
		'name',
	),
	describedAs(website, 'The website that the notification belongs to'),
	describedAs(subscriber, 'The subscriber whom the notification is for'),
	field('status', {
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: [
			{ name: 'Draft', value: 'draft' },
			{ name: 'Failed', value: 'failed' },
			{ name: 'Processing', value: 'processing' },
			{ name: 'Scheduled', value: 'scheduled' },
			{ name: 'Sent', value: 'sent' },
		],
		default: 'sent',
		description: 'How far the notification has come',
	}),
	...dateFilters('personal notifications', [
		{ name: 'Created', value: 'datetime' },
		{ name: 'Last Updated', value: 'last_datetime' },
		{ name: 'Scheduled', value: 'scheduled_datetime' },
		{ name: 'Sent', value: 'sent_datetime' },
	]),
];

export const order = orderFields([
	{ name: 'Created', value: 'datetime' },
	{ name: 'ID', value: 'personal_notification_id' },
	{ name: 'Last Updated', value: 'last_datetime' },
	{ name: 'Name', value: 'name' },
	{ name: 'Scheduled', value: 'scheduled_datetime' },
	{ name: 'Sent', value: 'sent_datetime' },
	{ name: 'Title', value: 'title' },
]);

export const personalNotification: ResourceDefinition = {
	name: 'personalNotification',
	label: 'Personal Notification',
	singular: 'personal notification',
	plural: 'personal notifications',
	path: '/personal-notifications',
	idField: 'personal_notification_id',
	fields: rulesOf([
		personalNotificationId,
		...filters,
		...order,
		...messageFields,
		...optionalMessageFields,
		sendTime,
		sendAt,
		timezone,
	]),
	required: messageFields.map(({ apiName }) => apiName),
	simplified: {
		id: 'integer',
		subscriber_id: 'integer',
		website_id: 'integer',
		name: 'string',
		title: 'string',
		status: 'string',
		is_sent: ['integer', 'boolean'],
		is_clicked: ['integer', 'boolean'],
		scheduled_datetime: ['string', 'null'],
		sent_datetime: ['string', 'null'],
	},
};
