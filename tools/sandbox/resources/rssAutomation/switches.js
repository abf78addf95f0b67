'use strict';

/**
 * @typedef {object} RssBehaviour
 * @property {boolean} rssTakesPresentItems an automation that is created enabled makes campaigns of what
 *   the feed holds already | waits for what comes
 * @property {number[]} checkIntervals allowed values of check_interval_seconds; others are ignored
 */

const INTERVALS = [900, 1800, 3600, 7200, 21600, 43200, 86400];

/** @type {import('../../profiles.js').Switches<RssBehaviour>} */
const switches = {
	// name: [ospyo, btools, newer]
	rssTakesPresentItems: [true, true, false],
	checkIntervals: [INTERVALS, INTERVALS, [60, ...INTERVALS]],
};

module.exports = { switches };
