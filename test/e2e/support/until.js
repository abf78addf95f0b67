'use strict';

const { setTimeout: sleep } = require('node:timers/promises');

/**
 * Resolves when the condition holds.
 *
 * @param {() => unknown} holds
 * @param {string} what for the message when it never does
 */
async function until(holds, what, seconds = 60) {
	const deadline = Date.now() + seconds * 1000;
	while (!(await holds())) {
		if (Date.now() > deadline) throw new Error(`After ${seconds} s, still not: ${what}`);
		await sleep(20);
	}
}

module.exports = { until };
