'use strict';

const { createRequire } = require('node:module');
const core = require('n8n-core');

// n8n-core's own copy of the container; the package manager may have put another one beside ours.
const { Container } = createRequire(require.resolve('n8n-core'))('@n8n/di');

const service = Container.get(core.BinaryDataService);

/**
 * Makes n8n store files elsewhere than in memory. Its database mode needs n8n's server; here a store
 * on disk has the database's name, so that items look to the node as they would there.
 *
 * @param {'filesystem' | 'database'} mode
 */
async function keepFilesIn(mode) {
	await service.init();
	service.setManager('database', service.managers.filesystem);
	service.mode = mode === 'database' ? 'database' : 'filesystem-v2';
}

/** What n8n-core does in a process that has not set up its storage. */
function keepFilesInMemory() {
	service.managers = {};
}

/**
 * Stores a file as a previous step would.
 *
 * @param {Buffer} bytes
 * @param {{fileName?: string, mimeType: string}} [about]
 * @returns {Promise<import('n8n-workflow').IBinaryData>} what the step's item contains of it
 */
async function storeFile(bytes, about = { fileName: 'image.png', mimeType: 'image/png' }) {
	const location = { type: 'execution', workflowId: 'in-process', executionId: '1' };
	return await service.store(location, bytes, { data: '', ...about });
}

module.exports = { keepFilesIn, keepFilesInMemory, storeFile };
