'use strict';

/**
 * @typedef {object} StatisticsBehaviour
 * @property {number} statisticsDays the longest range that is counted by day; a longer one is counted
 *   by month
 */

/** @type {import('../../profiles.js').Switches<StatisticsBehaviour>} */
const switches = {
	// name: [ospyo, btools, newer]
	statisticsDays: [31, 31, 90],
};

module.exports = { switches };
