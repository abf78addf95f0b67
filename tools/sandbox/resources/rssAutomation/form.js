'use strict';

const { errorAnswer } = require('../../http/answers.js');
const { copyMessage, readMessage } = require('../common/message.js');
const { FormReader } = require('../common/reader.js');
const { readAutomationSegment, readWebsite } = require('../common/target.js');
const { readFeed } = require('./feeds.js');
const { RSS, blankRss, planned } = require('./store.js');
const { check, withoutPresentItems } = require('./work.js');

/** @typedef {import('../../http/answers.js').Answer} Answer */
/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('../../http/route.js').Call} Call */
/** @typedef {import('./store.js').RssRow} RssRow */
/** @typedef {import('../../collection.js').Outcome<RssRow>} Outcome */

const REQUIRED = ['website_id', 'name', 'title', 'description', 'rss_url'];
const IDENTIFIERS = ['url', 'publication_date', 'id'];

/**
 * @param {FormReader} reader
 * @param {string} field
 * @param {number} least
 * @param {number} most
 * @param {number} current
 */
function readBetween(reader, field, least, most, current) {
	const value = reader.integer(field);
	return value === undefined ? current : Math.min(Math.max(value, least), most);
}

/**
 * @param {FormReader} reader
 * @param {RssRow['settings']} settings
 */
function readFeedSettings(reader, settings) {
	const interval = reader.integer('check_interval_seconds');
	if (interval !== undefined && reader.behaviour.checkIntervals.includes(interval)) {
		settings.check_interval_seconds = interval;
	}
	const { items_count, campaigns_delay, use_rss_image } = settings;
	settings.items_count = readBetween(reader, 'items_count', 1, 100, items_count);
	settings.campaigns_delay = readBetween(reader, 'campaigns_delay', 5, 1440, campaigns_delay);
	settings.use_rss_image = reader.presence('use_rss_image', use_rss_image === 1) ? 1 : 0;
	const identifier = reader.sent('unique_item_identifier');
	if (identifier !== undefined && IDENTIFIERS.includes(identifier)) {
		settings.unique_item_identifier = identifier;
	}
}

/**
 * @param {FormReader} reader
 * @param {RssRow} row
 * @returns {Answer | undefined}
 */
function readUrl(reader, row) {
	const { behaviour, installation } = reader;
	row.rss_url = reader.text('rss_url', 512, row.rss_url);
	// It is fetched at once, in an update as well.
	if (readFeed(installation, row.rss_url) !== null) return undefined;
	return errorAnswer(behaviour.missingFieldStatus, installation.words.unreadableFeed);
}

/**
 * @param {FormReader} reader
 * @param {RssRow} row
 */
function readRss(reader, row) {
	row.is_enabled = reader.flag('is_enabled', row.is_enabled);
	readFeedSettings(reader, row.settings);
	return (
		reader.refuseMissing(REQUIRED) ??
		readUrl(reader, row) ??
		readWebsite(reader, row) ??
		readAutomationSegment(reader, row) ??
		readMessage(reader, row, 'rss-automations')
	);
}

/**
 * @param {Installation} installation
 * @param {Call} call
 * @returns {Outcome}
 */
function createRss(installation, { form }) {
	const table = RSS.in(installation);
	const read = blankRss(installation);
	const refusal = readRss(new FormReader(installation, form, true), read);
	if (refusal) return { refusal };
	const takesPresent = read.is_enabled && installation.behaviour.rssTakesPresentItems;
	const begun = takesPresent ? check(installation, read) : withoutPresentItems(installation, read);
	const row = planned(installation, begun);
	table.createdCount += 1;
	table.add(row);
	return { row };
}

/**
 * @param {Installation} installation
 * @param {Call} call
 * @param {RssRow} stored
 * @returns {Outcome}
 */
function updateRss(installation, { form }, stored) {
	const read = copyMessage(stored);
	const refusal = readRss(new FormReader(installation, form, false), read);
	if (refusal) return { refusal };
	const row = planned(installation, { ...read, last_datetime: installation.datetime() });
	RSS.in(installation).replace(row);
	return { row };
}

module.exports = { createRss, updateRss };
