'use strict';

const { earliest } = require('../../time/datetime.js');
const { deliver } = require('../common/delivery.js');
const { dueAt } = require('../common/schedule.js');
const { CAMPAIGNS } = require('./store.js');

/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('./store.js').CampaignRow} CampaignRow */

/**
 * Sends to the next of those who have not had it.
 *
 * @param {Installation} installation
 * @param {CampaignRow} row
 * @returns {CampaignRow}
 */
function sendBatch(installation, row) {
	const { behaviour } = installation;
	const had = new Set(row.sent_subscribers_ids);
	const waiting = row.subscribers_ids.filter((id) => !had.has(id));
	const batch = waiting.slice(0, behaviour.sendBatch ?? Infinity);
	const { id, title } = row;
	const delivered = batch.filter((subscriberId) =>
		deliver(installation, { kind: 'campaign', id, title }, subscriberId),
	);
	return {
		...row,
		sent_subscribers_ids: [...row.sent_subscribers_ids, ...batch],
		total_sent_push_notifications: row.total_sent_push_notifications + delivered.length,
		last_sent_datetime: installation.datetime(),
	};
}

/** @param {CampaignRow} row */
const isComplete = ({ sent_subscribers_ids: sent, subscribers_ids: all }) =>
	sent.length >= all.length;

/**
 * Sends a campaign, from the beginning.
 *
 * @param {Installation} installation
 * @param {CampaignRow} row
 * @returns {CampaignRow}
 */
function release(installation, row) {
	const sent = sendBatch(installation, { ...row, sent_subscribers_ids: [] });
	const isSent = installation.behaviour.releasedAs === 'sent' && isComplete(sent);
	return { ...sent, status: isSent ? 'sent' : 'processing' };
}

/**
 * @param {Installation} installation
 * @param {CampaignRow} row
 * @returns {CampaignRow | undefined} nothing where there is nothing to do
 */
function step(installation, row) {
	if (row.status === 'processing') {
		const next = isComplete(row) ? row : sendBatch(installation, row);
		return { ...next, status: isComplete(next) ? 'sent' : 'processing' };
	}
	const isDue = row.status === 'scheduled' && dueAt(row) <= installation.clock.now();
	return isDue ? release(installation, row) : undefined;
}

/** @type {import('../../time/schedule.js').Work} */
const work = {
	run(installation) {
		const table = CAMPAIGNS.in(installation);
		for (const row of [...table.rows]) {
			const next = step(installation, row);
			if (next) table.replace(next);
		}
	},
	nextAt: (installation) => earliest(CAMPAIGNS.in(installation).rows.map(dueAt)),
};

module.exports = { release, work };
