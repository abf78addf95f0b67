'use strict';

/**
 * @typedef {object} RecurringBehaviour
 * @property {'monday' | 'sunday'} weekStart which day 1 of `week_days` is
 */

/** @type {import('../../profiles.js').Switches<RecurringBehaviour>} */
const switches = {
	// name: [ospyo, btools, newer]
	weekStart: ['monday', 'monday', 'sunday'],
};

module.exports = { switches };
