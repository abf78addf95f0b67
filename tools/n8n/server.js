'use strict';

const getPort = require('get-port');
const { environmentOf } = require('./commands');
const { Background } = require('./processes');
const { n8nEnvironment } = require('./environment');

/** On a slow and busy machine. Elsewhere, it takes about ten seconds. */
const SECONDS_TO_START = 240;

/** n8n answers requests before its database is ready. It prints this line afterwards. */
const READY = /Editor is now accessible/;

/**
 * A running n8n.
 *
 * @typedef {object} RunningN8n
 * @property {string} url
 * @property {import('./n8nTree').N8nTree} tree
 * @property {string} userFolder
 * @property {string[]} lines of its log
 * @property {Promise<string>} ended how it ended, no matter why
 * @property {() => Promise<void>} stop
 */

/**
 * Starts an n8n that contacts nothing outside this machine.
 *
 * @param {import('./n8nTree').N8nTree} tree
 * @param {object} options
 * @param {string} options.userFolder with the node installed in it
 * @param {number} [options.port] default: a free one
 * @param {NodeJS.ProcessEnv} [options.env] n8n's own variables, on top of those that isolate it
 * @returns {Promise<RunningN8n>} once the editor can be opened
 */
async function startN8n(tree, { userFolder, port, env = {} }) {
	const host = '127.0.0.1';
	const place = {
		userFolder,
		port: port ?? (await getPort({ host })),
		brokerPort: await getPort({ host }),
	};
	const program = new Background(`n8n ${tree.version.n8n}`, tree.node.path, [tree.command], {
		cwd: userFolder,
		env: { ...n8nEnvironment(tree.version, environmentOf(tree.node), place), ...env },
	});
	try {
		await program.line(READY, SECONDS_TO_START);
	} catch (error) {
		await program.stop();
		throw error;
	}
	const { lines, ended } = program;
	const stop = async () => await program.stop();
	return { url: `http://127.0.0.1:${place.port}`, tree, userFolder, lines, ended, stop };
}

module.exports = { startN8n };
