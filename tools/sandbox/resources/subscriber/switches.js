'use strict';

/**
 * @typedef {object} SubscriberBehaviour
 * @property {'array' | 'object'} emptyCustomParameters a subscriber without any has `[]` | `{}`
 * @property {boolean} updateReplacesParameters an update replaces the whole set | adds to it
 * @property {boolean} reportsSubscriberKeys a subscriber carries the keys of its browser | hides them
 * @property {boolean} goneHaveNoSubscriber what is logged of one who left or was deleted carries
 *   subscriber_id 0 | the ID
 * @property {boolean} expiredAreDeleted a subscriber whose browser refuses a notification is deleted |
 *   kept
 */

/** @type {import('../../profiles.js').Switches<SubscriberBehaviour>} */
const switches = {
	// name: [ospyo, btools, newer]
	emptyCustomParameters: ['array', 'array', 'object'],
	updateReplacesParameters: [true, true, false],
	reportsSubscriberKeys: [false, false, true],
	goneHaveNoSubscriber: [true, true, false],
	expiredAreDeleted: [false, true, true],
};

module.exports = { switches };
