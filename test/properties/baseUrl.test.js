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
const pastedPath = fc.constantFrom(
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

test('an installation is found whatever was pasted after its address', () => {
	fc.assert(
		fc.property(
			installation,
			pastedPath,
			fc.constantFrom('', '?page=2', '#top'),
			noise,
			noise,
			(address, path, query, before, after) => {
				// A part of the path is taken for a language code only before the documentation.
				fc.pre(!(path.startsWith('/api-doc') && /\/[a-z]{2}([-_][a-z]{2,4})?$/.test(address)));
				const { origin, pathname } = new URL(address);
				const expected = `${origin}${pathname.replace(/\/$/, '')}/api`;
				expect(apiUrl(before + address + path + query + after)).toBe(expected);
			},
		),
	);
});

test("the API's address stays as it is", () => {
	fc.assert(
		fc.property(installation, (address) => {
			const api = apiUrl(address);
			expect(apiUrl(api)).toBe(api);
		}),
	);
});

test('anything that is pasted becomes an http address or an error that says why', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.anything()), (pasted) => {
			let api;
			try {
				api = apiUrl(pasted);
			} catch (error) {
				expect(error).toMatchObject({
					message: expect.stringMatching(/^The credential's 'Base URL' /),
				});
				return;
			}
			expect(api).toMatch(/^https?:\/\/[^/@]+(\/.*)?\/api$/);
		}),
	);
});
