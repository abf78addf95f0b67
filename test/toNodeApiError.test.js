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
const context = (apiKey) => ({
	getNode: () => node,
	async getCredentials(name) {
		if (name !== 'sixtySixPusherApi') throw new Error('no such credential');
		if (apiKey === undefined) throw new Error('not set');
		return { apiKey };
	},
});
const toError = async (error, options, apiKey = 'the-key') =>
	await toNodeApiError(context(apiKey), error, options);

test('a failure becomes its message and its advice', async () => {
	const error = await toError(new PusherError('It failed', 'Do this.'));
	expect([error.message, error.description, error.httpCode]).toEqual([
		'It failed',
		'Do this.',
		null,
	]);
	expect(error.context.itemIndex).toBeUndefined();
});

test('of an item, its number stands behind, also the first', async () => {
	const error = await toError(new PusherError('It failed', 'Do this.'), { itemIndex: 0 });
	expect(error.message).toBe('It failed [item 0]');
	expect(error.context.itemIndex).toBe(0);
});

test('how far the run got stands behind the advice', async () => {
	const error = await toError(new PusherError('It failed', 'Do this.'), { progress: '1 of 2.' });
	expect(error.description).toBe('Do this. 1 of 2.');
	expect((await toError(new PusherError('It failed', ''), { progress: '1.' })).description).toBe(
		'1.',
	);
});

test('the status and the cause are passed on', async () => {
	const details = { status: 429, cause: 'rate-limited' };
	const error = await toError(new PusherError('It failed', 'Wait.', details));
	expect(error.httpCode).toBe('429');
	expect(error.failure).toEqual({ cause: 'rate-limited' });
	expect((await toError(new PusherError('It failed', 'Wait.'))).failure).toBeUndefined();
});

test('a code in the message is left as it is', async () => {
	const message = 'No connection to the installation (ENOENT), so nothing was sent';
	expect((await toError(new PusherError(message, 'Wait.'))).message).toBe(message);
});

test.each([
	['the-key', 'the-key, the-key', '*****, *****'],
	['Bearer the-key', 'Bearer the-key', 'Bearer *****'],
	['a"b', 'a"b a%22b', '***** *****'],
	['a&b', 'a&b a%26b', '***** *****'],
	['', 'nothing', 'nothing'],
	[undefined, 'nothing undefined', 'nothing undefined'],
])('the key %j is hidden in message and advice: %s', async (apiKey, said, shown) => {
	const error = await toNodeApiError(context(apiKey), new PusherError(said, said), {
		progress: said,
	});
	expect(error.message).toBe(shown);
	expect(error.description).toBe(`${shown} ${shown}`);
});

describe('what nobody foresaw', () => {
	const other = async (error) => {
		const { message, description } = await toError(error);
		return [message, description];
	};

	test('keeps its words', async () => {
		expect(await other(Object.assign(new Error('Oh'), { description: 'Why' }))).toEqual([
			'Oh',
			'Why',
		]);
		expect(await other(new Error('Oh'))).toEqual(['Oh', 'Check the parameters of the node.']);
		expect(await other('Oh')).toEqual(['Oh', 'Check the parameters of the node.']);
	});

	test('keeps nothing that is no text', async () => {
		const error = Object.assign(new Error('Oh'), { description: { headers: 'x' } });
		expect(await other(error)).toEqual(['Oh', 'Check the parameters of the node.']);
	});

	test('keeps nothing of the error itself', async () => {
		const cause = Object.assign(new Error('Oh'), {
			config: { headers: { Authorization: 'secret' } },
		});
		expect(JSON.stringify(await toError(cause))).not.toContain('secret');
	});
});
