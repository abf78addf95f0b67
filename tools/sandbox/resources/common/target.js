'use strict';

const { errorAnswer } = require('../../http/answers.js');
const { SEGMENTS } = require('../segment/store.js');
const { WEBSITES } = require('../website/store.js');
const { toInteger } = require('./reader.js');

/** @typedef {import('../../http/answers.js').Answer} Answer */
/** @typedef {import('./reader.js').FormReader} FormReader */

/**
 * @param {FormReader} reader
 * @param {{ website_id: number }} entry
 * @returns {Answer | undefined}
 */
function readWebsite(reader, entry) {
	const value = reader.sent('website_id');
	if (value === undefined) return undefined;
	const { behaviour, installation } = reader;
	const { rows } = WEBSITES.in(installation);
	const first = behaviour.unknownWebsite === 'fallback' ? rows[0] : undefined;
	const website = rows.find(({ id }) => id === toInteger(value)) ?? first;
	if (!website) return errorAnswer(404, installation.words.unknownWebsite);
	entry.website_id = website.id;
	return undefined;
}

/**
 * @param {FormReader} reader
 * @param {{ website_id: number }} entry whose website was read already
 * @param {{ segment: string }} audience where the segment is kept
 * @returns {Answer | undefined}
 */
function readSegment(reader, entry, audience) {
	const sent = reader.sent('segment');
	if (sent === undefined && reader.sent('website_id') === undefined) return undefined;
	return checkSegment(reader, entry, audience, sent ?? audience.segment);
}

/**
 * As that of a flow, but that an update may widen what it does not name.
 *
 * @param {FormReader} reader
 * @param {{ website_id: number, segment: string }} automation
 * @returns {Answer | undefined}
 */
function readAutomationSegment(reader, automation) {
	const widens = !reader.creating && reader.behaviour.updateWithoutSegment === 'all';
	if (!widens || reader.sent('segment') !== undefined) {
		return readSegment(reader, automation, automation);
	}
	automation.segment = 'all';
	return undefined;
}

/**
 * @param {FormReader} reader
 * @param {{ website_id: number }} entry
 * @param {{ segment: string }} audience
 * @param {string} value
 * @returns {Answer | undefined}
 */
function checkSegment({ behaviour, installation }, entry, audience, value) {
	const belongs = SEGMENTS.in(installation).rows.some(
		({ id, website_id }) => String(id) === value && website_id === entry.website_id,
	);
	if (!belongs && value !== 'all' && behaviour.unknownSegment === 'refuse') {
		return errorAnswer(404, installation.words.unknownSegment);
	}
	audience.segment = belongs ? value : 'all';
	return undefined;
}

module.exports = { readAutomationSegment, readSegment, readWebsite };
