import type { INodeProperties } from 'n8n-workflow';

import { execute } from '../../routing';
import { showFor, simplify } from '../common/commonProperties';
import { bodyFields, byLabel, queryFields } from '../common/field';
import { getAllProperties } from '../common/listFields';
import { optionalMessageFields, requiredMessageFields } from '../common/messageFields';
import {
	optionsCollection,
	sendForEachItem,
	sendTimeProperties,
	timezone,
} from '../common/sendFields';
import {
	campaign,
	campaignId,
	campaignSegment,
	campaignWebsite,
	filters,
	includeRecipients,
	messageFields,
	order,
	sendTo,
	subscriberIds,
} from './definition';

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['campaign'] } },
	options: [
		{
			name: 'Cancel',
			value: 'cancel',
			action: 'Cancel scheduled campaign',
			description: 'Pull a scheduled campaign back before it is sent, so that it is a draft again',
			routing: {
				request: { method: 'POST', url: '/campaigns/{campaign_id}' },
				...execute(campaign, 'cancelCampaign'),
			},
		},
		{
			name: 'Create Draft',
			value: 'create',
			action: 'Create campaign draft',
			description: 'Prepare a push notification to many subscribers without sending it',
			routing: {
				request: { method: 'POST', url: '/campaigns' },
				...execute(campaign, 'createCampaign'),
			},
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete campaign',
			description: 'Permanently delete a campaign; what was already sent stays with its recipients',
			routing: {
				request: { method: 'DELETE', url: '/campaigns/{campaign_id}' },
				...execute(campaign, 'delete'),
			},
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get campaign',
			description: 'Get one campaign with its status and its number of recipients',
			routing: {
				request: { method: 'GET', url: '/campaigns/{campaign_id}' },
				...execute(campaign, 'get'),
			},
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many campaigns',
			description: 'List drafts, scheduled and sent campaigns, optionally filtered and sorted',
			routing: { request: { method: 'GET', url: '/campaigns' }, ...execute(campaign, 'getAll') },
		},
		{
			name: 'Send',
			value: 'send',
			action: 'Send campaign',
			description:
				'Send a push notification to all subscribers, a segment or named subscribers of a website, now or at a set time. It cannot be called back.',
			routing: {
				request: { method: 'POST', url: '/campaigns' },
				...execute(campaign, 'sendCampaign'),
			},
		},
		{
			name: 'Send Draft',
			value: 'sendDraft',
			action: 'Send campaign draft',
			description:
				'Send a campaign that is a draft, now or at a set time. It cannot be called back.',
			routing: {
				request: { method: 'POST', url: '/campaigns/{campaign_id}' },
				...execute(campaign, 'sendDraft'),
			},
		},
		{
			name: 'Update Draft',
			value: 'update',
			action: 'Update campaign draft',
			description: 'Change the texts or the audience of a campaign that has not been sent',
			routing: {
				request: { method: 'POST', url: '/campaigns/{campaign_id}' },
				...execute(campaign, 'updateCampaign'),
			},
		},
	],
	default: 'create',
};

function notice(name: string, displayName: string): INodeProperties {
	return { displayName, name, type: 'notice', default: '' };
}

const sendNotice = notice(
	'sendNotice',
	"This sends a push notification to people. It can't be called back. Try it with 'Subscribers by ID' and your own subscriber first.",
);

const draftNotice = notice(
	'draftNotice',
	"Some installations are reported to send a draft as soon as it is changed. The node can't prevent that. It reads the campaign back and fails if it was sent.",
);

const cancelNotice = notice(
	'cancelNotice',
	"Some installations are reported not to pull back. The node reads the campaign back and fails if it is still scheduled. In that case use 'Delete'.",
);

const campaignIdProperties = queryFields([campaignId]).map((property) => ({
	...property,
	required: true,
	description: 'The campaign to work on',
}));

/** Who gets it. These have no routing: the node sends what the choice means. */
const audienceProperties: INodeProperties[] = [
	{ ...sendTo.property, required: true },
	{
		...campaignSegment.property,
		required: true,
		displayOptions: { show: { sendTo: ['segment'] } },
	},
	{
		...subscriberIds.property,
		required: true,
		displayOptions: { show: { sendTo: ['subscribers'] } },
	},
];

const textProperties = bodyFields(requiredMessageFields).map((property) => ({
	...property,
	required: true,
}));

const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: bodyFields(byLabel(optionalMessageFields)),
};

const createProperties: INodeProperties[] = [
	...bodyFields([campaignWebsite]).map((property) => ({ ...property, required: true })),
	...audienceProperties,
	...textProperties,
];

const updateFields: INodeProperties = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description:
		"Fields to change. All others stay as they are. To change the audience, add 'Send To' and what it needs. Leave a URL, button or UTM field empty to clear it.",
	options: [
		...bodyFields([...messageFields, ...optionalMessageFields]),
		sendTo.property,
		campaignSegment.property,
		subscriberIds.property,
	].sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
};

const listProperties = getAllProperties(campaign.plural, { filters, order }).map((property) =>
	property.name === 'options'
		? { ...property, options: [includeRecipients, ...queryFields(order)] }
		: property,
);

const sendOptions = optionsCollection([sendForEachItem, timezone.property]);

export const campaignDescription: INodeProperties[] = [
	operation,
	...showFor(campaign, ['send', 'sendDraft'], [sendNotice]),
	...showFor(campaign, ['update'], [draftNotice]),
	...showFor(campaign, ['cancel'], [cancelNotice]),
	...showFor(campaign, ['cancel', 'delete', 'get', 'sendDraft', 'update'], campaignIdProperties),
	...showFor(campaign, ['create', 'send'], createProperties),
	...showFor(campaign, ['send', 'sendDraft'], sendTimeProperties),
	...showFor(campaign, ['create', 'send'], [additionalFields]),
	...showFor(campaign, ['getAll'], listProperties),
	...showFor(campaign, ['update'], [updateFields]),
	...showFor(campaign, ['send', 'sendDraft'], [sendOptions]),
	...showFor(
		campaign,
		['cancel', 'create', 'get', 'getAll', 'send', 'sendDraft', 'update'],
		[simplify],
	),
];
