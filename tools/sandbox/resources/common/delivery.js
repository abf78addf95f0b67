'use strict';

const { SUBSCRIBERS } = require('../subscriber/store.js');
const { writeLog } = require('../subscriberLog/store.js');

/** @typedef {import('../../installation.js').Installation} Installation */

/**
 * @typedef {object} Notification
 * @property {import('../../storage/outbox.js').Delivery['kind']} kind
 * @property {number} id
 * @property {string} title
 */

/** @type {Record<Notification['kind'], 'campaign_id' | 'flow_id' | 'personal_notification_id'>} */
const LOG_FIELDS = {
	campaign: 'campaign_id',
	flow: 'flow_id',
	personal_notification: 'personal_notification_id',
};

/**
 * Sends one notification to one subscriber.
 *
 * @param {Installation} installation
 * @param {Notification} notification
 * @param {number} subscriberId
 * @returns {boolean} whether it went out
 */
function deliver(installation, { kind, id, title }, subscriberId) {
	const table = SUBSCRIBERS.in(installation);
	const subscriber = table.get(subscriberId);
	if (!subscriber) return false;
	if (subscriber.is_gone) {
		if (!installation.behaviour.expiredAreDeleted) return false;
		table.remove(subscriberId);
		writeLog(installation, subscriber, { type: 'expired_deleted' });
		return false;
	}
	const at = installation.datetime();
	const { website_id, total_sent_push_notifications: total } = subscriber;
	installation.outbox.push({ kind, id, subscriber_id: subscriberId, website_id, title, at });
	writeLog(installation, subscriber, { type: 'push_notification_sent', [LOG_FIELDS[kind]]: id });
	table.replace({
		...subscriber,
		total_sent_push_notifications: total + 1,
		last_sent_datetime: at,
	});
	return true;
}

module.exports = { deliver };
