'use strict';

const { TableDefinition } = require('../../store.js');

/**
 * @typedef {object} Segment
 * @property {number} id
 * @property {number} [user_id]
 * @property {number} website_id
 * @property {string} name
 * @property {string} type
 * @property {number} total_subscribers
 * @property {string} [datetime]
 */

/**
 * @param {number} id
 * @param {number} website_id
 * @param {string} name
 * @param {string} type
 * @returns {Segment}
 */
function segment(id, website_id, name, type) {
	return {
		id,
		user_id: 1,
		website_id,
		name,
		type,
		total_subscribers: id * 10,
		datetime: '2025-01-02 03:04:05',
	};
}

const SEGMENTS = new TableDefinition(() => [
	segment(11, 1, 'Returning customers', 'filter'),
	segment(12, 1, 'VIP', 'custom'),
	segment(15, 2, '中文读者', 'filter'),
]);

module.exports = { SEGMENTS };
