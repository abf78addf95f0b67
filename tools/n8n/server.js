'use strict';

const { freePort } = require('./ports');
const { environmentOf } = require('./commands');
const { Background } = require('./processes');
const { quietEnvironment } = require('./quiet');

/** On a slow and busy machine; it takes some ten seconds elsewhere. */
const SECONDS_TO_START = 240;

/** n8n answers before its database is ready; this line it prints after that. */
const READY = /Editor is now accessible/;

/**
 * A running n8n.
 *
 * @typedef {object} RunningN8n
 * @property {string} url
 * @property {import('./n8nTree').N8nTree} tree
 * @property {string} userFolder
 * @property {string[]} lines its log
 * @property {Promise<string>} ended how it ended, whoever ended it
 * @property {() => Promise<void>} stop
 */

/**
 * Starts n8n, without contact to anything outside this machine.
 *
 * @param {import('./n8nTree').N8nTree} tree
 * @param {object} options
 * @param {string} options.userFolder with the node installed in it
 * @param {number} [options.port] default: a free one
 * @param {NodeJS.ProcessEnv} [options.env] n8n's own variables, on top of those that keep it quiet
 * @returns {Promise<RunningN8n>} once the editor can be opened
 */
async function startN8n(tree, { userFolder, port, env = {} }) {
	const place = { userFolder, port: port ?? (await freePort()), brokerPort: await freePort() };
	const program = new Background(`n8n ${tree.version.n8n}`, tree.node.path, [tree.command], {
		cwd: userFolder,
		env: { ...quietEnvironment(tree.version, environmentOf(tree.node), place), ...env },
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
