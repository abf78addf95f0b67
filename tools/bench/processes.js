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
	const [credential] = await once(child, 'message');
	return {
		credential,
		/** Requests since the last count, and the flows that are stored. */
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
 * Runs one measurement in a process of its own and gives what it tells.
 *
 * @param {string} script in this folder
 * @param {unknown} task
 * @param {{execArgv?: string[], env?: NodeJS.ProcessEnv}} [options]
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
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

module.exports = { startServer, measureInProcess, median };
