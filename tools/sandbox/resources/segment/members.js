'use strict';

const { matcherOf } = require('../common/filters.js');
const { SUBSCRIBERS } = require('../subscriber/store.js');

/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('../subscriber/store.js').Subscriber} Subscriber */

/**
 * @param {Installation} installation
 * @param {number} websiteId
 * @param {(subscriber: Subscriber) => boolean} isMember
 * @returns {number[]} their IDs
 */
function subscribersOf(installation, websiteId, isMember) {
	return SUBSCRIBERS.in(installation).rows.flatMap((subscriber) =>
		subscriber.website_id === websiteId && isMember(subscriber) ? [subscriber.id] : [],
	);
}

/** @param {number[]} ids */
function named(ids) {
	const wanted = new Set(ids);
	return (/** @type {Subscriber} */ { id }) => wanted.has(id);
}

/**
 * Those to whom a segment's rules apply on a website, which is not always the segment's own.
 *
 * @param {Installation} installation
 * @param {import('./store.js').Segment} segment
 * @param {number} websiteId
 */
function membersOf(installation, { type, settings = {} }, websiteId) {
	const isMember =
		type === 'custom'
			? named(settings.subscribers_ids ?? [])
			: matcherOf(settings.filters ?? {}, installation.behaviour);
	return subscribersOf(installation, websiteId, isMember);
}

module.exports = { membersOf, named, subscribersOf };
