import type { INodeProperties } from 'n8n-workflow';

import { describedAs, field, rulesOf } from '../common/field';
import { orderFields, search } from '../common/listFields';
import { locator, website } from '../common/locators';
import type { ResourceDefinition } from '../definition';
import { audienceFields } from './audience';

export const segmentId = field(
	'segment_id',
	locator('Segment', 'segmentId', 'getSegmentsAlone', "The ID that 'Get Many' returns"),
);

export const segmentWebsite = describedAs(
	website,
	'The website whose subscribers the segment selects',
);

export const segmentName = field(
	'name',
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. VIP customers',
		description: 'Shown on the installation only, not to subscribers',
	},
	{ mustHaveText: true, maxLength: 256 },
);

export const segmentType = field(
	'type',
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{
				name: 'Custom',
				value: 'custom',
				description: 'Subscribers that you name',
			},
			{
				name: 'Filter',
				value: 'filter',
				description: 'All subscribers, also future ones, to whom the audience applies',
			},
		],
		default: 'filter',
		description: 'How the segment selects subscribers',
	},
	{ filteredHere: true },
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
			'The subscribers of a custom segment, with commas between their IDs, or a list from an expression',
	},
	{ kind: 'idList', mustHaveText: true },
);

/** The filters of a filter segment. */
export const audience: Pick<INodeProperties, 'displayName' | 'name'> = {
	displayName: 'Audience',
	name: 'audience',
};

export const filters = [
	search,
	describedAs(website, 'The website that the segment belongs to'),
	describedAs(segmentType, 'How the segment selects subscribers'),
];

export const order = orderFields([
	{ name: 'Created', value: 'datetime' },
	{ name: 'ID', value: 'segment_id' },
	{ name: 'Last Updated', value: 'last_datetime' },
	{ name: 'Name', value: 'name' },
	{ name: 'Subscriber Count', value: 'total_subscribers' },
]);

export const segment: ResourceDefinition = {
	name: 'segment',
	label: 'Segment',
	singular: 'segment',
	plural: 'segments',
	isOptional: true,
	path: '/segments',
	idField: 'segment_id',
	fields: rulesOf([
		segmentId,
		...filters,
		...order,
		segmentWebsite,
		segmentName,
		segmentType,
		subscriberIds,
		...audienceFields,
	]),
	required: [segmentWebsite, segmentName, segmentType].map(({ apiName }) => apiName),
	// A custom segment lists all of its subscribers.
	maxPageSize: 100,
	simplified: {
		id: 'integer',
		website_id: 'integer',
		name: 'string',
		type: 'string',
		total_subscribers: 'integer',
		last_datetime: ['string', 'null'],
		datetime: 'string',
	},
};
