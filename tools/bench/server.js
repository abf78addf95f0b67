'use strict';

/** The sandbox in a process of its own, so that its work does not count as the node's. */

const { readTask } = require('./task');

const { startSandbox } = require('../sandbox');

async function main() {
	/** @type {NonNullable<Parameters<typeof startSandbox>[0]> & {flows?: number}} */
	const { flows = 0, ...options } = readTask();
	const sandbox = await startSandbox({ profile: 'newer', ...options });
	sandbox.addFlows(flows, (index) => ({ name: `Flow ${index}` }));

	let requests = 0;
	process.on('message', async (message) => {
		if (message === 'count') {
			requests += sandbox.requests.length;
			sandbox.clearRequests();
			process.send?.({ requests, flows: sandbox.flows().length });
			requests = 0;
		}
		if (message === 'stop') {
			await sandbox.stop();
			process.disconnect?.();
		}
	});
	process.send?.({ baseUrl: sandbox.url, apiKey: sandbox.apiKey });
}

void main();
