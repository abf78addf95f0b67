import type { IDataObject } from 'n8n-workflow';

import type { CheckedFields } from '../../transport/checks';

/**
 * The query of a list, completed as the form is where a part is added: what the API does where a
 * filter's or order's other half is missing is not documented.
 */
export function completeQuery(fields: CheckedFields): CheckedFields {
	const { search, datetime_start: from, datetime_end: to, order_by: by, order_type: type } = fields;
	return {
		...(search !== undefined && { search_by: 'name' }),
		...((from !== undefined || to !== undefined) && { datetime_field: 'datetime' }),
		...((by !== undefined || type !== undefined) && { order_by: 'datetime', order_type: 'DESC' }),
		...fields,
	};
}

/**
 * Whether a flow passes the filters of a complete query, each under the API's own name. An installation that doesn't
 * know a filter answers with every flow, so the filters are applied to what it answers.
 *
 * Text is compared as the installations' databases do, without regard to case and accents, so that
 * nothing they find is dropped here. Dates are in the API's `Y-m-d H:i:s`, whose order is that of
 * its text; both ends count as within.
 */
export function matches(flow: IDataObject, filters: CheckedFields): boolean {
	const { website_id: website, search, search_by: searchBy } = filters;
	const { datetime_field: field, datetime_start: from, datetime_end: to } = filters;
	const moment = textOf(flow[field]).slice(0, 19).replace('T', ' ');

	return (
		(website === undefined || textOf(flow.website_id) === website) &&
		(search === undefined || folded(textOf(flow[searchBy])).includes(folded(search))) &&
		(from === undefined || (moment !== '' && moment >= from)) &&
		(to === undefined || (moment !== '' && moment <= to))
	);
}

/**
 * Compares two flows by a complete query's `order_by`, for `Array.sort`. What a flow doesn't have comes before
 * everything else, as in the installations' databases.
 */
export function byOrder({
	order_by: orderBy,
	order_type: orderType,
}: CheckedFields): (a: IDataObject, b: IDataObject) => number {
	const name = orderBy === 'flow_id' ? 'id' : orderBy;
	const isNumber = name === 'id' || name.startsWith('total_');
	// Made only where it is needed: it takes longer than to load the whole node.
	const alphabet = new Intl.Collator('en', { sensitivity: 'base' });
	const compare = isNumber
		? (a: unknown, b: unknown) => Number(a ?? 0) - Number(b ?? 0)
		: (a: unknown, b: unknown) => alphabet.compare(textOf(a), textOf(b));

	const direction = orderType === 'DESC' ? -1 : 1;
	return (a, b) => direction * compare(a[name], b[name]);
}

function textOf(value: unknown): string {
	return value === undefined || value === null ? '' : String(value);
}

function folded(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
