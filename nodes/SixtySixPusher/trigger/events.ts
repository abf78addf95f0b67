import { MAX_PAGE_SIZE } from '../api/pageSizes';
import type { OutputFields } from '../resources/definition';

export type EventName = 'campaignSent' | 'subscriberCreated' | 'subscriberEvent';

/** An event that the trigger starts a workflow for: data alone. */
export interface EventDefinition {
	readonly name: EventName;
	/** In the middle of a sentence, e.g. `subscriber`. */
	readonly singular: string;
	readonly plural: string;
	/** Path of the list in which it shows. */
	readonly path: string;
	/** The API's name of the ID by which that list is ordered. */
	readonly idField: string;
	/** The largest page to ask for. */
	readonly maxPageSize: number;
	/** Nothing that happens later changes an entry, or its place in a list by last activity. */
	readonly isImmutable: boolean;
	/** Fields of the simplified output, with their types in JSON. */
	readonly simplified: OutputFields;
}

const subscriberCreated: EventDefinition = {
	name: 'subscriberCreated',
	singular: 'subscriber',
	plural: 'subscribers',
	path: '/subscribers',
	idField: 'subscriber_id',
	maxPageSize: MAX_PAGE_SIZE,
	isImmutable: false,
	simplified: {
		id: 'integer',
		website_id: 'integer',
		subscribed_on_url: ['string', 'null'],
		country_code: ['string', 'null'],
		city_name: ['string', 'null'],
		device_type: ['string', 'null'],
		os_name: ['string', 'null'],
		browser_name: ['string', 'null'],
		custom_parameters: 'object',
		datetime: 'string',
	},
};

const subscriberEvent: EventDefinition = {
	name: 'subscriberEvent',
	singular: 'subscriber event',
	plural: 'subscriber events',
	path: '/subscribers-logs',
	idField: 'subscriber_log_id',
	maxPageSize: MAX_PAGE_SIZE,
	isImmutable: true,
	simplified: {
		id: 'integer',
		type: 'string',
		website_id: 'integer',
		subscriber_id: 'integer',
		campaign_id: 'integer',
		flow_id: 'integer',
		personal_notification_id: 'integer',
		ip: ['string', 'null'],
		datetime: 'string',
	},
};

const campaignSent: EventDefinition = {
	name: 'campaignSent',
	singular: 'campaign',
	plural: 'campaigns',
	path: '/campaigns',
	idField: 'campaign_id',
	// An entry lists all its recipients, which can be megabytes.
	maxPageSize: 100,
	isImmutable: false,
	simplified: {
		id: 'integer',
		website_id: 'integer',
		name: 'string',
		title: 'string',
		description: 'string',
		url: 'string',
		segment: ['string', 'integer'],
		status: 'string',
		total_sent_push_notifications: 'integer',
		last_sent_datetime: ['string', 'null'],
	},
};

export const events: Readonly<Record<EventName, EventDefinition>> = {
	campaignSent,
	subscriberCreated,
	subscriberEvent,
};

/** The API's nine types of subscriber events, in the order of their labels. (Documented.) */
export const eventTypes = [
	{ name: 'Notification Clicked', value: 'clicked_notification' },
	{ name: 'Notification Closed', value: 'closed_notification' },
	{ name: 'Notification Displayed', value: 'displayed_notification' },
	{ name: 'Notification Sent', value: 'push_notification_sent' },
	{ name: 'Permission Denied', value: 'permission_denied' },
	{ name: 'Subscribed', value: 'subscribed' },
	{ name: 'Subscriber Deleted as Expired', value: 'expired_deleted' },
	{ name: 'Subscriber Deleted by Hand', value: 'manually_deleted' },
	{ name: 'Unsubscribed', value: 'unsubscribed' },
];
