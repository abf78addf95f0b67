'use strict';

const { N8nApi } = require('../../../tools/n8n/n8nApi');
const { CREDENTIAL_TYPE } = require('../../../tools/n8n/nodePackage');
const { n8nVersion } = require('../../../tools/n8n/versions');
const { startSandbox } = require('../../../tools/sandbox');

/** @typedef {Awaited<ReturnType<typeof startSandbox>>} Sandbox */
/** @typedef {import('../../../tools/n8n/n8nApi').CredentialReference} CredentialReference */
/** @typedef {{url: string, session: import('../../../tools/n8n/n8nApi').Session}} Started */

/** @param {import('./majors').Major} major */
function runningN8n(major) {
	/** @type {Partial<Record<import('./majors').Major, Started>>} */
	const all = JSON.parse(process.env.E2E_N8N ?? '{}');
	const started = all[major];
	if (!started) throw new Error(`n8n ${major} is not running`);
	const n8n = { url: started.url, tree: { version: n8nVersion(major) } };
	return { n8n, api: new N8nApi(n8n, started.session) };
}

/**
 * The running n8n of a major version, with a fresh installation for each test of the block and a
 * credential for it, which a test may replace.
 *
 * @param {import('./majors').Major} major
 * @param {Parameters<typeof startSandbox>[0]} [options] of the sandbox
 */
function useN8n(major, options) {
	const running = runningN8n(major);
	/** @type {Sandbox | undefined} */
	let sandbox;
	/** @type {CredentialReference} */
	let credential = { id: '', name: '' };
	beforeEach(async () => {
		sandbox = await startSandbox(options);
		credential = await credentialFor(running.api, sandbox);
	});
	afterEach(async () => await sandbox?.stop());
	return {
		...running,
		get sandbox() {
			if (!sandbox) throw new Error('There is no sandbox outside a test');
			return sandbox;
		},
		get credential() {
			return credential;
		},
		set credential(other) {
			credential = other;
		},
	};
}

/**
 * The credential's data for an installation.
 *
 * @param {Sandbox} sandbox
 */
const dataFor = ({ url, apiKey }) => ({ baseUrl: url, apiKey });

/**
 * @param {N8nApi} api
 * @param {Sandbox} sandbox
 */
async function credentialFor(api, sandbox) {
	return await api.createCredential('66pusher account', dataFor(sandbox), CREDENTIAL_TYPE);
}

module.exports = { credentialFor, dataFor, runningN8n, useN8n };
