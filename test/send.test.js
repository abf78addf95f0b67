'use strict';

const { createServer } = require('node:http');
const { once } = require('node:events');
const { send } = require('../build/modules/nodes/SixtySixPusher/transport/send');
const { Run } = require('../build/modules/nodes/SixtySixPusher/transport/run');
const { newFlow, runNode } = require('./support/run');

/** An installation behind n8n's HTTP client, without the network, that does one thing after the other. */
function senderTo(...answers) {
	const httpRequestWithAuthentication = async () => answers.shift()();
	return { context: { helpers: { httpRequestWithAuthentication } }, run: new Run() };
}
const fails = (code) => () => {
	throw Object.assign(new Error(code), { code });
};
const missing = () => ({
	statusCode: 404,
	headers: {},
	body: { errors: [{ title: 'No such flow', status: 404 }] },
});
const deletion = { method: 'DELETE', url: '/flows/9', flowId: '9' };

test('a delete that finds nothing counts as done after one that may have arrived', async () => {
	await expect(send(senderTo(fails('ECONNRESET'), missing), deletion)).resolves.toBeUndefined();
});

test('a delete that finds nothing fails where the ones before can not have arrived', async () => {
	await expect(send(senderTo(fails('ECONNREFUSED'), missing), deletion)).rejects.toThrow(
		'Flow 9 does not exist: No such flow (HTTP 404)',
	);
});

test('a reply that drips in for ever is given up', async () => {
	const server = createServer((request, response) => {
		request.resume();
		response.writeHead(200, { 'content-type': 'application/json' });
		const drip = setInterval(() => response.write(' '), 5);
		response.on('close', () => clearInterval(drip));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address();
	try {
		const { error } = await runNode(
			{ url: `http://127.0.0.1:${port}`, apiKey: 'key' },
			'create',
			newFlow({ requestOptions: { timeout: 300 } }),
		);
		expect(error.message).toBe(
			'The flow may have been created, or may not: the installation did not reply (ETIMEDOUT) [item 0]',
		);
	} finally {
		server.closeAllConnections();
		server.close();
	}
});
