'use strict';

const { WEBSITES } = require('../website/store.js');
const { blankSettings, blankStored } = require('./message.js');

/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('./message.js').Message} Message */
/** @typedef {import('./message.js').MessageSettings} MessageSettings */

/**
 * What recurring campaigns and RSS automations share: a message that goes out again and again, each
 * time as a campaign.
 *
 * @typedef {object} AutomationFields
 * @property {number} id
 * @property {number} user_id
 * @property {number} website_id
 * @property {string} segment
 * @property {boolean} is_enabled
 * @property {number} total_campaigns
 * @property {number} total_push_notifications
 * @property {number} total_sent_push_notifications
 * @property {number} total_displayed_push_notifications
 * @property {number} total_clicked_push_notifications
 * @property {number} total_closed_push_notifications
 * @property {string | null} last_datetime
 * @property {string} datetime
 */

/** @typedef {AutomationFields & Message} Automation */

const TOTALS = {
	total_campaigns: 0,
	total_push_notifications: 0,
	total_sent_push_notifications: 0,
	total_displayed_push_notifications: 0,
	total_clicked_push_notifications: 0,
	total_closed_push_notifications: 0,
};
const TOTAL_NAMES = /** @type {(keyof typeof TOTALS)[]} */ (Object.keys(TOTALS));

/**
 * @param {Installation} installation
 * @param {number} id
 */
const blankAutomation = (installation, id) => ({
	id,
	user_id: 1,
	website_id: WEBSITES.in(installation).rows[0]?.id ?? 1,
	name: '',
	title: '',
	description: '',
	url: '',
	image_url: /** @type {string | null} */ (null),
	settings: blankSettings(),
	segment: 'all',
	is_enabled: true,
	...TOTALS,
	last_datetime: /** @type {string | null} */ (null),
	datetime: installation.datetime(),
	stored: blankStored(),
});

/**
 * @template {Automation} Row
 * @param {Row} row
 * @param {number[]} recipients of each campaign that it has just made
 * @returns {Row}
 */
function withTotals(row, recipients) {
	const sum = recipients.reduce((total, number) => total + number, 0);
	return {
		...row,
		total_campaigns: row.total_campaigns + recipients.length,
		total_push_notifications: row.total_push_notifications + sum,
		total_sent_push_notifications: row.total_sent_push_notifications + sum,
	};
}

module.exports = { TOTAL_NAMES, blankAutomation, withTotals };
