import type { INodeProperties } from 'n8n-workflow';

import { execute } from '../../routing';
import { showFor, simplify } from '../common/commonProperties';
import { bodyFields, queryFields } from '../common/field';
import { getAllProperties } from '../common/listFields';
import { audienceFields } from './audience';
import {
	audience,
	filters,
	order,
	segment,
	segmentId,
	segmentName,
	segmentType,
	segmentWebsite,
	subscriberIds,
} from './definition';

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['segment'] } },
	options: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create segment',
			description:
				"Select some of a website's subscribers, by their IDs or by what is known of them",
			routing: {
				request: { method: 'POST', url: '/segments' },
				...execute(segment, 'createSegment'),
			},
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete segment',
			description: 'Delete a segment that nothing uses any more',
			routing: {
				request: { method: 'DELETE', url: '/segments/{segment_id}' },
				...execute(segment, 'deleteSegment'),
			},
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get segment',
			description: 'Get one segment with the number of its subscribers',
			routing: {
				request: { method: 'GET', url: '/segments/{segment_id}' },
				...execute(segment, 'get'),
			},
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many segments',
			description: 'List segments, optionally filtered and sorted',
			routing: {
				request: { method: 'GET', url: '/segments' },
				...execute(segment, 'getAll'),
			},
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update segment',
			description: 'Rename a segment, or change whom it selects',
			routing: {
				request: { method: 'POST', url: '/segments/{segment_id}' },
				...execute(segment, 'updateSegment'),
			},
		},
	],
	default: 'getAll',
};

const idProperties = (description: string, hint?: string): INodeProperties[] =>
	queryFields([segmentId]).map((property) => ({ ...property, required: true, description, hint }));

const audienceProperty: INodeProperties = {
	...audience,
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'Who belongs to a filter segment. All filters must apply.',
	options: bodyFields(audienceFields),
};

const createProperties: INodeProperties[] = [
	...bodyFields([segmentWebsite, segmentName, segmentType]).map((property) => ({
		...property,
		required: true,
	})),
	...bodyFields([subscriberIds]).map((property) => ({
		...property,
		required: true,
		displayOptions: { show: { type: ['custom'] } },
	})),
	{ ...audienceProperty, displayOptions: { show: { type: ['filter'] } } },
];

const updateProperties: INodeProperties[] = [
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description:
			'Fields to change. All others stay as they are, and so does the rest of the audience.',
		options: [audienceProperty, ...bodyFields([segmentName, subscriberIds])],
	},
];

const deleteProperties: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Even if Used',
				name: 'evenIfUsed',
				type: 'boolean',
				default: false,
				description:
					'Whether to delete the segment although something uses it. On some installations, a flow, campaign or automation for a deleted segment is then sent to all subscribers.',
			},
		],
	},
];

export const segmentDescription: INodeProperties[] = [
	operation,
	...showFor(
		segment,
		['delete'],
		idProperties(
			'The segment to delete',
			'What was sent to this segment could then go to all subscribers. So the node first looks for flows, unsent campaigns, recurring campaigns and RSS automations that use it, and deletes it only if there are none.',
		),
	),
	...showFor(segment, ['get', 'update'], idProperties('The segment to work on')),
	...showFor(segment, ['create'], createProperties),
	...showFor(segment, ['getAll'], getAllProperties(segment.plural, { filters, order })),
	...showFor(segment, ['update'], updateProperties),
	...showFor(segment, ['delete'], deleteProperties),
	...showFor(segment, ['create', 'get', 'getAll', 'update'], [simplify]),
];
