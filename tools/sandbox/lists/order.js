'use strict';

const { lastValue } = require('./paging.js');

/** @typedef {import('./paging.js').Query} Query */
/** @typedef {import('../profiles.js').Behaviour} Behaviour */
/** @typedef {import('../storage/table.js').Identified} Identified */

/**
 * @template Row
 * @typedef {import('./search.js').ListDescription<Row>} ListDescription
 */

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

/** Spreads IDs so that neighbours come apart. */
const scatter = (/** @type {number} */ id) => Math.imul(id, 0x9e3779b1) >>> 0;

/**
 * @template {Identified} Row
 * @param {Row} row
 */
function lastActivity(row) {
	const { last_datetime: changed, datetime: created } =
		/** @type {{ last_datetime?: unknown, datetime?: unknown }} */ (row);
	return sortable(changed ?? created);
}

/** @type {Record<Behaviour['defaultOrder'], (a: Identified, b: Identified) => number>} */
const DEFAULT_ORDERS = {
	newest: (a, b) => b.id - a.id,
	oldest: (a, b) => a.id - b.id,
	lastActivity: (a, b) => compare(lastActivity(b), lastActivity(a)) || b.id - a.id,
	none: (a, b) => scatter(a.id) - scatter(b.id),
};

/**
 * @template {Identified} Row
 * @param {Query} query
 * @param {ListDescription<Row>} description
 * @param {Behaviour['defaultOrder']} defaultOrder
 * @returns {(a: Row, b: Row) => number}
 */
function orderOf(query, { idName, orders = [] }, defaultOrder) {
	const asked = lastValue(query, 'order_by');
	const type = lastValue(query, 'order_type');
	const name = orders.find((field) => field === asked);
	if (!name && asked !== idName && type === undefined) return DEFAULT_ORDERS[defaultOrder];
	const fallback = defaultOrder === 'newest' ? 'DESC' : 'ASC';
	const sign = (type === 'ASC' || type === 'DESC' ? type : fallback) === 'DESC' ? -1 : 1;
	if (!name) return sign === 1 ? DEFAULT_ORDERS.oldest : DEFAULT_ORDERS.newest;
	return (a, b) => sign * (compare(sortable(a[name]), sortable(b[name])) || a.id - b.id);
}

/**
 * Most lists are asked for by ID, in which order the rows stand already: with 100,000 of them, sorting
 * would take most of a request's time.
 *
 * @template {Identified} Row
 * @param {Row[]} rows
 * @param {(a: Row, b: Row) => number} order
 */
function sorted(rows, order) {
	const { newest, oldest } = DEFAULT_ORDERS;
	if (order !== newest && order !== oldest) return rows.sort(order);
	let last = -Infinity;
	for (const { id } of rows) {
		if (id < last) return rows.sort(order);
		last = id;
	}
	return order === newest ? rows.reverse() : rows;
}

module.exports = { orderOf, sorted };
