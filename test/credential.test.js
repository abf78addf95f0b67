'use strict';

const { runNode } = require('./support/run');
const { useSandbox } = require('./support/sandbox');
const { testCredential } = require('./support/credentialTest');
const { SixtySixPusherApi } = require('..');

const site = useSandbox({ profile: 'btools', basePath: '/push' });
const credentialType = new SixtySixPusherApi();
const credential = (more) => ({ baseUrl: site.current.url, apiKey: site.current.apiKey, ...more });

describe('the credential test', () => {
	test('passes with the right address and key, by reading the documented list', async () => {
		await expect(testCredential(credential())).resolves.toMatchObject({ status: 'OK' });
		expect(site.current.requests).toMatchObject([
			{ method: 'GET', path: '/api/flows/', query: { results_per_page: '10' } },
		]);
	});

	test('passes if there are flows', async () => {
		site.current.addFlows(3);
		await expect(testCredential(credential())).resolves.toMatchObject({ status: 'OK' });
	});

	test.each([
		'/api',
		'/api/flows/',
		'/api-documentation/flows',
		'/zh/api-documentation/flows',
		'/',
	])('passes with %s after the address', async (pasted) => {
		const baseUrl = site.current.url + pasted;
		await expect(testCredential(credential({ baseUrl }))).resolves.toMatchObject({
			status: 'OK',
		});
	});

	test.each([' sandbox-key\n', 'Bearer sandbox-key'])(
		'passes with the key as %j',
		async (apiKey) => {
			await expect(testCredential(credential({ apiKey }))).resolves.toMatchObject({ status: 'OK' });
		},
	);

	const WRONG_KEY = /^The installation was found, but it does not accept this API key/;
	const WRONG_ADDRESS = /^No 66pusher API answers at this address/;

	test('recognises a wrong key', async () => {
		const result = await testCredential(credential({ apiKey: 'wrong' }));
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(WRONG_KEY) });
	});

	test.each([
		['a web page', { status: 200, kind: 'htmlPage' }],
		['a web page with an error status', { status: 503, kind: 'htmlPage' }],
		['an empty response', { kind: 'emptyBody' }],
		['an empty object', { kind: 'emptyObject' }],
		['JSON that is cut off', { kind: 'cutJson' }],
		['one flow', { kind: 'flowInsteadOfList' }],
		['a redirect', { kind: 'redirect', location: 'https://elsewhere.example/api/flows/' }],
		['a refusal with status 200', { kind: 'statusError', messages: ['No'] }],
	])('recognises a wrong address by %s', async (_, answer) => {
		site.current.faults.add({ beforeAuth: true, times: Infinity, answer });
		const result = await testCredential(credential());
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(WRONG_ADDRESS) });
		expect(site.current.requests).toHaveLength(1);
	});

	test('recognises a wrong path', async () => {
		const baseUrl = site.current.url.replace('/push', '');
		const result = await testCredential(credential({ baseUrl }));
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(WRONG_ADDRESS) });
	});

	test('recognises a rate limit', async () => {
		site.current.faults.add({ answer: { kind: 'rateLimited', resetSeconds: 30 } });
		const result = await testCredential(credential());
		expect(result.message).toMatch(/^The installation was found, but it is receiving too many/);
	});

	test('rejects an address with another scheme', async () => {
		const result = await testCredential(credential({ baseUrl: 'ftp://x.example' }));
		expect(result).toEqual({
			status: 'Error',
			message: "The credential's 'Base URL' must start with https:// or http://",
		});
	});
});

describe('the key is sent to its installation only', () => {
	const authenticated = async (request) => await credentialType.authenticate(credential(), request);
	const key = { Authorization: 'Bearer sandbox-key' };

	test('below the API, whatever base URL n8n sets', async () => {
		await expect(
			authenticated({ url: '/flows/', baseURL: 'https://elsewhere.example', headers: { a: 'b' } }),
		).resolves.toEqual({
			url: '/flows/',
			baseURL: `${site.current.url}/api`,
			headers: { a: 'b', ...key },
		});
	});

	test('also with an absolute address, from n8n’s HTTP Request node', async () => {
		const url = `${site.current.url}/api/user`;
		await expect(authenticated({ url })).resolves.toMatchObject({ url, headers: key });
		await expect(authenticated({ uri: url })).resolves.toMatchObject({ uri: url, headers: key });
	});

	test.each([
		'https://elsewhere.example/api/flows',
		'//elsewhere.example/flows',
		'http://127.0.0.1:1/push/api/flows',
		'http://127.0.0.1.elsewhere.example/api',
		'no address',
		'',
	])('not to %j', async (url) => {
		await expect(authenticated({ url })).rejects.toThrow(
			'The API key of this credential is sent to http://127',
		);
		await expect(authenticated({ uri: url })).rejects.toThrow('is sent to http://127.0.0.1:');
	});

	test('not to the same host with another scheme', async () => {
		const url = site.current.url.replace('http:', 'https:');
		await expect(authenticated({ url })).rejects.toThrow('is sent to http://127.0.0.1:');
	});
});

describe('domain restrictions of the credential', () => {
	test.each([
		['none', { allowedHttpRequestDomains: 'none' }],
		[
			'other domains',
			{ allowedHttpRequestDomains: 'domains', allowedDomains: 'elsewhere.example' },
		],
		['no domain at all', { allowedHttpRequestDomains: 'domains', allowedDomains: '' }],
	])('%s still allow the installation', async (_, restriction) => {
		const { error } = await runNode(
			site.current,
			'getAll',
			{ returnAll: true },
			{ credential: restriction },
		);
		expect(error).toBeUndefined();
		expect(site.current.requests).toHaveLength(1);
	});
});

test('the node rejects an invalid base URL before anything is sent', async () => {
	const { error } = await runNode(
		site.current,
		'getAll',
		{},
		{ credential: { baseUrl: 'https://me:pw@x.example' } },
	);
	expect(error.message).toBe(
		"The credential's 'Base URL' contains a user name or password. Remove the part before the @ [item 0]",
	);
	expect(error.description).toBe('Open the credential and correct it.');
});
