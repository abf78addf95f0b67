'use strict';

/** Everything that makes n8n contact other machines, ask questions, or show unrelated things. */
const SWITCHED_OFF = [
	'N8N_AI_ENABLED',
	'N8N_DIAGNOSTICS_ENABLED',
	'N8N_DYNAMIC_BANNERS_ENABLED',
	'N8N_HIRING_BANNER_ENABLED',
	'N8N_LICENSE_AUTO_RENEW_ENABLED',
	'N8N_PERSONALIZATION_ENABLED',
	'N8N_REINSTALL_MISSING_PACKAGES',
	'N8N_SECURE_COOKIE',
	'N8N_TEMPLATES_ENABLED',
	'N8N_VERIFIED_PACKAGES_ENABLED',
	'N8N_VERSION_NOTIFICATIONS_ENABLED',
];

/**
 * Variables set in somebody's shell for another n8n would change this one, or lead it to the other's
 * data. And with Jest's NODE_ENV, n8n would believe that it is being tested itself, and not start.
 */
const OF_ANOTHER_N8N =
	/^((N8N|DB|EXECUTIONS|QUEUE|WEBHOOK|GENERIC|NODES|OFFLOAD)_|(NODE_ENV|JEST_WORKER_ID)$)/;

/**
 * The environment of an isolated n8n: on loopback only, with its data in one folder.
 *
 * @param {import('./versions').N8nVersion} version
 * @param {NodeJS.ProcessEnv} base
 * @param {{userFolder: string, port: number, brokerPort: number}} place
 * @returns {NodeJS.ProcessEnv}
 */
function n8nEnvironment({ major }, base, { userFolder, port, brokerPort }) {
	const inherited = Object.entries(base).filter(([name]) => !OF_ANOTHER_N8N.test(name));
	return {
		...Object.fromEntries(inherited),
		...Object.fromEntries(SWITCHED_OFF.map((name) => [name, 'false'])),
		// n8n 1 stops at names of modules that it doesn't know.
		...(major === '2' && { N8N_DISABLED_MODULES: 'mcp-registry,instance-reporting' }),
		GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
		N8N_COMMUNITY_PACKAGES_ALLOW_TOOL_USAGE: 'true',
		N8N_ENCRYPTION_KEY: 'only-for-this-machine',
		// n8n also puts it into the addresses that it hands out, and "localhost" may resolve differently.
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_USER_FOLDER: userFolder,
	};
}

module.exports = { n8nEnvironment };
