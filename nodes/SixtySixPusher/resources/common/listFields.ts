import type { INodeProperties } from 'n8n-workflow';

import type { Field } from '../definition';
import { byLabel, field, queryFields } from './field';

/** Filters and order of a resource's list. */
export interface ListFields {
	filters: Field[];
	order?: Field[];
}

/**
 * The fields of *Get Many*.
 *
 * @param plural what is listed, e.g. `flows`
 */
export function getAllProperties(
	plural: string,
	{ filters, order = [] }: ListFields,
): INodeProperties[] {
	return [
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
			description: `Which ${plural} to return. If the installation can't filter, the node reads all ${plural} and filters them.`,
			options: queryFields(byLabel(filters)),
		},
		...orderProperties(order),
	];
}

function orderProperties(order: Field[]): INodeProperties[] {
	if (order.length === 0) return [];
	return [
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: queryFields(order),
		},
	];
}

export const search = field(
	'search',
	{
		displayName: 'Search',
		name: 'search',
		type: 'string',
		default: '',
		placeholder: 'e.g. welcome',
		description: 'Text to look for, in upper or lower case',
	},
	{ kind: 'search' },
);

/** @param byDefault the field that is searched if the form names none */
export function searchBy(options: INodeProperties['options'], byDefault: string): Field {
	return field(
		'search_by',
		{
			displayName: 'Search By',
			name: 'searchBy',
			type: 'options',
			options,
			default: byDefault,
			description: "The field in which 'Search' looks",
		},
		{ byDefault },
	);
}

/** A range of dates: which date, from and to. */
export function dateFilters(plural: string, options: INodeProperties['options']): Field[] {
	return [
		field('datetime_field', {
			displayName: 'Date Field',
			name: 'datetimeField',
			type: 'options',
			options,
			default: 'datetime',
			description: "The date that 'From Date' and 'To Date' refer to",
		}),
		field('datetime_start', {
			displayName: 'From Date',
			name: 'datetimeStart',
			type: 'dateTime',
			default: '',
			placeholder: 'e.g. 2026-01-31 00:00:00',
			description: `Only ${plural} from this date on. Enter it as the installation shows its dates; one with a time zone is converted to UTC.`,
		}),
		field('datetime_end', {
			displayName: 'To Date',
			name: 'datetimeEnd',
			type: 'dateTime',
			default: '',
			placeholder: 'e.g. 2026-01-31 23:59:59',
			description: `Only ${plural} up to this date. Enter it as the installation shows its dates; without a time, that whole day counts.`,
		}),
	];
}

/** What to sort by, and in which direction. */
export function orderFields(options: INodeProperties['options']): Field[] {
	return [
		field('order_by', {
			displayName: 'Order By',
			name: 'orderBy',
			type: 'options',
			options,
			default: 'datetime',
			description: 'Field to sort by. If not set, the order is up to the installation.',
		}),
		field('order_type', {
			displayName: 'Order Direction',
			name: 'orderType',
			type: 'options',
			options: [
				{ name: 'Ascending', value: 'ASC' },
				{ name: 'Descending', value: 'DESC' },
			],
			default: 'DESC',
			description: 'Sort direction',
		}),
	];
}
