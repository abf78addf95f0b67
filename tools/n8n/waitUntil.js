'use strict';

const pWaitFor = require('p-wait-for');

/**
 * @typedef {object} WaitOptions
 * @property {number} seconds how long to wait
 * @property {number} [interval] milliseconds between two looks
 */

/**
 * Waits until a condition holds. When it never does, the error says what was waited for, which
 * p-wait-for's own doesn't.
 *
 * @param {string | (() => string)} what
 * @param {() => boolean | Promise<boolean>} condition
 * @param {WaitOptions} [options]
 */
async function waitUntil(what, condition, { seconds, interval = 50 } = { seconds: 60 }) {
	try {
		await pWaitFor(condition, { interval, timeout: seconds * 1000 });
	} catch (error) {
		if (!(error instanceof Error && error.name === 'TimeoutError')) throw error;
		throw new Error(`Not after ${seconds} s: ${typeof what === 'string' ? what : what()}`);
	}
}

module.exports = { waitUntil };
