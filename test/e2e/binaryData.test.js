'use strict';

const { randomBytes } = require('node:crypto');
const { startN8nInstance } = require('../../tools/n8n/instance');
const { startSandbox } = require('../../tools/sandbox');
const { examplePicture } = require('./support/files');
const { credentialFor, runningN8n } = require('./support/n8n');
const { newFlow, NODE, node, pusher, TRIGGER, withItems } = require('./support/workflows');

/** Where n8n keeps files, and by what the file of an item shows it. */
const PLACES = [
	['2', 'filesystem', { id: expect.stringMatching(/^filesystem-v2:/) }],
	['2', 'database', { id: expect.stringMatching(/^database:/) }],
	['1', 'default', { data: expect.stringMatching(/^iVBORw0KGgo/) }],
	['1', 'filesystem', { id: expect.stringMatching(/^filesystem-v2:/) }],
];

/** Where it keeps them when nobody says otherwise. */
const USUAL = { 1: 'default', 2: 'filesystem' };

describe.each(PLACES)('n8n %s that keeps files in its %s', (major, mode, kept) => {
	let trial;
	let sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
		const env = { N8N_DEFAULT_BINARY_DATA_MODE: mode };
		trial =
			mode === USUAL[major]
				? { ...runningN8n(major), stop: async () => {} }
				: await startN8nInstance({ major, tarball: process.env.E2E_TARBALL, env });
	});
	afterAll(async () => {
		await trial?.stop();
		await sandbox.stop();
	});

	test('sends a picture byte for byte', async () => {
		// Behind a PNG's end may stand anything; it makes this one too long for one piece of a stream.
		const bytes = Buffer.concat([examplePicture(), randomBytes(1_500_000)]);
		const toFile = node(
			'To file',
			'n8n-nodes-base.convertToFile',
			{
				operation: 'toBinary',
				sourceProperty: 'base64',
				options: { fileName: '图片 1.png', mimeType: 'image/png' },
			},
			{ typeVersion: 1.1 },
		);
		const parameters = newFlow({ additionalFields: { image: 'data' } });
		const credential = await credentialFor(trial.api, sandbox);
		const file = withItems(
			[{ base64: bytes.toString('base64') }],
			toFile,
			pusher('create', parameters, credential),
		);
		const execution = await trial.api.run(await trial.api.createWorkflow(file), TRIGGER);

		expect(execution).toMatchObject({ status: 'success', errors: [] });
		expect(execution.output('To file')[0].binary.data).toMatchObject(kept);
		const [{ stored }] = sandbox.flows();
		expect(stored.image).toMatchObject({ fileName: '图片 1.png', type: 'image/png' });
		expect(stored.image.bytes.equals(bytes)).toBe(true);
		expect(execution.output(NODE)[0].json.image_url).toContain('/uploads/flows/1-');
	});
});
