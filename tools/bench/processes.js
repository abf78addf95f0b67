'use strict';

const { fork } = require('node:child_process');
const { once } = require('node:events');
const { join } = require('node:path');

/**
 * Starts the sandbox in a process of its own.
 *
 * @param {object} options of `startSandbox`, and `flows`, how many it holds
 */
async function startServer(options) {
	const child = fork(join(__dirname, 'server.js'), [JSON.stringify(options)]);
	/** @type {Array<{baseUrl: string, apiKey: string}>} */
	const [credential] = await once(child, 'message');
	if (!credential) throw new Error('The sandbox did not start');
	return {
		credential,
		/**
		 * Requests since the last count, and the flows that are stored.
		 *
		 * @returns {Promise<{requests: number, flows: number}>}
		 */
		async count() {
			child.send('count');
			const [counted] = await once(child, 'message');
			return counted;
		},
		async stop() {
			child.send('stop');
			await once(child, 'exit');
		},
	};
}

/**
 * Runs one measurement in a process of its own and returns its result.
 *
 * @template T
 * @param {string} script in this folder
 * @param {unknown} task
 * @param {import('node:child_process').ForkOptions} [options]
 * @returns {Promise<T>}
 */
async function measureInProcess(script, task, options = {}) {
	const child = fork(join(__dirname, script), [JSON.stringify(task)], options);
	const [[measured], [code]] = await Promise.all([once(child, 'message'), once(child, 'exit')]);
	if (code !== 0) throw new Error(`${script} ended with exit code ${code}`);
	return measured;
}

/** @param {number[]} values */
function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	const [below = NaN, above = NaN] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
	return (below + above) / 2;
}

module.exports = { startServer, measureInProcess, median };
