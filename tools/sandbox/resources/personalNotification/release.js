'use strict';

const { earliest } = require('../../time/datetime.js');
const { deliver } = require('../common/delivery.js');
const { dueAt } = require('../common/schedule.js');
const { NOTIFICATIONS } = require('./store.js');

/** @typedef {import('./store.js').NotificationRow} NotificationRow */

/**
 * @param {import('../../installation.js').Installation} installation
 * @param {NotificationRow} row
 * @returns {NotificationRow}
 */
function release(installation, row) {
	const { id, subscriber_id, title } = row;
	const notification = { kind: /** @type {const} */ ('personal_notification'), id, title };
	const isDelivered = deliver(installation, notification, subscriber_id);
	if (!isDelivered) return { ...row, is_sent: 0, status: installation.behaviour.failedStatus };
	return { ...row, is_sent: 1, status: 'sent', sent_datetime: installation.datetime() };
}

/** @type {import('../../time/schedule.js').Work} */
const work = {
	run(installation) {
		const table = NOTIFICATIONS.in(installation);
		const due = table.rows.filter((row) => dueAt(row) <= installation.clock.now());
		for (const row of due) table.replace(release(installation, row));
	},
	nextAt: (installation) => earliest(NOTIFICATIONS.in(installation).rows.map(dueAt)),
};

module.exports = { release, work };
