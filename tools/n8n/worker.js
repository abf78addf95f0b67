'use strict';

const getPort = require('get-port');
const { environmentOf } = require('./commands');
const { Background } = require('./processes');
const { n8nEnvironment } = require('./environment');

/** On a slow and busy machine. Elsewhere, it takes about ten seconds. */
const SECONDS_TO_START = 240;

const READY = /n8n worker is now ready/;

/** A worker of n8n 2 that is asked to end before this line does not end. */
const HAS_TASK_RUNNER = /Registered runner "JS Task Runner"/;

const STARTED = /Worker started execution (\d+) /;
const FINISHED = /Worker finished execution (\d+) /;

/**
 * A running worker of n8n's queue mode.
 *
 * @typedef {object} RunningWorker
 * @property {string[]} lines of its log
 * @property {() => string[]} started the IDs of the executions that it started, from its log
 * @property {() => string[]} finished the IDs of those that it finished
 * @property {(signal: NodeJS.Signals) => void} signal
 * @property {Promise<string>} ended how it ended, no matter why
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a worker that takes executions from the queue named by its variables.
 *
 * @param {import('./n8nTree').N8nTree} tree
 * @param {object} options
 * @param {string} options.userFolder with the node installed in it
 * @param {NodeJS.ProcessEnv} options.env
 * @param {number} [options.concurrency] how many executions it runs at once; default: n8n's default
 * @returns {Promise<RunningWorker>} once it takes executions
 */
async function startWorker(tree, { userFolder, env, concurrency }) {
	const host = '127.0.0.1';
	// A worker serves no editor, but takes a port all the same.
	const place = { userFolder, port: await getPort({ host }), brokerPort: await getPort({ host }) };
	const args = [tree.command, 'worker', ...(concurrency ? [`--concurrency=${concurrency}`] : [])];
	const program = new Background(`worker of n8n ${tree.version.n8n}`, tree.node.path, args, {
		cwd: userFolder,
		env: { ...n8nEnvironment(tree.version, environmentOf(tree.node), place), ...env },
	});
	try {
		await program.line(READY, SECONDS_TO_START);
		if (tree.version.major === '2') await program.line(HAS_TASK_RUNNER, SECONDS_TO_START);
	} catch (error) {
		await program.stop();
		throw error;
	}
	const { lines, ended } = program;
	const idsIn = (/** @type {RegExp} */ pattern) =>
		lines.flatMap((line) => pattern.exec(line)?.[1] ?? []);
	return {
		lines,
		started: () => idsIn(STARTED),
		finished: () => idsIn(FINISHED),
		signal: (signal) => program.signal(signal),
		ended,
		stop: async () => await program.stop(),
	};
}

module.exports = { startWorker };
