'use strict';

const { rm } = require('node:fs/promises');

/** Stops what `start.js` has started. */
async function stop() {
	const { folder, trials } = globalThis.e2eRun;
	await Promise.all(trials.map(async (trial) => await trial.stop()));
	if (folder) await rm(folder, { recursive: true, force: true });
}

module.exports = stop;
