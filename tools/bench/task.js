'use strict';

/**
 * The task of a process that `measureInProcess` has started.
 *
 * @template T
 * @returns {T}
 */
function readTask() {
	return JSON.parse(process.argv[2] ?? '{}');
}

/**
 * Sends the result to the process that asked for it, and lets this one end.
 *
 * @param {object | number} result
 */
function sendResult(result) {
	process.send?.(result);
	process.disconnect?.();
}

module.exports = { readTask, sendResult };
