import type { INodeProperties } from 'n8n-workflow';

import { websiteLocator } from './locators';
import { shownFor } from './shownFor';

const properties: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description:
			'Which flows to return. On an installation that cannot filter, all flows are read and filtered here.',
		options: [
			{
				displayName: 'Date Field',
				name: 'datetimeField',
				type: 'options',
				options: [
					{ name: 'Created', value: 'datetime' },
					{ name: 'Last Sent', value: 'last_sent_datetime' },
					{ name: 'Last Updated', value: 'last_datetime' },
				],
				default: 'datetime',
				description: "The date that 'From Date' and 'To Date' look at",
				routing: { send: { type: 'query', property: 'datetime_field' } },
			},
			{
				displayName: 'From Date',
				name: 'datetimeStart',
				type: 'dateTime',
				default: '',
				placeholder: 'e.g. 2026-01-31 00:00:00',
				description:
					'Flows from this date on. Enter it as the installation shows its dates; one with a time zone is converted to UTC.',
				routing: { send: { type: 'query', property: 'datetime_start' } },
			},
			{
				displayName: 'Search',
				name: 'search',
				type: 'string',
				default: '',
				placeholder: 'e.g. welcome',
				description: 'Text that the flow must contain, in upper or lower case',
				routing: { send: { type: 'query', property: 'search' } },
			},
			{
				displayName: 'Search By',
				name: 'searchBy',
				type: 'options',
				options: [
					{ name: 'Description', value: 'description' },
					{ name: 'Name', value: 'name' },
					{ name: 'Title', value: 'title' },
					{ name: 'URL', value: 'url' },
				],
				default: 'name',
				description: "The field in which 'Search' looks",
				routing: { send: { type: 'query', property: 'search_by' } },
			},
			{
				displayName: 'To Date',
				name: 'datetimeEnd',
				type: 'dateTime',
				default: '',
				placeholder: 'e.g. 2026-01-31 23:59:59',
				description:
					'Flows up to this date. Enter it as the installation shows its dates; without a time, that whole day counts.',
				routing: { send: { type: 'query', property: 'datetime_end' } },
			},
			{
				...websiteLocator,
				description: 'The website that the flow belongs to',
				routing: { send: { type: 'query', property: 'website_id' } },
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Order By',
				name: 'orderBy',
				type: 'options',
				options: [
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
				],
				default: 'datetime',
				description: 'What to sort by. Without it, flows come in any order.',
				routing: { send: { type: 'query', property: 'order_by' } },
			},
			{
				displayName: 'Order Direction',
				name: 'orderType',
				type: 'options',
				options: [
					{ name: 'Ascending', value: 'ASC' },
					{ name: 'Descending', value: 'DESC' },
				],
				default: 'DESC',
				description: 'Whether the smallest and oldest or the largest and newest come first',
				routing: { send: { type: 'query', property: 'order_type' } },
			},
		],
	},
];

export const flowGetAllDescription = shownFor(['getAll'], properties);
