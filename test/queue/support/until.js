'use strict';

const { setTimeout: sleep } = require('node:timers/promises');

const BETWEEN_LOOKS_MS = 50;

/**
 * Waits until something holds.
 *
 * @param {string} what for the message, should it never hold
 * @param {() => boolean | Promise<boolean>} holds
 * @param {number} [seconds]
 */
async function until(what, holds, seconds = 120) {
	const deadline = Date.now() + seconds * 1000;
	while (!(await holds())) {
		if (Date.now() > deadline) throw new Error(`Not even after ${seconds} s: ${what}`);
		await sleep(BETWEEN_LOOKS_MS);
	}
}

module.exports = { until };
