'use strict';

const { Faults } = require('./faults/faults.js');
const { Installation } = require('./installation.js');
const { Pipeline } = require('./http/pipeline.js');
const { PROFILES } = require('./profiles.js');
const { Recorder } = require('./recorder.js');
const { RESOURCES } = require('./resources/index.js');
const { advance, tick } = require('./time/schedule.js');
const { Server, operationNames } = require('./http/server.js');

/**
 * @typedef {object} SandboxOptions
 * @property {import('./profiles.js').ProfileName} [profile] default 'btools'
 * @property {number} [port] default 0: any free port
 * @property {string} [host]
 * @property {string} [basePath] sub-directory of the installation, such as '/push'
 * @property {string} [apiKey]
 * @property {string[]} [otherKeys] further keys that are let in
 * @property {Partial<import('./profiles.js').Behaviour>} [behaviour] overrides of the profile
 * @property {() => Date | number} [now] clock of the datetimes
 * @property {(request: import('./recorder.js').RecordedRequest) => void} [onFinished]
 */

/** @param {string} basePath */
function tidyBasePath(basePath) {
	const names = basePath.split('/').filter((name) => name !== '');
	return names.map((name) => `/${name}`).join('');
}

/**
 * @typedef {import('./profiles.js').AllOf<
 *   ReturnType<import('./resources/index.js').Resource['controls']>>} Controls
 */

/**
 * What a test can see and change of each resource.
 *
 * @param {Installation} installation
 * @returns {Controls}
 */
function controlsOf(installation) {
	return Object.assign({}, ...RESOURCES.map(({ controls }) => controls(installation)));
}

/**
 * Starts a server that behaves like an installation's API.
 *
 * @param {SandboxOptions} [options]
 */
async function startSandbox(options = {}) {
	const { apiKey = 'sandbox-key', host = '127.0.0.1', onFinished = () => {} } = options;
	if (apiKey === '') throw new Error('An empty API key would let everybody in');
	const basePath = tidyBasePath(options.basePath ?? '');
	const installation = new Installation({
		profile: options.profile ?? 'btools',
		behaviour: options.behaviour ?? {},
		basePath,
		keys: [apiKey, ...(options.otherKeys ?? [])],
		now: options.now ?? Date.now,
	});
	const recorder = new Recorder(basePath, onFinished);
	const faults = new Faults(operationNames());
	const server = new Server(installation, recorder, new Pipeline(installation, faults));
	const origin = await server.listen(host, options.port ?? 0);
	installation.address = origin + basePath;

	// Frozen: an array put in place of one of these would be served by nobody.
	return Object.freeze({
		url: installation.address,
		apiKey,
		behaviour: installation.behaviour,
		requests: recorder.requests,
		faults,
		...controlsOf(installation),
		outbox: installation.outbox,
		/**
		 * Puts the clock forward, and does on the way what is due.
		 *
		 * @param {number} ms
		 */
		advance: (ms) => advance(installation, ms),
		/** Does what is due by the clock as it stands. */
		tick: () => tick(installation),
		/**
		 * Calls a test's own code before each request is answered.
		 *
		 * @param {import('./http/server.js').Listener} listener may return a promise, which is waited for
		 * @returns {() => void} ends it
		 */
		onRequest: (listener) => server.onRequest(listener),
		clearRequests: () => {
			recorder.requests.length = 0;
		},
		stop: () => server.stop(),
	});
}

module.exports = { startSandbox, PROFILES };
