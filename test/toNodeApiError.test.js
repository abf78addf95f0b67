'use strict';

const { PusherError } = require('../build/modules/nodes/SixtySixPusher/errors/PusherError');
const { toNodeApiError } = require('../build/modules/nodes/SixtySixPusher/errors/toNodeApiError');

const node = {
	id: '1',
	name: 'Flows',
	type: 'x',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/**
 * @param {unknown} apiKey
 * @returns {any}
 */
const contextWith = (apiKey) => ({
	getNode: () => node,
	/** @param {string} name */
	async getCredentials(name) {
		if (name !== 'sixtySixPusherApi') throw new Error('no such credential');
		if (apiKey === undefined) throw new Error('not set');
		return { apiKey };
	},
});

/**
 * @param {unknown} error
 * @param {any} [options]
 * @returns {Promise<any>}
 */
const convert = async (error, options, apiKey = 'the-key') =>
	await toNodeApiError(contextWith(apiKey), error, options);

test('an error keeps its message and its description', async () => {
	const error = await convert(new PusherError('It failed', 'Do this.'));
	expect([error.message, error.description, error.httpCode]).toEqual([
		'It failed',
		'Do this.',
		null,
	]);
	expect(error.context.itemIndex).toBeUndefined();
});

test('an error of one of many items ends with its index, also the first', async () => {
	const options = { itemIndex: 0, isOneOfMany: true };
	const error = await convert(new PusherError('It failed', 'Do this.'), options);
	expect(error.message).toBe('It failed [item 0]');
	expect(error.context.itemIndex).toBe(0);
});

test('an error of the only item needs no index: n8n has it all the same', async () => {
	const error = await convert(new PusherError('It failed', 'Do this.'), { itemIndex: 0 });
	expect(error.message).toBe('It failed');
	expect(error.context.itemIndex).toBe(0);
});

test('progress is added to the description', async () => {
	const error = await convert(new PusherError('It failed', 'Do this.'), { progress: '1 of 2.' });
	expect(error.description).toBe('Do this. 1 of 2.');
	expect((await convert(new PusherError('It failed', ''), { progress: '1.' })).description).toBe(
		'1.',
	);
});

test('the status and the cause are passed on', async () => {
	const details = { status: 429, cause: 'rate-limited' };
	const error = await convert(new PusherError('It failed', 'Wait.', details));
	expect(error.httpCode).toBe('429');
	expect(error.failure).toEqual({ cause: 'rate-limited' });
	expect((await convert(new PusherError('It failed', 'Wait.'))).failure).toBeUndefined();
});

test('a message that contains a code such as ENOENT has words in its place', async () => {
	const message = 'Not sent: ENOENT, so nothing was done';
	const error = await convert(new PusherError(message, 'Wait. (ENOENT)'));
	expect(error.message).toBe('Not sent: something is missing, so nothing was done');
	// n8n leaves descriptions alone.
	expect(error.description).toBe('Wait. (ENOENT)');
});

test.each([
	['the-key', 'the-key, the-key', '*****, *****'],
	['Bearer the-key', 'Bearer the-key', 'Bearer *****'],
	['a"b', 'a"b a%22b', '***** *****'],
	['a&b', 'a&b a%26b', '***** *****'],
	['', 'nothing', 'nothing'],
	[undefined, 'nothing undefined', 'nothing undefined'],
])(
	'the key %j is redacted in message and description: %s becomes %s',
	async (apiKey, text, redacted) => {
		const error = await toNodeApiError(contextWith(apiKey), new PusherError(text, text), {
			progress: text,
		});
		expect(error.message).toBe(redacted);
		expect(error.description).toBe(`${redacted} ${redacted}`);
	},
);

describe('an unexpected error', () => {
	/** @param {unknown} error */
	const textsOf = async (error) => {
		const { message, description } = await convert(error);
		return [message, description];
	};

	test('keeps its message, and its description if it has one', async () => {
		expect(await textsOf(Object.assign(new Error('Oh'), { description: 'Why' }))).toEqual([
			'Oh',
			'Why',
		]);
		expect(await textsOf(new Error('Oh'))).toEqual(['Oh', 'Check the parameters of the node.']);
		expect(await textsOf('Oh')).toEqual(['Oh', 'Check the parameters of the node.']);
	});

	test('keeps no description that is not text', async () => {
		const error = Object.assign(new Error('Oh'), { description: { headers: 'x' } });
		expect(await textsOf(error)).toEqual(['Oh', 'Check the parameters of the node.']);
	});

	test('keeps nothing else', async () => {
		const cause = Object.assign(new Error('Oh'), {
			config: { headers: { Authorization: 'secret' } },
		});
		expect(JSON.stringify(await convert(cause))).not.toContain('secret');
	});
});
