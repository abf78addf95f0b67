'use strict';

/**
 * @typedef {object} FlowBehaviour
 * @property {boolean} reportsSegment a reported flow carries `segment` | hides it
 * @property {boolean} clampsWait wait_time is forced into 1 unit … 90 days | stored as sent
 * @property {number | null} planFlows flows the plan allows; null: no limit
 */

/** @type {import('../../profiles.js').Switches<FlowBehaviour>} */
const switches = {
	// name: [ospyo, btools, newer]
	reportsSegment: [false, false, true],
	clampsWait: [true, true, false],
	planFlows: [null, null, null],
};

module.exports = { switches };
