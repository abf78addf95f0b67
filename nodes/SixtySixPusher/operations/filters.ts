import type { IDataObject } from 'n8n-workflow';

import type { ResourceDefinition } from '../resources/definition';
import { customParametersIn } from './customParameters';
import type { ValidFields } from './validate';

// Made once, when the operations are loaded: making it takes milliseconds.
const alphabet = new Intl.Collator('en', { sensitivity: 'base' });

/**
 * The query of a list, completed as the form is when a part is added: what the API does if a filter's
 * or order's other half is missing is not documented.
 */
export function completeQuery(definition: ResourceDefinition, fields: ValidFields): ValidFields {
	const { search, datetime_start: from, datetime_end: to, order_by: by, order_type: type } = fields;
	return {
		...(search !== undefined && { search_by: definition.fields.search_by?.byDefault ?? 'name' }),
		...((from !== undefined || to !== undefined) && { datetime_field: 'datetime' }),
		...((by !== undefined || type !== undefined) && { order_by: 'datetime', order_type: 'DESC' }),
		...fields,
	};
}

/** The parameters of a complete query that are not filters. */
const ORDER = new Set(['order_by', 'order_type']);

/**
 * Whether an entry passes the filters of a complete query, each under the API's own name. An
 * installation that doesn't know a filter returns every entry, so the filters are applied to what it
 * returns.
 *
 * Text is compared as the installations' databases do, without regard to case and accents, so that
 * nothing they find is dropped here. Dates are in the API's `Y-m-d H:i:s`, whose order is that of its
 * text; both ends are included. Any other filter is compared by value.
 */
export function matches(entry: IDataObject, query: ValidFields): boolean {
	const {
		search,
		search_by: searchBy = '',
		datetime_field: dateField = '',
		datetime_start: from,
		datetime_end: to,
		custom_parameter_key: key,
		custom_parameter_value: value,
		...others
	} = query;
	const date = textOf(entry[dateField]).slice(0, 19).replace('T', ' ');

	return (
		(search === undefined || fold(textOf(entry[searchBy])).includes(fold(search))) &&
		(from === undefined || (date !== '' && date >= from)) &&
		(to === undefined || (date !== '' && date <= to)) &&
		(key === undefined || hasParameter(entry.custom_parameters, key, value)) &&
		Object.entries(others).every(
			([name, value]) => ORDER.has(name) || textOf(entry[name]) === value,
		)
	);
}

/** No installation can look for a custom parameter. Its key and value are compared exactly. */
function hasParameter(parameters: unknown, key: string, value: string | undefined): boolean {
	const stored = customParametersIn(parameters)?.get(key);
	return stored !== undefined && (value === undefined || stored === value);
}

/**
 * Compares two entries by a complete query's `order_by`, for `Array.sort`. What an entry doesn't have
 * comes before everything else, as in the installations' databases.
 */
export function byOrder(
	{ idField }: ResourceDefinition,
	{ order_by: orderBy = '', order_type: orderType }: ValidFields,
): (a: IDataObject, b: IDataObject) => number {
	const name = orderBy === idField ? 'id' : orderBy;
	const isNumber = name === 'id' || name.startsWith('total_');
	const compare = isNumber
		? (a: unknown, b: unknown) => Number(a ?? 0) - Number(b ?? 0)
		: (a: unknown, b: unknown) => alphabet.compare(textOf(a), textOf(b));

	const direction = orderType === 'DESC' ? -1 : 1;
	return (a, b) => direction * compare(a[name], b[name]);
}

function textOf(value: unknown): string {
	return value === undefined || value === null ? '' : String(value);
}

function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
