'use strict';

const { mkdtemp, rm } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { N8nApi } = require('./n8nApi');
const { n8nTree } = require('./n8nTree');
const { node24 } = require('./node24');
const { installNode, packNode } = require('./nodePackage');
const { startN8n } = require('./server');
const { n8nVersion } = require('./versions');

/**
 * A real n8n with the packed node installed and its owner logged in. Everything that it has written is
 * deleted when it is stopped.
 *
 * @typedef {object} N8nInstance
 * @property {import('./server').RunningN8n} n8n
 * @property {N8nApi} api
 * @property {() => Promise<void>} stop
 */

/**
 * @param {object} [options]
 * @param {string} [options.major] of n8n, '1' or '2'
 * @param {string} [options.tarball] the packed node; default: packed here
 * @param {number} [options.port] default: a free one
 * @param {NodeJS.ProcessEnv} [options.env] further variables for n8n
 * @param {(line: string) => void} [options.log] is called with each next step
 * @returns {Promise<N8nInstance>}
 */
async function startN8nInstance({ major = '2', tarball, port, env, log = () => {} } = {}) {
	const node = await node24(log);
	const tree = await n8nTree(n8nVersion(major), node, log);

	const folder = await mkdtemp(join(tmpdir(), 'n8n-66pusher-'));
	const cleanUp = async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	try {
		log('Packing the node and installing it as a community package.');
		await installNode(tarball ?? (await packNode(folder)), folder, node);

		log(`Starting n8n ${tree.version.n8n}.`);
		const n8n = await startN8n(tree, { userFolder: folder, port, env });
		const stop = async () => {
			await n8n.stop();
			await cleanUp();
		};
		try {
			const api = new N8nApi(n8n);
			await api.setUpOwner();
			return { n8n, api, stop };
		} catch (error) {
			await stop();
			throw error;
		}
	} catch (error) {
		await cleanUp();
		throw error;
	}
}

module.exports = { startN8nInstance };
