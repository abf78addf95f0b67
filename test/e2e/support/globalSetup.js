'use strict';

const { mkdtemp } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { chromiumPath } = require('../../../tools/n8n/chromium');
const { startN8nInstance } = require('../../../tools/n8n/instance');
const { n8nTree } = require('../../../tools/n8n/n8nTree');
const { node24 } = require('../../../tools/n8n/node24');
const { packNode } = require('../../../tools/n8n/nodePackage');
const { n8nVersion } = require('../../../tools/n8n/versions');
const { started, stopAll } = require('./globalTeardown');
const { MAJORS } = require('./majors');

const log = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);

/**
 * Starts one n8n of each major version for all test files, because each takes several seconds. The
 * tests learn about them from the environment, the only thing that reaches them from here.
 */
async function globalSetup() {
	try {
		chromiumPath();
		// Before any of them starts, whatever is missing is installed, one after the other.
		for (const major of MAJORS) await n8nTree(n8nVersion(major), await node24(log), log);

		started.folder = await mkdtemp(join(tmpdir(), 'n8n-66pusher-e2e-'));
		const tarball = await packNode(started.folder);
		process.env.E2E_TARBALL = tarball;
		process.env.E2E_N8N = JSON.stringify(await startAll(tarball));
	} catch (error) {
		await stopAll();
		// Without the stack: Jest would print a place in this repository above what to do about it.
		const { message } = error instanceof Error ? error : new Error(String(error));
		throw Object.assign(new Error(message), { stack: message });
	}
}

/** @param {string} tarball */
async function startAll(tarball) {
	log(`Starting n8n ${MAJORS.map((major) => n8nVersion(major).n8n).join(' and ')}.`);
	const starting = MAJORS.map(async (major) => {
		const instance = await startN8nInstance({ major, tarball });
		started.instances.push(instance);
		return [major, { url: instance.n8n.url, session: instance.api.session }];
	});
	// All have to be up or gone before anything is stopped.
	await Promise.allSettled(starting);
	return Object.fromEntries(await Promise.all(starting));
}

module.exports = globalSetup;
