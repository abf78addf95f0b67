'use strict';

const { once } = require('node:events');
const http = require('node:http');
const https = require('node:https');
const selfsigned = require('selfsigned');
const { byId, newFlow, runNode } = require('./support/run');

/** Answers every request with the same flow. */
function sendFlow(_request, response) {
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(JSON.stringify({ data: { id: 7, name: 'Welcome' } }));
}

/**
 * Starts a server, and stops it after the work is done.
 *
 * @param answer its request handler
 * @param work gets the server's port and the list of requested addresses
 */
async function withServer(createServer, answer, work) {
	const requested = [];
	const server = createServer((request, response) => {
		requested.push(request.url);
		answer(request, response);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	try {
		return await work(server.address().port, requested);
	} finally {
		server.closeAllConnections();
		server.close();
	}
}
const get = async (url, requestOptions) =>
	await runNode({ url, apiKey: 'key' }, 'get', { flowId: byId(7), requestOptions });

describe('a self-signed certificate', () => {
	let certificate;

	beforeAll(async () => {
		const { private: key, cert } = await selfsigned.generate();
		certificate = { key, cert };
	});

	const getWith = async (requestOptions) => {
		const createServer = (answer) => https.createServer(certificate, answer);
		return await withServer(createServer, sendFlow, async (port, requested) => ({
			...(await get(`https://127.0.0.1:${port}`, requestOptions)),
			requested,
		}));
	};

	test.each([undefined, { allowUnauthorizedCerts: false }])(
		'is refused with %j',
		async (requestOptions) => {
			const { error, requested } = await getWith(requestOptions);
			expect(error.message).toBe(
				'No connection to the installation (DEPTH_ZERO_SELF_SIGNED_CERT), so nothing was sent [item 0]',
			);
			expect(requested).toEqual([]);
		},
	);

	test("is accepted with 'Ignore SSL Issues'", async () => {
		const { json, requested } = await getWith({ allowUnauthorizedCerts: true });
		expect(json).toEqual([{ id: 7, name: 'Welcome' }]);
		expect(requested).toEqual(['/api/flows/7']);
	});
});

test('requests go through the proxy in the settings', async () => {
	await withServer(http.createServer, sendFlow, async (port, requested) => {
		const proxy = `http://127.0.0.1:${port}`;
		const { json } = await get('http://pusher.invalid', { proxy });
		expect(json).toEqual([{ id: 7, name: 'Welcome' }]);
		expect(requested).toEqual(['http://pusher.invalid/api/flows/7']);
	});
});

test('a response that never ends is given up after the timeout', async () => {
	const neverEnd = (request, response) => {
		request.resume();
		response.writeHead(200, { 'content-type': 'application/json' });
		const writing = setInterval(() => response.write(' '), 5);
		response.on('close', () => clearInterval(writing));
	};
	await withServer(http.createServer, neverEnd, async (port) => {
		const { error } = await runNode(
			{ url: `http://127.0.0.1:${port}`, apiKey: 'key' },
			'create',
			newFlow({ requestOptions: { timeout: 300 } }),
		);
		expect(error.message).toBe(
			'The flow may or may not have been created: the installation did not respond (ETIMEDOUT) [item 0]',
		);
	});
});
