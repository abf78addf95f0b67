import type { INodeProperties } from 'n8n-workflow';

import { describedAs, field, rulesOf } from '../common/field';
import { dateFilters, orderFields, search, searchBy } from '../common/listFields';
import { locator, website } from '../common/locators';
import { optionalMessageFields, requiredMessageFields } from '../common/messageFields';
import { sendAt, sendTime, timezone } from '../common/sendFields';
import type { ResourceDefinition } from '../definition';

export const campaignId = field(
	'campaign_id',
	locator('Campaign', 'campaignId', 'getCampaigns', "The ID that 'Create' and 'Get Many' return"),
);

export const campaignWebsite = describedAs(website, 'The website whose subscribers get it');

/** Nothing is chosen at first: who gets a message is a person's choice. */
export const sendTo = field('send_to', {
	displayName: 'Send To',
	name: 'sendTo',
	type: 'options',
	options: [
		{ name: 'Choose Who Gets It', value: '' },
		{
			name: 'All Subscribers',
			value: 'all',
			description: 'Everybody who has subscribed on the website',
		},
		{
			name: 'Segment',
			value: 'segment',
			description: 'The subscribers who are in one of your segments',
		},
		{
			name: 'Subscribers by ID',
			value: 'subscribers',
			description: 'The subscribers that you name, and nobody else',
		},
	],
	default: '',
	description: 'Who gets the notification',
});

export const campaignSegment = field(
	'segment',
	{
		...locator('Segment', 'segment', 'getCampaignSegments', "The segment's ID number"),
		description:
			'The list shows the segments of the chosen website. If you change the website, choose the segment again.',
	},
	{ kind: 'id' },
);

export const subscriberIds = field(
	'subscribers_ids',
	{
		displayName: 'Subscriber IDs',
		name: 'subscriberIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1, 2, 3',
		description:
			'IDs of subscribers of the chosen website with commas between them, or an expression that returns a list. One named twice counts once.',
	},
	{ kind: 'ids' },
);

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
	describedAs(website, 'The website that the campaign belongs to'),
	field('status', {
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: [
			{ name: 'Draft', value: 'draft' },
			{ name: 'Processing', value: 'processing' },
			{ name: 'Scheduled', value: 'scheduled' },
			{ name: 'Sent', value: 'sent' },
		],
		default: 'sent',
		description: 'How far the campaign has come',
	}),
	...dateFilters('campaigns', [
		{ name: 'Created', value: 'datetime' },
		{ name: 'Last Sent', value: 'last_sent_datetime' },
		{ name: 'Last Updated', value: 'last_datetime' },
		{ name: 'Scheduled', value: 'scheduled_datetime' },
	]),
];

export const order = orderFields([
	{ name: 'Clicked Count', value: 'total_clicked_push_notifications' },
	{ name: 'Closed Count', value: 'total_closed_push_notifications' },
	{ name: 'Created', value: 'datetime' },
	{ name: 'Displayed Count', value: 'total_displayed_push_notifications' },
	{ name: 'ID', value: 'campaign_id' },
	{ name: 'Last Sent', value: 'last_sent_datetime' },
	{ name: 'Last Updated', value: 'last_datetime' },
	{ name: 'Name', value: 'name' },
	{ name: 'Recipient Count', value: 'total_push_notifications' },
	{ name: 'Scheduled', value: 'scheduled_datetime' },
	{ name: 'Sent Count', value: 'total_sent_push_notifications' },
	{ name: 'Title', value: 'title' },
]);

export const includeRecipients: INodeProperties = {
	displayName: 'Include Recipients',
	name: 'includeRecipients',
	type: 'boolean',
	default: false,
	description:
		'Whether to return the IDs of all subscribers that each campaign is for and of those it was sent to. For large campaigns, these are megabytes.',
};

/** Who gets a campaign and what it says. The audience is worked out from what *Send To* chooses. */
export const messageFields = [campaignWebsite, ...requiredMessageFields];

export const campaign: ResourceDefinition = {
	name: 'campaign',
	label: 'Campaign',
	singular: 'campaign',
	plural: 'campaigns',
	path: '/campaigns',
	idField: 'campaign_id',
	fields: rulesOf([
		campaignId,
		...filters,
		...order,
		...messageFields,
		...optionalMessageFields,
		sendTo,
		campaignSegment,
		subscriberIds,
		sendTime,
		sendAt,
		timezone,
	]),
	required: messageFields.map(({ apiName }) => apiName),
	simplified: {
		id: 'integer',
		website_id: 'integer',
		name: 'string',
		title: 'string',
		segment: ['string', 'integer'],
		status: 'string',
		total_push_notifications: 'integer',
		scheduled_datetime: ['string', 'null'],
		last_sent_datetime: ['string', 'null'],
		datetime: 'string',
	},
	onRequest: {
		fields: ['subscribers_ids', 'sent_subscribers_ids'],
		option: { name: includeRecipients.name, label: includeRecipients.displayName },
	},
};
