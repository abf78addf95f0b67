'use strict';

const {
	apiMessageIn,
	reportsError,
} = require('../build/modules/nodes/SixtySixPusher/transport/apiMessage');

// What the message becomes in an error is in response.test.js.

test.each([
	['a refusal', { message: 'Why' }, 400, 'Why'],
	['a success that reports an error', { success: false, message: 'Why' }, 200, 'Why'],
	['a success', { message: 'Stored' }, 200, ''],
	['a redirect', { message: 'Elsewhere' }, 399, ''],
])("the API's message is found in %s with %j (HTTP %i): %j", (_, body, status, message) => {
	expect(apiMessageIn(body, status)).toBe(message);
});

test.each([undefined, null, 'text', 7, [], [{ message: 'Why' }]])(
	'%j has no message from the API',
	(body) => {
		expect(apiMessageIn(body, 400)).toBe('');
	},
);

test.each([
	[{ status: 'ERROR' }, true],
	[{ success: false }, true],
	[{ errors: { ttl: 'Unknown' } }, true],
	[{ errors: [null] }, true],
	[{ error: 'Why' }, true],
	[{}, false],
	[{ status: 'success', success: true, errors: [], error: null }, false],
	[{ success: 'false' }, true],
	[{ ok: false }, true],
	[{ status: 404 }, true],
	[{ status: 200, ok: 1 }, false],
	[{ message: 'error' }, false],
])('%j reports an error: %j', (/** @type {any} */ body, expected) => {
	expect(reportsError(body)).toBe(expected);
});
