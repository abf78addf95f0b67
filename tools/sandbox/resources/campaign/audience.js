'use strict';

const { errorAnswer } = require('../../http/answers.js');
const { matcherOf, readFilters } = require('../common/filters.js');
const { toInteger } = require('../common/reader.js');
const { membersOf, named, subscribersOf } = require('../segment/members.js');
const { SEGMENTS } = require('../segment/store.js');

/** @typedef {import('../../http/answers.js').Answer} Answer */
/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('../common/reader.js').FormReader} FormReader */

/**
 * @typedef {object} Audience
 * @property {string} segment `all`, `custom`, `filter` or a segment ID
 * @property {number[]} ids of `custom`
 * @property {import('../common/filters.js').Filters} filters of `filter`
 */

/**
 * @param {Installation} installation
 * @param {Audience} audience
 * @param {number} websiteId
 * @returns {number[]} the subscribers that it reaches on that website
 */
function recipientsOf(installation, { segment, ids, filters }, websiteId) {
	if (segment === 'all') return subscribersOf(installation, websiteId, () => true);
	if (segment === 'custom') return subscribersOf(installation, websiteId, named(ids));
	if (segment === 'filter') {
		return subscribersOf(installation, websiteId, matcherOf(filters, installation.behaviour));
	}
	const stored = SEGMENTS.in(installation).get(toInteger(segment));
	return stored ? membersOf(installation, stored, websiteId) : [];
}

/**
 * What becomes of a segment that is named by its ID.
 *
 * @param {FormReader} reader
 * @param {string} value
 * @param {number} websiteId
 * @returns {{ told: string, real: string } | { refusal: Answer }}
 */
function lookUp({ behaviour, installation }, value, websiteId) {
	const { foreignSegment, unknownSegment } = behaviour;
	const segment = SEGMENTS.in(installation).rows.find(({ id }) => String(id) === value);
	if (segment?.website_id === websiteId) return { told: value, real: value };
	const reading = segment ? foreignSegment : unknownSegment;
	if (reading === 'refuse') {
		return { refusal: errorAnswer(404, installation.words.unknownSegment) };
	}
	return { told: 'all', real: segment && reading === 'rules' ? value : 'all' };
}

/**
 * Whom the form is for: what it says, or what was stored where it says nothing.
 *
 * @param {FormReader} reader
 * @param {Audience} stored
 * @param {number} websiteId
 * @returns {{ told: string, audience: Audience } | { refusal: Answer }}
 */
function readAudience(reader, stored, websiteId) {
	const sent = reader.sent('segment');
	const widens = reader.creating || reader.behaviour.updateWithoutSegment === 'all';
	const value = sent ?? (widens ? 'all' : stored.segment);
	/** @type {Audience} */
	const audience = { segment: value, ids: [], filters: {} };
	if (value === 'custom') {
		audience.ids = sent === undefined ? stored.ids : reader.ids('subscribers_ids');
		return { told: value, audience };
	}
	if (value === 'filter') {
		audience.filters = sent === undefined ? stored.filters : readFilters(reader);
		return { told: value, audience };
	}
	if (value === 'all') return { told: value, audience };
	const found = lookUp(reader, value, websiteId);
	if ('refusal' in found) return found;
	return { told: found.told, audience: { ...audience, segment: found.real } };
}

module.exports = { readAudience, recipientsOf };
