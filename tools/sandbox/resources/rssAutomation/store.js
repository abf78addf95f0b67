'use strict';

const { TableDefinition } = require('../../storage/store.js');
const { blankAutomation } = require('../common/automation.js');
const { reportUtm } = require('../common/message.js');

/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('../common/message.js').MessageSettings} MessageSettings */
/** @typedef {import('../common/message.js').StoredMessage} StoredMessage */

/**
 * @typedef {object} FeedSettings
 * @property {number} check_interval_seconds
 * @property {number} items_count campaigns of one check, at most
 * @property {number} campaigns_delay minutes between them
 * @property {string} unique_item_identifier
 * @property {0 | 1} use_rss_image
 */

/**
 * @typedef {object} OwnFields
 * @property {string} rss_url
 * @property {MessageSettings & FeedSettings} settings
 * @property {string | null} last_check_datetime
 * @property {string | null} next_check_datetime
 * @property {StoredMessage & { nextAt: number, seen: string[] }} stored
 */

/** @typedef {Omit<import('../common/automation.js').Automation, 'settings'> & OwnFields} RssRow */

/**
 * @typedef {Partial<Omit<RssRow, 'settings' | 'stored'>> &
 *   { settings?: Partial<RssRow['settings']> }} PartialRss
 */

/** @type {TableDefinition<RssRow>} */
const RSS = new TableDefinition();

/**
 * @param {Installation} installation
 * @returns {RssRow}
 */
function blankRss(installation) {
	const { id, user_id, website_id, ...blank } = blankAutomation(
		installation,
		RSS.in(installation).nextId,
	);
	return {
		id,
		user_id,
		website_id,
		rss_url: '',
		...blank,
		settings: {
			...blank.settings,
			check_interval_seconds: 3600,
			items_count: 1,
			campaigns_delay: 5,
			unique_item_identifier: 'url',
			use_rss_image: 0,
		},
		last_check_datetime: null,
		next_check_datetime: null,
		stored: { ...blank.stored, nextAt: 0, seen: [] },
	};
}

/**
 * @param {Installation} installation
 * @param {RssRow} row
 * @returns {RssRow} with the time of its next check
 */
function planned(installation, row) {
	const nextAt = installation.clock.now() + row.settings.check_interval_seconds * 1000;
	return {
		...row,
		next_check_datetime: installation.datetime(nextAt),
		stored: { ...row.stored, nextAt },
	};
}

/**
 * @param {Installation} installation
 * @param {PartialRss} partial
 */
function addRss(installation, partial) {
	const blank = blankRss(installation);
	const row = planned(installation, {
		...blank,
		rss_url: 'https://example.com/feed.xml',
		name: `Automation ${blank.id}`,
		title: `Title ${blank.id}`,
		description: `Description ${blank.id}`,
		...partial,
		settings: { ...blank.settings, ...partial.settings },
	});
	RSS.in(installation).add(row);
	return row;
}

/**
 * @param {Installation} installation
 * @param {RssRow} row
 */
function reportRss(installation, row) {
	const { stored, ...automation } = row;
	return { ...automation, settings: { ...automation.settings, ...reportUtm(installation, row) } };
}

module.exports = { RSS, addRss, blankRss, planned, reportRss };
