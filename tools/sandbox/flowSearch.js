'use strict';

const { lastValue } = require('./paging.js');

/** @typedef {import('./store.js').Flow} Flow */
/** @typedef {import('./paging.js').Query} Query */
/** @typedef {(flow: Flow) => string | number | null} Read */

/** @type {Record<string, (flow: Flow) => string>} */
const SEARCHABLE = {
	name: (flow) => flow.name,
	title: (flow) => flow.title,
	description: (flow) => flow.description,
	url: (flow) => flow.url,
};

/** @type {Record<string, (flow: Flow) => string | null>} */
const DATETIMES = {
	datetime: (flow) => flow.datetime,
	last_datetime: (flow) => flow.last_datetime,
	last_sent_datetime: (flow) => flow.last_sent_datetime,
};

/** @type {Record<string, Read>} */
const ORDERS = {
	...DATETIMES,
	flow_id: (flow) => flow.id,
	name: (flow) => flow.name.toLowerCase(),
	title: (flow) => flow.title.toLowerCase(),
	total_sent_push_notifications: (flow) => flow.total_sent_push_notifications,
	total_displayed_push_notifications: (flow) => flow.total_displayed_push_notifications,
	total_clicked_push_notifications: (flow) => flow.total_clicked_push_notifications,
	total_closed_push_notifications: (flow) => flow.total_closed_push_notifications,
};

/**
 * @template Found
 * @param {Record<string, Found>} table
 * @param {string | undefined} name
 * @param {string} otherwise
 */
function choose(table, name, otherwise) {
	return name !== undefined && Object.hasOwn(table, name) ? table[name] : table[otherwise];
}

/**
 * @param {Query} query
 * @returns {(flow: Flow) => boolean}
 */
function filterBy(query) {
	const search = lastValue(query, 'search')?.toLowerCase();
	const searched = choose(SEARCHABLE, lastValue(query, 'search_by'), 'name');
	const websiteId = lastValue(query, 'website_id');
	const start = lastValue(query, 'datetime_start');
	const end = lastValue(query, 'datetime_end');
	const datetimeOf = choose(DATETIMES, lastValue(query, 'datetime_field'), 'datetime');

	return (flow) => {
		if (search && !searched(flow).toLowerCase().includes(search)) return false;
		if (websiteId && flow.website_id !== Number.parseInt(websiteId, 10)) return false;
		if (!start && !end) return true;
		// Datetimes in this format compare as text.
		const datetime = datetimeOf(flow);
		return datetime !== null && (!start || datetime >= start) && (!end || datetime <= end);
	};
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
 * @param {Flow[]} flows
 * @param {Query} query
 * @param {import('./profiles.js').Behaviour} behaviour
 */
function searchFlows(flows, query, { defaultOrder, newerListParameters }) {
	const honoured = newerListParameters ? query : {};
	const type = lastValue(honoured, 'order_type');
	const fallback = defaultOrder === 'newest' ? 'DESC' : 'ASC';
	const sign = (type === 'ASC' || type === 'DESC' ? type : fallback) === 'DESC' ? -1 : 1;
	const read = choose(ORDERS, lastValue(honoured, 'order_by'), 'flow_id');
	return flows
		.filter(filterBy(honoured))
		.sort((a, b) => sign * (compare(read(a), read(b)) || a.id - b.id));
}

module.exports = { searchFlows };
