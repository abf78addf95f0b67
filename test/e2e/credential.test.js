'use strict';

const getPort = require('get-port');
const { MAJORS } = require('./support/majors');
const { dataFor, useN8n } = require('./support/n8n');

const NOT_THE_KEY =
	/^The installation was found, but it does not accept this API key\. Copy 'API Key'/;
const NOT_THE_ADDRESS =
	/^No 66pusher API answers at this address\. Check 'Base URL'.* copy the address that you end up at, with https and, .* www/;

/** n8n's own messages. Without a reply, it doesn't apply the credential's rules. */
const NOTHING_LISTENS = {
	1: /^The service refused the connection - perhaps it is offline$/,
	2: /^ECONNREFUSED$/,
};

describe.each(MAJORS)('n8n %s: the credential test', (major) => {
	const the = useN8n(major);
	/** @param {{baseUrl?: string, apiKey?: string}} [more] */
	const testWith = async (more) =>
		await the.api.testCredential({ ...dataFor(the.sandbox), ...more });
	const refused = (/** @type {RegExp} */ message) => ({
		status: 'Error',
		message: expect.stringMatching(message),
	});

	test('passes with the right address and key', async () => {
		await expect(testWith()).resolves.toEqual({
			status: 'OK',
			message: 'Connection successful!',
		});
		expect(the.sandbox.requests).toMatchObject([
			{ url: '/api/flows/?results_per_page=10', status: 200 },
		]);
	});

	test('passes with the address of the API’s documentation', async () => {
		const baseUrl = `${the.sandbox.url}/zh/api-documentation/flows`;
		await expect(testWith({ baseUrl })).resolves.toMatchObject({ status: 'OK' });
	});

	test('reports a wrong key', async () => {
		await expect(testWith({ apiKey: 'wrong' })).resolves.toEqual(refused(NOT_THE_KEY));
	});

	test('reports an address that nothing listens on', async () => {
		const baseUrl = `http://127.0.0.1:${await getPort({ host: '127.0.0.1' })}`;
		await expect(testWith({ baseUrl })).resolves.toEqual(refused(NOTHING_LISTENS[major]));
	});

	test('reports an address with a web page', async () => {
		await expect(testWith({ baseUrl: the.n8n.url })).resolves.toEqual(refused(NOT_THE_ADDRESS));
	});

	test('reports a maintenance page', async () => {
		the.sandbox.faults.add({ beforeAuth: true, answer: { kind: 'htmlPage', status: 200 } });
		await expect(testWith()).resolves.toEqual(refused(NOT_THE_ADDRESS));
	});

	test('reports an address that redirects, and does not send the key there', async () => {
		const location = `${the.sandbox.url}/elsewhere`;
		the.sandbox.faults.add({ beforeAuth: true, answer: { kind: 'redirect', location } });

		await expect(testWith()).resolves.toEqual(refused(NOT_THE_ADDRESS));
		expect(the.sandbox.requests.map(({ status }) => status)).toEqual([301]);
	});

	test('reports an invalid address', async () => {
		await expect(testWith({ baseUrl: 'push.example.com:x' })).resolves.toEqual(
			refused(/^The credential's 'Base URL' /),
		);
	});
});
