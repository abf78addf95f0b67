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

/** @param {string} path in the repository */
const repository = (path) => readFileSync(join(__dirname, '../..', path), 'utf8');

describe.each(MAJORS)('n8n %s', (major) => {
	const { n8n, api } = runningN8n(major);

	test('has the node, from a community package', async () => {
		const node = await api.nodeType(NODE_TYPE);
		expect(NODE_TYPE).toBe('n8n-nodes-66pusher.sixtySixPusher');
		expect(node).toMatchObject({
			displayName: '66pusher',
			communityNodePackageVersion: PACKAGE_VERSION,
			credentials: [{ name: CREDENTIAL_TYPE, required: true }],
		});
		const operation = node.properties.find(({ name }) => name === 'operation');
		const actions = operation?.options?.map((option) => 'action' in option && option.action);
		expect(actions).toEqual([
			'Create flow',
			'Create or update flow',
			'Delete flow',
			'Get flow',
			'Get many flows',
			'Update flow',
			// n8n's own entry, below the operations of every node that has a credential.
			false,
		]);
	});

	test('has it as a tool for agents too', async () => {
		await expect(api.nodeType(TOOL_TYPE)).resolves.toMatchObject({
			displayName: '66pusher Tool',
			outputs: ['ai_tool'],
		});
	});

	test('has the credential, for this node', async () => {
		await expect(api.credentialType(CREDENTIAL_TYPE)).resolves.toMatchObject({
			displayName: '66pusher API',
			supportedNodes: expect.arrayContaining([NODE_TYPE]),
		});
	});

	test('knows the words that people search for', async () => {
		const codex = JSON.parse(repository('nodes/SixtySixPusher/SixtySixPusher.node.json'));
		const { alias, categories, resources } = codex;
		await expect(api.nodeType(NODE_TYPE)).resolves.toMatchObject({
			codex: { alias, categories, resources },
		});
		expect(alias).toEqual(expect.arrayContaining(['push', 'notification', 'Ospyo', 'BTools']));
	});

	test.each([
		['node', async () => await api.nodeType(NODE_TYPE)],
		['tool', async () => await api.nodeType(TOOL_TYPE)],
		['credential', async () => await api.credentialType(CREDENTIAL_TYPE)],
	])('serves the icons of the %s', async (_, load) => {
		const { iconUrl } = await load();
		const { light, dark } = iconUrl instanceof Object ? iconUrl : {};
		const served = [
			[light, 'icons/66pusher.svg'],
			[dark, 'icons/66pusher.dark.svg'],
		];
		for (const [url, file = ''] of served) {
			const reply = await fetch(`${n8n.url}/${url}`);
			expect(reply.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
			await expect(reply.text()).resolves.toBe(repository(file));
		}
	});

	test.each(['create', 'delete', 'get', 'getAll', 'update'])(
		'serves the output schema of %s',
		async (operation) => {
			const path = `flow/${operation}.json`;
			const reply = await fetch(`${n8n.url}/schemas/${NODE_TYPE}/1.0.0/${path}`);
			const schema = repository(`dist/nodes/SixtySixPusher/__schema__/v1.0.0/${path}`);
			await expect(reply.json()).resolves.toEqual(JSON.parse(schema));
		},
	);
});
