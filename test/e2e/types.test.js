'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const {
	CREDENTIAL_TYPE,
	NODE_TYPE,
	PACKAGE_VERSION,
	TOOL_TYPE,
} = require('../../tools/n8n/nodePackage');
const { MAJORS } = require('./support/majors');
const { runningN8n } = require('./support/n8n');

const repository = (path) => readFileSync(join(__dirname, '../..', path), 'utf8');
const ICONS = { light: 'icons/66pusher.svg', dark: 'icons/66pusher.dark.svg' };

describe.each(MAJORS)('n8n %s', (major) => {
	const { n8n, api } = runningN8n(major);
	/** What n8n tells its editor. */
	const told = {};
	beforeAll(async () => {
		told.node = await api.type('nodes', NODE_TYPE);
		told.tool = await api.type('nodes', TOOL_TYPE);
		told.credential = await api.type('credentials', CREDENTIAL_TYPE);
	});

	test('loads the node as a community node', () => {
		expect(NODE_TYPE).toBe('n8n-nodes-66pusher.sixtySixPusher');
		expect(told.node).toMatchObject({
			displayName: '66pusher',
			communityNodePackageVersion: PACKAGE_VERSION,
			credentials: [{ name: CREDENTIAL_TYPE, required: true }],
		});
		const operation = told.node.properties.find(({ name }) => name === 'operation');
		expect(operation.options.map(({ action }) => action)).toEqual([
			'Create flow',
			'Delete flow',
			'Get flow',
			'Get many flows',
			'Update flow',
			// n8n's own entry, which stands below the operations of every node that has a credential.
			undefined,
		]);
	});

	test('offers it as a tool for agents too', () => {
		expect(told.tool).toMatchObject({ displayName: '66pusher Tool', outputs: ['ai_tool'] });
	});

	test('loads the credential, for this node', () => {
		expect(told.credential).toMatchObject({
			displayName: '66pusher API',
			supportedNodes: expect.arrayContaining([NODE_TYPE]),
		});
	});

	test('finds the node by its aliases and categories', () => {
		const codex = JSON.parse(repository('nodes/SixtySixPusher/SixtySixPusher.node.json'));
		const { alias, categories, resources } = codex;
		expect(told.node.codex).toEqual({ alias, categories, resources });
		expect(alias).toEqual(expect.arrayContaining(['push', 'notification', 'Ospyo', 'BTools']));
	});

	test.each(['node', 'tool', 'credential'])('serves the icons of the %s', async (kind) => {
		for (const [theme, file] of Object.entries(ICONS)) {
			const reply = await fetch(`${n8n.url}/${told[kind].iconUrl[theme]}`);
			expect(reply.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
			await expect(reply.text()).resolves.toBe(repository(file));
		}
	});

	test.each(['create', 'delete', 'get', 'getAll', 'update'])(
		'serves the schema of %s',
		async (operation) => {
			const path = `flow/${operation}.json`;
			const reply = await fetch(`${n8n.url}/schemas/${NODE_TYPE}/1.0.0/${path}`);
			const schema = repository(`dist/nodes/SixtySixPusher/__schema__/v1.0.0/${path}`);
			await expect(reply.json()).resolves.toEqual(JSON.parse(schema));
		},
	);
});
