'use strict';

const fc = require('fast-check');
const { apiUrl } = require('../../build/modules/nodes/SixtySixPusher/api/baseUrl');

const segment = fc
	.stringMatching(/^[a-z0-9_-]{1,12}$/)
	.filter((text) => !['api', 'api-documentation'].includes(text));
const installation = fc
	.record({
		scheme: fc.constantFrom('https', 'http'),
		host: fc.domain(),
		port: fc.option(fc.integer({ min: 1024, max: 65535 }), { nil: undefined }),
		path: fc.array(segment, { maxLength: 3 }),
	})
	.map(({ scheme, host, port, path }) => {
		const authority = port === undefined ? host : `${host}:${port}`;
		return [`${scheme}://${authority}`, ...path].join('/');
	});
const pastedBehind = fc.constantFrom(
	'',
	'/',
	'//',
	'/api',
	'/api/',
	'/api/flows',
	'/api/flows/12/',
	'/api-documentation/flows',
	'/zh/api-documentation/flows',
	'/pt-BR/api-documentation',
);
const noise = fc.constantFrom('', ' ', '\n', '\t');

test('any installation is found under whatever was pasted behind its address', () => {
	fc.assert(
		fc.property(
			installation,
			pastedBehind,
			fc.constantFrom('', '?page=2', '#top'),
			noise,
			noise,
			(address, behind, query, before, after) => {
				// A language's code is taken for one only where documentation follows it.
				fc.pre(!(behind.startsWith('/api-doc') && /\/[a-z]{2}([-_][a-z]{2,4})?$/.test(address)));
				const { origin, pathname } = new URL(address);
				const expected = `${origin}${pathname.replace(/\/$/, '')}/api`;
				expect(apiUrl(before + address + behind + query + after)).toBe(expected);
			},
		),
	);
});

test('the API’s own address names itself', () => {
	fc.assert(
		fc.property(installation, (address) => {
			const api = apiUrl(address);
			expect(apiUrl(api)).toBe(api);
		}),
	);
});

test('whatever is pasted gives an http address or a reason', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.anything()), (pasted) => {
			try {
				expect(apiUrl(pasted)).toMatch(/^https?:\/\/[^/@]+(\/.*)?\/api$/);
			} catch (error) {
				expect(error.message).toMatch(/^The credential's 'Base URL' /);
			}
		}),
	);
});
