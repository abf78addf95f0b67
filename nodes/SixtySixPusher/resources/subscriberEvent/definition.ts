import { describedAs, field, rulesOf } from '../common/field';
import { dateFilters, orderFields } from '../common/listFields';
import { locator, website } from '../common/locators';
import type { Field, ResourceDefinition } from '../definition';

const type = field('type', {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{ name: 'Notification Clicked', value: 'clicked_notification' },
		{ name: 'Notification Closed', value: 'closed_notification' },
		{ name: 'Notification Displayed', value: 'displayed_notification' },
		{ name: 'Notification Sent', value: 'push_notification_sent' },
		{ name: 'Permission Denied', value: 'permission_denied' },
		{ name: 'Subscribed', value: 'subscribed' },
		{ name: 'Subscriber Deleted', value: 'manually_deleted' },
		{ name: 'Subscriber Expired', value: 'expired_deleted' },
		{ name: 'Unsubscribed', value: 'unsubscribed' },
	],
	default: 'subscribed',
	description: 'What happened',
});

const entryFilter = (
	apiName: string,
	displayName: string,
	name: string,
	list: string,
	description: string,
): Field =>
	describedAs(
		field(apiName, locator(displayName, name, list, `The ID that 'Get Many' returns`)),
		description,
	);

export const filters = [
	type,
	describedAs(website, 'The website on which it happened'),
	entryFilter(
		'campaign_id',
		'Campaign',
		'campaignId',
		'getCampaigns',
		'Only events of this campaign',
	),
	entryFilter('flow_id', 'Flow', 'flowId', 'getFlows', 'Only events of this flow'),
	entryFilter(
		'personal_notification_id',
		'Personal Notification',
		'personalNotificationId',
		'getPersonalNotifications',
		'Only events of this personal notification',
	),
	entryFilter(
		'subscriber_id',
		'Subscriber',
		'subscriberId',
		'getSubscribers',
		'Only events of this subscriber. Some installations do not say who unsubscribed.',
	),
	// The date of an event is the only one that it has.
	...dateFilters('events', []).filter(({ apiName }) => apiName !== 'datetime_field'),
];

export const order = orderFields([
	{ name: 'Date', value: 'datetime' },
	{ name: 'ID', value: 'subscriber_log_id' },
]);

export const subscriberEvent: ResourceDefinition = {
	name: 'subscriberEvent',
	label: 'Subscriber Event',
	singular: 'subscriber event',
	plural: 'subscriber events',
	isOptional: true,
	path: '/subscribers-logs',
	idField: 'subscriber_log_id',
	fields: rulesOf([...filters, ...order]),
	simplified: {
		id: 'integer',
		type: 'string',
		website_id: 'integer',
		subscriber_id: 'integer',
		campaign_id: 'integer',
		flow_id: 'integer',
		personal_notification_id: 'integer',
		ip: 'string',
		datetime: 'string',
	},
};
