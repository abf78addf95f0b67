'use strict';

/**
 * @typedef {object} UserBehaviour
 * @property {boolean} reportsTimezone the account's time zone is told | missing
 */

/** @type {import('../../profiles.js').Switches<UserBehaviour>} */
const switches = {
	// name: [ospyo, btools, newer]
	reportsTimezone: [false, true, true],
};

module.exports = { switches };
