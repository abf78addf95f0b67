'use strict';

const { RESOURCES } = require('../resources/index.js');

/** @typedef {import('../installation.js').Installation} Installation */

/**
 * What a resource does without being asked, such as sending what is due.
 *
 * @typedef {object} Work
 * @property {(installation: Installation) => void} run does what is due now
 * @property {(installation: Installation) => number} nextAt when something is due, even if that has
 *   passed; Infinity: never
 */

/** @type {Work[]} */
const WORK = RESOURCES.flatMap((resource) => ('work' in resource ? [resource.work] : []));

/** @param {Installation} installation */
function tick(installation) {
	for (const { run } of WORK) run(installation);
}

/**
 * Puts the clock forward and does on the way what is due, each at its time.
 *
 * @param {Installation} installation
 * @param {number} ms
 */
function advance(installation, ms) {
	const { clock } = installation;
	const end = clock.now() + ms;
	let last = -Infinity;
	for (;;) {
		const next = Math.min(...WORK.map(({ nextAt }) => nextAt(installation)));
		// What is still due after it was done would be due for ever.
		if (next > end || next === last) break;
		last = next;
		clock.moveTo(next);
		tick(installation);
	}
	clock.moveTo(end);
	tick(installation);
}

module.exports = { advance, tick };
