'use strict';

const { TableDefinition } = require('../../storage/store.js');
const { reportFilters } = require('../common/filters.js');
const { SUBSCRIBERS } = require('../subscriber/store.js');
const { membersOf } = require('./members.js');

/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('../common/filters.js').Filters} Filters */

/**
 * A part of a website's subscribers. Everything but the ID may be missing where a test adds one.
 *
 * @typedef {object} Segment
 * @property {number} id
 * @property {number} [user_id]
 * @property {number} website_id
 * @property {string} name
 * @property {Rules} [settings]
 * @property {string} type
 * @property {number} [total_subscribers] counted when the segment is told, unless a test gives it
 * @property {string | null} [last_datetime]
 * @property {string} [datetime]
 */

/** @typedef {{ subscribers_ids?: number[], filters?: Filters }} Rules */
/** @typedef {Partial<Segment>} PartialSegment */

/** @type {Segment[]} */
const SEEDS = [
	{
		id: 11,
		website_id: 1,
		name: 'Returning customers',
		type: 'filter',
		settings: {
			filters: {
				custom_parameters: [{ key: 'customer_number', condition: 'lower_than', value: '1004' }],
				countries: ['PL', 'DE'],
			},
		},
	},
	{ id: 12, website_id: 1, name: 'VIP', type: 'custom', settings: { subscribers_ids: [1, 5] } },
	{
		id: 15,
		website_id: 2,
		name: '中文读者',
		type: 'filter',
		settings: { filters: { languages: ['zh'] } },
	},
];

/** @type {TableDefinition<Segment>} */
const SEGMENTS = new TableDefinition(() =>
	SEEDS.map((segment) => ({ ...segment, user_id: 1, datetime: '2025-01-02 03:04:05' })),
);

/**
 * @param {Installation} installation
 * @param {PartialSegment} partial
 */
function addSegment(installation, partial) {
	const table = SEGMENTS.in(installation);
	const id = partial.id ?? table.nextId;
	/** @type {Segment} */
	const segment = {
		id,
		user_id: 1,
		website_id: 1,
		name: `Segment ${id}`,
		type: 'custom',
		last_datetime: null,
		datetime: installation.datetime(),
		...partial,
	};
	table.add(segment);
	return segment;
}

/** @type {WeakMap<Segment, { from: string, total: number }>} */
const totals = new WeakMap();

/**
 * How many subscribers a segment has now. Counted again only when one of them changed: a list may
 * have many segments, and an installation many subscribers.
 *
 * @param {Installation} installation
 * @param {Segment} segment
 */
function totalOf(installation, segment) {
	if (segment.total_subscribers !== undefined) return segment.total_subscribers;
	const from = `${SUBSCRIBERS.in(installation).version} ${installation.behaviour.emptyFilter}`;
	const counted = totals.get(segment);
	if (counted?.from === from) return counted.total;
	const total = membersOf(installation, segment, segment.website_id).length;
	totals.set(segment, { from, total });
	return total;
}

/**
 * @param {Installation} installation
 * @param {Segment} segment
 */
function reportSegment(installation, segment) {
	const { id, user_id, website_id, name, type, last_datetime = null, datetime } = segment;
	const { filters, ...settings } = segment.settings ?? {};
	return {
		id,
		user_id,
		website_id,
		name,
		settings: { ...settings, ...(filters && reportFilters(filters, installation.behaviour)) },
		type,
		total_subscribers: totalOf(installation, segment),
		last_datetime,
		datetime,
	};
}

module.exports = { SEGMENTS, addSegment, reportSegment, totalOf };
