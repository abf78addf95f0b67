'use strict';

const { startSandbox } = require('../../../tools/sandbox');
const { N8nApi } = require('../../../tools/n8n/n8nApi');
const { CREDENTIAL_TYPE } = require('../../../tools/n8n/nodePackage');
const { n8nVersion } = require('../../../tools/n8n/versions');

/** @param {string} major */
function runningN8n(major) {
	const { url, session } = JSON.parse(process.env.E2E_N8N)[major];
	const n8n = { url, tree: { version: n8nVersion(major) } };
	return { n8n, api: new N8nApi(n8n, session) };
}

/**
 * The running n8n of a major, with a fresh installation for each test of the block, and a credential
 * for it.
 *
 * @param {string} major
 * @param {Parameters<typeof startSandbox>[0]} [options] of the sandbox
 */
function useN8n(major, options) {
	const holder = { ...runningN8n(major), sandbox: undefined, credential: undefined };
	beforeEach(async () => {
		holder.sandbox = await startSandbox(options);
		holder.credential = await credentialFor(holder.api, holder.sandbox);
	});
	afterEach(async () => await holder.sandbox.stop());
	return holder;
}

/** The credential's data for an installation. */
const dataFor = ({ url, apiKey }) => ({ baseUrl: url, apiKey });

/** @returns {Promise<import('../../../tools/n8n/n8nApi').CredentialReference>} */
async function credentialFor(api, sandbox) {
	return await api.createCredential('66pusher account', dataFor(sandbox), CREDENTIAL_TYPE);
}

module.exports = { credentialFor, dataFor, runningN8n, useN8n };
