'use strict';

const { byId, newFlow, runNode } = require('./support/run');
const { useSandbox } = require('./support/sandbox');

const site = useSandbox({ profile: 'newer' });

const website = { id: 1, keys: { public_key: 'public', private_key: 'private' } };

/** Makes the installation include a flow's website, with its private key. */
function includeWebsite(operation) {
	site.current.faults.add({
		on: { operation },
		times: Infinity,
		answer: {
			kind: 'change',
			with: (_, answer) => {
				const { data } = answer.body;
				const flows = [data]
					.flat()
					.map((flow) => ({ ...flow, website, user: { api_key: 'secret' } }));
				return {
					...answer,
					body: { ...answer.body, data: Array.isArray(data) ? flows : flows[0] },
				};
			},
		},
	});
}

test.each([
	['create', 'create', newFlow()],
	['update', 'update', { flowId: byId(1), updateFields: { title: 'x' } }],
	['get', 'get', { flowId: byId(1) }],
	['getAll', 'list', {}],
])(
	'%s leaves private keys out of the unsimplified flow',
	async (operation, sandboxName, parameters) => {
		site.current.addFlow({ id: 1 });
		includeWebsite(sandboxName);
		const { json } = await runNode(site.current, operation, { ...parameters, simplify: false });

		expect(json[0].website).toEqual({ id: 1, keys: { public_key: 'public' } });
		expect(JSON.stringify(json)).not.toMatch(/private|secret/);
	},
);

const refuseWith = (title) =>
	site.current.faults.add({
		on: { operation: 'list' },
		beforeAuth: true,
		answer: {
			status: 403,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ errors: [{ title, status: 403 }] }),
		},
	});

test.each([
	['pasted with its header', 'Bearer sandbox-key-of-this-test', 'sandbox-key-of-this-test'],
	['of characters that are encoded in an address', 'a"key<of>this', 'a%22key%3Cof%3Ethis'],
])('a key %s is hidden if a refusal repeats it', async (_, apiKey, shown) => {
	const bare = apiKey.replace('Bearer ', '');
	refuseWith(`Not with ${bare} or ${shown}`);
	const { error } = await runNode(site.current, 'getAll', {}, { credential: { apiKey } });
	expect(error.message).toBe(
		'The installation refused this: Not with ***** or ***** (HTTP 403) [item 0]',
	);
});

test('a key is hidden if the quote of a refusal is cut off within it', async () => {
	const apiKey = 'k'.repeat(32);
	refuseWith(`${'word '.repeat(57)}${apiKey}`);
	const { error } = await runNode(site.current, 'getAll', {}, { credential: { apiKey } });
	expect(error.message).not.toContain('kk');
	expect(error.message).toContain('word …');
});

test.each([
	['with letters of another script', 'schlüssel-密钥'],
	['with a line break in it', 'first\nX-Other: second'],
	['with a space in it', 'two words'],
	['that is empty', ' '],
])('a key %s is neither sent nor repeated in the error', async (_, apiKey) => {
	const { error } = await runNode(site.current, 'getAll', {}, { credential: { apiKey } });

	expect(error.message).toMatch(/^The credential's 'API Key' (is empty|contains characters)/);
	if (apiKey.trim() !== '') expect(JSON.stringify(error)).not.toContain(apiKey.split('\n')[0]);
	expect(site.current.requests).toEqual([]);
});
