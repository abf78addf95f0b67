'use strict';

/**
 * @typedef {object} NotificationBehaviour
 * @property {'refuse' | 'accept'} foreignSubscriber a subscriber of another website is refused | gets it
 * @property {boolean} claimsDelivery the reply to a create says "sent" whatever became of it | the truth
 * @property {'sent' | 'failed' | 'processing'} failedStatus status of one that could not be delivered, in
 *   a later GET; its `is_sent` is 0
 * @property {'sendsAndFails' | 'missing'} personalUpdate POST to an ID sends a scheduled one at once and
 *   answers 500 | answers 404
 * @property {number | null} planPersonalNotifications how many the account may have; null: no limit
 */

/** @type {import('../../profiles.js').Switches<NotificationBehaviour>} */
const switches = {
	// name: [ospyo, btools, newer]
	foreignSubscriber: ['refuse', 'refuse', 'refuse'],
	claimsDelivery: [true, true, false],
	failedStatus: ['sent', 'failed', 'failed'],
	personalUpdate: ['sendsAndFails', 'sendsAndFails', 'missing'],
	planPersonalNotifications: [null, null, null],
};

module.exports = { switches };
