'use strict';

const { once } = require('node:events');
const http = require('node:http');
const https = require('node:https');
const selfsigned = require('selfsigned');
const { byId, newFlow, runNode } = require('./support/run');

/** Gives the same flow to everyone. */
function giveFlow(_request, response) {
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(JSON.stringify({ data: { id: 7, name: 'Welcome' } }));
}

/** Works with a server that answers so, and with the list of what it was asked for. */
async function serving(createServer, answer, work) {
	const asked = [];
	const server = createServer((request, response) => {
		asked.push(request.url);
		answer(request, response);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	try {
		return await work(server.address().port, asked);
	} finally {
		server.closeAllConnections();
		server.close();
	}
}
const get = async (url, requestOptions) =>
	await runNode({ url, apiKey: 'key' }, 'get', { flowId: byId(7), requestOptions });

describe('a certificate that nobody vouches for', () => {
	let certificate;

	beforeAll(async () => {
		const { private: key, cert } = await selfsigned.generate();
		certificate = { key, cert };
	});

	const tried = async (requestOptions) => {
		const secure = (answer) => https.createServer(certificate, answer);
		return await serving(secure, giveFlow, async (port, asked) => ({
			...(await get(`https://127.0.0.1:${port}`, requestOptions)),
			asked,
		}));
	};

	test.each([undefined, { allowUnauthorizedCerts: false }])(
		'is refused with %j',
		async (requestOptions) => {
			const { error, asked } = await tried(requestOptions);
			expect(error.message).toBe(
				'No connection to the installation (DEPTH_ZERO_SELF_SIGNED_CERT), so nothing was sent [item 0]',
			);
			expect(asked).toEqual([]);
		},
	);

	test("is taken with 'Ignore SSL Issues'", async () => {
		const { json, asked } = await tried({ allowUnauthorizedCerts: true });
		expect(json).toEqual([{ id: 7, name: 'Welcome' }]);
		expect(asked).toEqual(['/api/flows/7']);
	});
});

test('a proxy is asked in place of the installation', async () => {
	await serving(http.createServer, giveFlow, async (port, asked) => {
		const proxy = `http://127.0.0.1:${port}`;
		const { json } = await get('http://pusher.invalid', { proxy });
		expect(json).toEqual([{ id: 7, name: 'Welcome' }]);
		expect(asked).toEqual(['http://pusher.invalid/api/flows/7']);
	});
});

test('a reply that drips in for ever is given up', async () => {
	const drip = (request, response) => {
		request.resume();
		response.writeHead(200, { 'content-type': 'application/json' });
		const dripping = setInterval(() => response.write(' '), 5);
		response.on('close', () => clearInterval(dripping));
	};
	await serving(http.createServer, drip, async (port) => {
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
