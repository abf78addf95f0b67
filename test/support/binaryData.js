'use strict';

const { createRequire } = require('node:module');
const core = require('n8n-core');

// n8n-core's own copy of the container; the package manager may have put another one beside ours.
const { Container } = createRequire(require.resolve('n8n-core'))('@n8n/di');

const service = Container.get(core.BinaryDataService);

/**
 * Makes n8n keep files elsewhere than in memory. Its database mode needs n8n's server; here a store
 * on disk answers to the database's name, so that the node meets items which look like it.
 *
 * @param {'filesystem' | 'database'} mode
 */
async function keepFilesIn(mode) {
	await service.init();
	service.setManager('database', service.managers.filesystem);
	service.mode = mode === 'database' ? 'database' : 'filesystem-v2';
}

/** What n8n-core does in a process that has not set up its store. */
function keepFilesInMemory() {
	service.managers = {};
}

/**
 * Stores a file as a step before would, and gives what its item then holds.
 *
 * @param {Buffer} bytes
 * @param {{fileName?: string, mimeType: string}} [about]
 * @returns {Promise<import('n8n-workflow').IBinaryData>}
 */
async function storeFile(bytes, about = { fileName: 'picture.png', mimeType: 'image/png' }) {
	const location = { type: 'execution', workflowId: 'in-process', executionId: '1' };
	return await service.store(location, bytes, { data: '', ...about });
}

module.exports = { keepFilesIn, keepFilesInMemory, storeFile };
