'use strict';

const { earliest } = require('../../time/datetime.js');
const { spawnCampaign } = require('../campaign/spawn.js');
const { withTotals } = require('../common/automation.js');
const { keyOf, readFeed } = require('./feeds.js');
const { RSS, planned } = require('./store.js');

/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('./store.js').RssRow} RssRow */

const MINUTE_MS = 60 * 1000;

/**
 * Makes campaigns of the feed's items that were not seen before: the first at once, each other one
 * some minutes after the one before it.
 *
 * @param {Installation} installation
 * @param {RssRow} row
 * @returns {RssRow}
 */
function check(installation, row) {
	const { campaigns_delay: delay, items_count: most, unique_item_identifier } = row.settings;
	const seen = new Set(row.stored.seen);
	const items = readFeed(installation, row.rss_url) ?? [];
	const fresh = items.filter((item) => !seen.has(keyOf(item, unique_item_identifier)));
	const taken = fresh.slice(0, most);
	const now = installation.clock.now();
	const recipients = taken.map(({ url }, index) => {
		const later = index === 0 ? {} : { at: now + index * delay * MINUTE_MS };
		return spawnCampaign(installation, row, { url, ...later });
	});
	const keys = taken.map((item) => keyOf(item, unique_item_identifier));
	return {
		...withTotals(row, recipients),
		last_check_datetime: installation.datetime(),
		stored: { ...row.stored, seen: [...row.stored.seen, ...keys] },
	};
}

/**
 * @param {Installation} installation
 * @param {RssRow} row
 * @returns {RssRow} that takes none of the feed's present items for new
 */
function withoutPresentItems(installation, row) {
	const items = readFeed(installation, row.rss_url) ?? [];
	const seen = items.map((item) => keyOf(item, row.settings.unique_item_identifier));
	return { ...row, stored: { ...row.stored, seen } };
}

/** @param {RssRow} row */
const dueAt = ({ is_enabled, stored }) => (is_enabled ? stored.nextAt : Infinity);

/** @type {import('../../time/schedule.js').Work} */
const work = {
	run(installation) {
		const table = RSS.in(installation);
		const due = table.rows.filter((row) => dueAt(row) <= installation.clock.now());
		for (const row of due) table.replace(planned(installation, check(installation, row)));
	},
	nextAt: (installation) => earliest(RSS.in(installation).rows.map(dueAt)),
};

module.exports = { check, withoutPresentItems, work };
