'use strict';

const { environmentOf } = require('./commands');
const { freePort } = require('./ports');
const { Background } = require('./processes');
const { quietEnvironment } = require('./quiet');

/** On a slow and busy machine; it takes some ten seconds elsewhere. */
const SECONDS_TO_START = 240;

const READY = /n8n worker is now ready/;

/** A worker of the newer major that is told to end before this has come does not end. */
const HAS_TASK_RUNNER = /Registered runner "JS Task Runner"/;

const STARTED = /Worker started execution (\d+) /;
const FINISHED = /Worker finished execution (\d+) /;

/**
 * A running worker of n8n's queue mode.
 *
 * @typedef {object} RunningWorker
 * @property {string[]} lines its log
 * @property {() => string[]} started the executions that it began, by their ids, as its log has them
 * @property {() => string[]} finished those that it did to their end
 * @property {(signal: NodeJS.Signals) => void} signal
 * @property {Promise<string>} ended how it ended, whoever ended it
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a worker that takes executions from the queue of the n8n to which its variables lead.
 *
 * @param {import('./n8nTree').N8nTree} tree
 * @param {object} options
 * @param {string} options.userFolder with the node installed in it
 * @param {NodeJS.ProcessEnv} options.env
 * @param {number} [options.concurrency] how many executions it runs at once; default: n8n's own
 * @returns {Promise<RunningWorker>} once it takes executions
 */
async function startWorker(tree, { userFolder, env, concurrency }) {
	// It serves no editor; the port is one that it would not get wrong.
	const place = { userFolder, port: await freePort(), brokerPort: await freePort() };
	const args = [tree.command, 'worker', ...(concurrency ? [`--concurrency=${concurrency}`] : [])];
	const program = new Background(`worker of n8n ${tree.version.n8n}`, tree.node.path, args, {
		cwd: userFolder,
		env: { ...quietEnvironment(tree.version, environmentOf(tree.node), place), ...env },
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
