'use strict';

/** The sandbox in a process of its own, so that its work does not count as the node's. */

const { startSandbox } = require('../sandbox');

async function main() {
	const { flows = 0, ...options } = JSON.parse(process.argv[2]);
	const sandbox = await startSandbox({ profile: 'newer', ...options });
	sandbox.addFlows(flows, (index) => ({ name: `Flow ${index}` }));

	let requests = 0;
	process.on('message', async (message) => {
		if (message === 'count') {
			requests += sandbox.requests.length;
			sandbox.clearRequests();
			process.send({ requests, flows: sandbox.flows().length });
			requests = 0;
		}
		if (message === 'stop') {
			await sandbox.stop();
			process.disconnect();
		}
	});
	process.send({ baseUrl: sandbox.url, apiKey: sandbox.apiKey });
}

void main();
