'use strict';

const { errorAnswer } = require('../../answers.js');
const { SEGMENTS } = require('../segment/store.js');
const { WEBSITES } = require('../website/store.js');
const { toInteger } = require('./reader.js');

/** @typedef {import('../../answers.js').Answer} Answer */
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
	const { behaviour, installation } = reader;
	const value = sent ?? audience.segment;
	const belongs = SEGMENTS.in(installation).rows.some(
		({ id, website_id }) => String(id) === value && website_id === entry.website_id,
	);
	if (!belongs && value !== 'all' && behaviour.unknownSegment === 'refuse') {
		return errorAnswer(404, installation.words.unknownSegment);
	}
	audience.segment = belongs ? value : 'all';
	return undefined;
}

module.exports = { readSegment, readWebsite };
