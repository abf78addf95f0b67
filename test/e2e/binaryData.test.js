'use strict';

const { randomBytes } = require('node:crypto');
const { startN8nInstance } = require('../../tools/n8n/instance');
const { startSandbox } = require('../../tools/sandbox');
const { exampleImage } = require('./support/files');
const { credentialFor, runningN8n } = require('./support/n8n');
const { newFlow, NODE, node, pusher, TRIGGER, withItems } = require('./support/workflows');

/**
 * Where n8n keeps files, and what the file of an item looks like then.
 *
 * @type {Array<[import('./support/majors').Major, string, object]>}
 */
const PLACES = [
	['2', 'filesystem', { id: expect.stringMatching(/^filesystem-v2:/) }],
	['2', 'database', { id: expect.stringMatching(/^database:/) }],
	['1', 'default', { data: expect.stringMatching(/^iVBORw0KGgo/) }],
	['1', 'filesystem', { id: expect.stringMatching(/^filesystem-v2:/) }],
];

/** Where it keeps them by default. */
const DEFAULTS = { 1: 'default', 2: 'filesystem' };

describe.each(PLACES)('n8n %s that keeps files in its %s', (major, mode, kept) => {
	/** @type {{api: import('../../tools/n8n/n8nApi').N8nApi, stop: () => Promise<void>} | undefined} */
	let instance;
	/** @type {Awaited<ReturnType<typeof startSandbox>> | undefined} */
	let sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
		const env = { N8N_DEFAULT_BINARY_DATA_MODE: mode };
		instance =
			mode === DEFAULTS[major]
				? { ...runningN8n(major), stop: async () => {} }
				: await startN8nInstance({ major, tarball: process.env.E2E_TARBALL, env });
	});
	afterAll(async () => {
		await instance?.stop();
		await sandbox?.stop();
	});

	test('sends an image byte for byte', async () => {
		if (!instance || !sandbox) throw new Error('n8n or the sandbox did not start');
		// A PNG may be followed by anything. This makes it too long for one chunk of a stream.
		const bytes = Buffer.concat([exampleImage(), randomBytes(1_500_000)]);
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
		const credential = await credentialFor(instance.api, sandbox);
		const file = withItems(
			[{ base64: bytes.toString('base64') }],
			toFile,
			pusher('create', parameters, credential),
		);
		const execution = await instance.api.run(await instance.api.createWorkflow(file), TRIGGER);

		expect(execution).toMatchObject({ status: 'success', errors: [] });
		expect(execution.output('To file')[0]?.binary?.data).toMatchObject(kept);
		const image = sandbox.flows()[0]?.stored.image;
		expect(image).toMatchObject({ fileName: '图片 1.png', type: 'image/png' });
		expect(image?.bytes?.equals(bytes)).toBe(true);
		expect(execution.output(NODE)[0]?.json.image_url).toContain('/uploads/flows/1-');
	});
});
