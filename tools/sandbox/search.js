'use strict';

const { lastValue } = require('./paging.js');

/** @typedef {import('./paging.js').Query} Query */
/** @typedef {import('./profiles.js').Behaviour} Behaviour */
/** @typedef {import('./table.js').Identified} Identified */

/**
 * What a list can be asked for. Every other parameter is ignored without a word.
 *
 * @template Row
 * @typedef {object} ListDescription
 * @property {string} idName what `order_by` calls the ID
 * @property {Name<Row>[]} [search] fields of `search_by`, the first being the default
 * @property {Name<Row>[]} [equal] parameters that are compared with the field of their name
 * @property {Name<Row>[]} [datetimes] fields of `datetime_field`, the first being the default
 * @property {Name<Row>[]} [orders] fields of `order_by`, beside the ID
 * @property {(behaviour: Behaviour) => Behaviour['defaultOrder']} [defaultOrder] where the list has one
 *   of its own
 */

/**
 * @template Row
 * @typedef {Extract<keyof Row, string>} Name
 */

/**
 * @template Row
 * @param {Name<Row>[]} names
 * @param {string | undefined} asked
 */
function choose(names, asked) {
	return names.find((name) => name === asked) ?? names[0];
}

/**
 * @param {unknown} value
 * @param {string} wanted
 */
function equals(value, wanted) {
	return typeof value === 'number' ? value === Number.parseInt(wanted, 10) : value === wanted;
}

/**
 * @template {Identified} Row
 * @param {Query} query
 * @param {ListDescription<Row>} description
 * @returns {(row: Row) => boolean}
 */
function filterBy(query, { search: searchable = [], equal = [], datetimes = [] }) {
	const search = lastValue(query, 'search')?.toLowerCase();
	const searched = choose(searchable, lastValue(query, 'search_by'));
	const start = lastValue(query, 'datetime_start');
	const end = lastValue(query, 'datetime_end');
	const dated = choose(datetimes, lastValue(query, 'datetime_field'));

	return (row) => {
		if (search && searched && !String(row[searched]).toLowerCase().includes(search)) return false;
		for (const name of equal) {
			const wanted = lastValue(query, name);
			if (wanted && !equals(row[name], wanted)) return false;
		}
		if (!dated || (!start && !end)) return true;
		// Datetimes in this format compare as text.
		const datetime = row[dated];
		if (typeof datetime !== 'string') return false;
		return (!start || datetime >= start) && (!end || datetime <= end);
	};
}

/**
 * @param {unknown} value
 * @returns {string | number | null}
 */
function sortable(value) {
	if (typeof value === 'number') return value;
	return typeof value === 'string' ? value.toLowerCase() : null;
}

/**
 * @param {string | number | null} a
 * @param {string | number | null} b
 */
function compare(a, b) {
	if (a === b) return 0;
	if (a === null || b === null) return a === null ? -1 : 1;
	return a < b ? -1 : 1;
}

/**
 * @template {Identified} Row
 * @param {Row[]} rows
 * @param {Query} query
 * @param {ListDescription<Row>} description
 * @param {Behaviour} behaviour
 */
function searchRows(rows, query, description, behaviour) {
	const honoured = behaviour.newerListParameters ? query : {};
	const defaultOrder = description.defaultOrder?.(behaviour) ?? behaviour.defaultOrder;
	const type = lastValue(honoured, 'order_type');
	const fallback = defaultOrder === 'newest' ? 'DESC' : 'ASC';
	const sign = (type === 'ASC' || type === 'DESC' ? type : fallback) === 'DESC' ? -1 : 1;
	const asked = lastValue(honoured, 'order_by');
	const field = description.orders?.find((name) => name === asked);
	const found = rows.filter(filterBy(honoured, description));
	if (!field) return found.sort((a, b) => sign * (a.id - b.id));
	return found.sort(
		(a, b) => sign * (compare(sortable(a[field]), sortable(b[field])) || a.id - b.id),
	);
}

module.exports = { searchRows };
