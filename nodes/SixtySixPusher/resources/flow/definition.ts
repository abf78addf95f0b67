import type { INodeProperties } from 'n8n-workflow';

import { describedAs, field, rulesOf } from '../common/field';
import { dateFilters, orderFields, search, searchBy } from '../common/listFields';
import { locator, segment, website } from '../common/locators';
import { optionalMessageFields, requiredMessageFields } from '../common/messageFields';
import type { OutputFields, ResourceDefinition } from '../definition';

/** Installations shorten a longer wait. */
const MAX_WAIT_DAYS = 90;

export const flowId = field(
	'flow_id',
	locator('Flow', 'flowId', 'getFlows', "The ID that 'Create' and 'Get Many' return"),
);

export const requiredFields = [
	describedAs(website, 'The website whose new subscribers get the notification'),
	...requiredMessageFields,
	field('wait_time', {
		displayName: 'Wait Time',
		name: 'waitTime',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: `How long after subscribing the notification is sent, in the unit of 'Wait Time Unit'. At most ${MAX_WAIT_DAYS} days.`,
	}),
	field('wait_time_type', {
		displayName: 'Wait Time Unit',
		name: 'waitTimeType',
		type: 'options',
		options: [
			{ name: 'Minutes', value: 'minutes' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Days', value: 'days' },
		],
		default: 'days',
		description: 'Unit of the wait time',
	}),
];

export const optionalFields = [
	...optionalMessageFields,
	field('is_enabled', {
		displayName: 'Enabled',
		name: 'isEnabled',
		type: 'boolean',
		default: true,
		description: 'Whether new subscribers get this flow. Turn it off to prepare or pause a flow.',
	}),
	describedAs(
		segment,
		'Which of the new subscribers get the flow. The list shows the segments of the chosen website. If you change the website, choose the segment again.',
	),
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
	describedAs(website, 'The website that the flow belongs to'),
	...dateFilters('flows', [
		{ name: 'Created', value: 'datetime' },
		{ name: 'Last Sent', value: 'last_sent_datetime' },
		{ name: 'Last Updated', value: 'last_datetime' },
	]),
];

export const order = orderFields([
	{ name: 'Clicked Count', value: 'total_clicked_push_notifications' },
	{ name: 'Closed Count', value: 'total_closed_push_notifications' },
	{ name: 'Created', value: 'datetime' },
	{ name: 'Displayed Count', value: 'total_displayed_push_notifications' },
	{ name: 'ID', value: 'flow_id' },
	{ name: 'Last Sent', value: 'last_sent_datetime' },
	{ name: 'Last Updated', value: 'last_datetime' },
	{ name: 'Name', value: 'name' },
	{ name: 'Sent Count', value: 'total_sent_push_notifications' },
	{ name: 'Title', value: 'title' },
]);

export const returnFlow: INodeProperties = {
	displayName: 'Return Full Flow',
	name: 'returnFlow',
	type: 'boolean',
	default: true,
	description:
		'Whether to read the flow back if the installation answers with its ID alone. Turning it off is faster, but the node no longer checks who will get the flow.',
};

const simplified: OutputFields = {
	id: 'integer',
	website_id: 'integer',
	name: 'string',
	title: 'string',
	description: 'string',
	url: 'string',
	image_url: ['string', 'null'],
	wait_time: 'integer',
	wait_time_type: 'string',
	is_enabled: 'boolean',
};

export const flow: ResourceDefinition = {
	name: 'flow',
	label: 'Flow',
	singular: 'flow',
	plural: 'flows',
	path: '/flows',
	listPath: '/flows/',
	idField: 'flow_id',
	fields: rulesOf([flowId, ...filters, ...order, ...requiredFields, ...optionalFields]),
	required: requiredFields.map(({ apiName }) => apiName),
	durations: [
		{
			amount: 'wait_time',
			unit: 'wait_time_type',
			maxDays: MAX_WAIT_DAYS,
			perDay: { minutes: 24 * 60, hours: 24, days: 1 },
		},
	],
	returnOption: { name: returnFlow.name, label: returnFlow.displayName },
	simplified,
	outputs: { upsert: { ...simplified, upsertResult: 'string' } },
};
