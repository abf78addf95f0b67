'use strict';

const { rm } = require('node:fs/promises');

/**
 * What `globalSetup.js` has started. Jest loads both files in the same process.
 *
 * @type {{folder?: string, instances: Array<import('../../../tools/n8n/instance').N8nInstance>}}
 */
const started = { instances: [] };

async function stopAll() {
	await Promise.all(started.instances.splice(0).map(async (instance) => await instance.stop()));
	if (started.folder) await rm(started.folder, { recursive: true, force: true });
}

module.exports = stopAll;
module.exports.started = started;
module.exports.stopAll = stopAll;
