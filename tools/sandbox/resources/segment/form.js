'use strict';

const { readFilters, sendsFilters } = require('../common/filters.js');
const { FormReader } = require('../common/reader.js');
const { readWebsite } = require('../common/target.js');
const { SEGMENTS } = require('./store.js');

/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('../../http/route.js').Call} Call */
/** @typedef {import('./store.js').Segment} Segment */
/** @typedef {import('../../collection.js').Outcome<Segment>} Outcome */

/**
 * @param {FormReader} reader
 * @param {Segment} segment
 * @returns {import('./store.js').Rules}
 */
function readRules(reader, { type, settings = {} }) {
	const keeps = !reader.creating && !reader.behaviour.segmentUpdateReplaces;
	if (type === 'custom') {
		const sent = reader.sent('subscribers_ids');
		if (sent === undefined && keeps) return settings;
		return { subscribers_ids: reader.ids('subscribers_ids') };
	}
	const kept = keeps ? settings.filters : undefined;
	return { filters: sendsFilters(reader) ? { ...kept, ...readFilters(reader) } : (kept ?? {}) };
}

/**
 * @param {FormReader} reader
 * @param {Segment} segment
 */
function readSegmentForm(reader, segment) {
	segment.name = reader.text('name', 256, segment.name);
	const type = reader.sent('type');
	if (type === 'custom' || type === 'filter') segment.type = type;
	segment.settings = readRules(reader, segment);
	return reader.refuseMissing(['website_id', 'name']) ?? readWebsite(reader, segment);
}

/**
 * @param {Installation} installation
 * @param {Call} call
 * @returns {Outcome}
 */
function createSegment(installation, { form }) {
	const table = SEGMENTS.in(installation);
	/** @type {Segment} */
	const row = {
		id: table.nextId,
		user_id: 1,
		website_id: 1,
		name: '',
		type: 'custom',
		last_datetime: null,
		datetime: installation.datetime(),
	};
	const refusal = readSegmentForm(new FormReader(installation, form, true), row);
	if (refusal) return { refusal };
	table.createdCount += 1;
	table.add(row);
	return { row };
}

/**
 * @param {Installation} installation
 * @param {Call} call
 * @param {Segment} stored
 * @returns {Outcome}
 */
function updateSegment(installation, { form }, stored) {
	const row = { ...stored, last_datetime: installation.datetime() };
	const refusal = readSegmentForm(new FormReader(installation, form, false), row);
	if (refusal) return { refusal };
	SEGMENTS.in(installation).replace(row);
	return { row };
}

module.exports = { createSegment, updateSegment };
