'use strict';

const { byId, newFlow, runNode } = require('./support/run');
const { useSandbox } = require('./support/sandbox');
const { png } = require('./support/files');

const site = useSandbox({ profile: 'btools' });

const { binary: picture } = png();

/** Runs one item that fails, with other fields than the node's own. */
async function fail(json, { binary, onError = 'continueErrorOutput', fields = {} } = {}) {
	const result = await runNode(site.current, 'create', newFlow({ title: ' ', ...fields }), {
		items: [{ json, ...(binary && { binary }) }],
		settings: { onError },
	});
	expect(result.error).toBeUndefined();
	return onError === 'continueErrorOutput' ? result.errorOutput : result.output;
}

describe('on the error output, a failed item', () => {
	test('has its own fields, and the failure beside them', async () => {
		const [item] = await fail({ row: 7, nested: { a: [1] } });
		expect(item).toEqual({
			json: {
				row: 7,
				nested: { a: [1] },
				error: "'Title' is empty",
				message: expect.stringMatching(/^Fill in 'Title'\./),
			},
			pairedItem: { item: 0 },
		});
	});

	test.each(['Hello there', '', null, 0, { text: 'Hello' }])(
		'keeps its own message %j, and the failure says what to do',
		async (message) => {
			const [{ json }] = await fail({ row: 7, message });
			expect(json).toEqual({
				row: 7,
				message,
				error: expect.stringMatching(/^'Title' is empty\. Fill in 'Title'\./),
			});
		},
	);

	test.each([
		['data', { data: picture }],
		['two fields', { first: picture, second: picture }],
	])('keeps its file in %s', async (_, binary) => {
		const [item] = await fail({ row: 7 }, { binary });
		expect(item.binary).toEqual(binary);
		expect(item.json.row).toBe(7);
	});

	test('keeps its file and message if the installation refused the file', async () => {
		site.current.behaviour.maxImageBytes = 10;
		const binary = { data: picture };
		const [item] = await fail(
			{ message: 'mine' },
			{ binary, fields: { title: 'Hello', additionalFields: { image: 'data' } } },
		);
		expect(item.json.message).toBe('mine');
		expect(item.json.error).toMatch(/^The installation refused this: /);
		expect(item.binary).toEqual(binary);
	});

	test('keeps them for a read, an update and a delete as well', async () => {
		const json = { id: 'x', message: 'mine' };
		const binary = { data: picture };
		for (const operation of ['get', 'update', 'delete']) {
			const { errorOutput } = await runNode(
				site.current,
				operation,
				{ flowId: byId('={{ $json.id }}'), updateFields: { title: 'New' } },
				{ items: [{ json, binary }], settings: { onError: 'continueErrorOutput' } },
			);
			expect(errorOutput).toEqual([
				{
					json: { ...json, error: expect.stringMatching(/^'Flow' is not an ID: 'x'\. /) },
					binary,
					pairedItem: { item: 0 },
				},
			]);
		}
	});

	test('belongs to its own input among several', async () => {
		const { errorOutput, json } = await runNode(
			site.current,
			'create',
			newFlow({ title: '={{ $json.title }}' }),
			{
				items: [
					{ json: { title: ' ', message: 'first' }, binary: { data: picture } },
					{ json: { title: 'good', message: 'second' } },
					{ json: { title: ' ', row: 3 } },
				],
				settings: { onError: 'continueErrorOutput' },
			},
		);

		expect(json.map(({ title }) => title)).toEqual(['good']);
		expect(errorOutput).toEqual([
			{
				json: { title: ' ', message: 'first', error: expect.stringContaining('[item 0]') },
				binary: { data: picture },
				pairedItem: { item: 0 },
			},
			{
				json: {
					title: ' ',
					row: 3,
					error: "'Title' is empty [item 2]",
					message: expect.any(String),
				},
				pairedItem: { item: 2 },
			},
		]);
	});
});

test('in the regular output, a failed item has the failure and its file', async () => {
	const binary = { data: picture };
	const [item] = await fail({ row: 7 }, { binary, onError: 'continueRegularOutput' });
	expect(item).toEqual({
		json: { error: "'Title' is empty", message: expect.any(String) },
		binary,
		pairedItem: { item: 0 },
	});
});
