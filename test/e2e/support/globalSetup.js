'use strict';

const { mkdtemp } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { chromiumPath } = require('../../../tools/n8n/chromium');
const { n8nTree } = require('../../../tools/n8n/n8nTree');
const { node24 } = require('../../../tools/n8n/node24');
const { packNode } = require('../../../tools/n8n/nodePackage');
const { startN8nInstance } = require('../../../tools/n8n/instance');
const { n8nVersion } = require('../../../tools/n8n/versions');
const { MAJORS } = require('./majors');
const stop = require('./globalTeardown');

const say = (line) => process.stderr.write(`${line}\n`);

/**
 * Starts one n8n of each major for all files of tests: each takes its seconds. They learn of them by
 * the environment, the one thing that reaches them from here.
 */
async function start() {
	const run = { folder: undefined, trials: [] };
	globalThis.e2eRun = run;
	try {
		chromiumPath();
		// Before any of them starts: what is not there yet is installed, one after the other.
		for (const major of MAJORS) await n8nTree(n8nVersion(major), await node24(say), say);

		run.folder = await mkdtemp(join(tmpdir(), 'n8n-66pusher-e2e-'));
		process.env.E2E_TARBALL = await packNode(run.folder);
		process.env.E2E_N8N = JSON.stringify(await startAll(run, process.env.E2E_TARBALL));
	} catch (error) {
		await stop();
		// Jest would print where in this repository it was found out, above what to do about it.
		throw Object.assign(new Error(error.message), { stack: error.message });
	}
}

async function startAll(run, tarball) {
	say(`Starting n8n ${MAJORS.map((major) => n8nVersion(major).n8n).join(' and ')}.`);
	const starting = MAJORS.map(async (major) => {
		const trial = await startN8nInstance({ major, tarball });
		run.trials.push(trial);
		return [major, { url: trial.n8n.url, session: trial.api.session }];
	});
	// All have to be up or gone before anything is stopped.
	const failed = (await Promise.allSettled(starting)).find(({ reason }) => reason);
	if (failed) throw failed.reason;
	return Object.fromEntries(await Promise.all(starting));
}

module.exports = start;
