'use strict';

const { byId, newFlow, runNode } = require('./support/run');
const { useSandbox } = require('./support/sandbox');

const site = useSandbox({ profile: 'btools' });

const rows = (count) => Array.from({ length: count }, (_, n) => ({ json: { n: n + 1 } }));
const numbered = (more) => newFlow({ name: '={{ $json.n }}', ...more });
/** @param {{error: Error}} result */
const told = ({ error }) => `${error.message}. ${error.description}`;
const storedIds = () => site.current.flows().map(({ id }) => id);

/** Makes writes wait for each other, so that so many are under way when the first fails. */
function holdBack(count) {
	let arrived = 0;
	let letGo = () => {};
	const all = new Promise((resolve) => (letGo = resolve));
	site.current.onRequest(async ({ method }) => {
		if (method !== 'POST') return;
		arrived += 1;
		if (arrived >= count) letGo();
		await all;
	});
}

describe('a run that stops at an error names everything that was or may be stored', () => {
	test('on another website', async () => {
		Object.assign(site.current.behaviour, { websitesList: false, unknownWebsite: 'fallback' });
		holdBack(5);
		const result = await runNode(site.current, 'create', numbered({ websiteId: byId(999) }), {
			items: rows(12),
		});

		expect(storedIds()).toHaveLength(5);
		expect(result.error.description).toContain('No items were processed.');
		for (const id of storedIds()) {
			expect(told(result)).toContain(`Flow ${id} was stored with 'Website' 1 instead of 999 [item`);
		}
		expect(result.error.description).toMatch(/Created flows: [\d, ]+\./);
		for (const id of storedIds()) {
			expect(result.error.description).toMatch(new RegExp(`Created flows: [^.]*\\b${id}\\b`));
		}
	});

	test('without what was asked for', async () => {
		Object.assign(site.current.behaviour, { stripsTags: true });
		holdBack(3);
		const result = await runNode(site.current, 'create', numbered({ title: 'I <3 you' }), {
			items: rows(3),
		});
		expect(storedIds()).toHaveLength(3);
		for (const id of storedIds()) {
			expect(told(result)).toContain(`Flow ${id} was stored, but 'Title' is 'I' instead of`);
		}
	});

	test('if the responses were lost', async () => {
		holdBack(5);
		site.current.faults.add({
			on: { operation: 'create' },
			times: Infinity,
			carriedOut: true,
			answer: { kind: 'reset' },
		});
		const result = await runNode(site.current, 'create', numbered(), { items: rows(12) });

		const names = site.current.flows().map(({ name }) => Number(name));
		expect(names).toHaveLength(5);
		for (const name of names) {
			expect(told(result)).toMatch(
				new RegExp(`may or may not have been created: [^;.]* \\[item ${name - 1}\\]`),
			);
		}
		expect(result.error.description).toContain('No items were processed.');
	});

	test('if they could not be read back', async () => {
		holdBack(5);
		site.current.faults.add({
			on: { operation: 'get' },
			times: Infinity,
			answer: { status: 403, body: { errors: [{ title: 'Not you', status: 403 }] } },
		});
		const result = await runNode(site.current, 'create', numbered(), { items: rows(7) });
		expect(storedIds()).toHaveLength(5);
		for (const id of storedIds()) {
			expect(told(result)).toContain(`Flow ${id} was stored, but could not be read back`);
		}
	});

	test('if one was refused while others were stored', async () => {
		holdBack(5);
		site.current.faults.add({
			on: { operation: 'create' },
			skip: 2,
			answer: { status: 403, body: { errors: [{ title: 'Not today', status: 403 }] } },
		});
		const result = await runNode(site.current, 'create', numbered(), { items: rows(12) });

		expect(result.error.message).toMatch(/^The installation refused this: Not today/);
		const done = storedIds();
		expect(result.error.description).toContain(`${done.length} of 12 items were processed`);
		const [, created] = /Created flows: ([\d, ]+)\./.exec(result.error.description);
		expect(created.split(', ').map(Number).sort()).toEqual([...done].sort());
		expect(result.error.description).not.toContain('Other items');
	});

	test('if the others are updates whose responses were lost', async () => {
		site.current.addFlows(3);
		holdBack(3);
		site.current.faults.add({
			on: { operation: 'update' },
			times: Infinity,
			carriedOut: true,
			answer: { kind: 'reset' },
		});
		const result = await runNode(
			site.current,
			'update',
			{ flowId: byId('={{ $json.n }}'), updateFields: { title: 'New' } },
			{ items: rows(3) },
		);
		for (const id of storedIds()) {
			expect(told(result)).toContain(`Flow ${id} may or may not have been updated`);
		}
		expect(result.error.description).not.toContain('Created');
	});

	test('but no more than twenty, and how many more there are', async () => {
		site.current.faults.add({
			on: { operation: 'create' },
			skip: 30,
			times: Infinity,
			answer: { status: 403, body: { errors: [{ title: 'Not today', status: 403 }] } },
		});
		const { error } = await runNode(
			site.current,
			'create',
			numbered({ options: { returnFlow: false } }),
			{ items: rows(50) },
		);
		expect(error.description).toContain('30 of 50 items were processed');
		expect(error.description).toMatch(/Created flows: (\d+, ){20}and 10 more\.$/);
	});
});

describe('a single item', () => {
	test('is neither numbered nor counted', async () => {
		site.current.faults.add({ on: { operation: 'create' }, answer: { kind: 'reset' } });
		const { error } = await runNode(site.current, 'create', numbered(), { items: rows(1) });
		expect(error.message).toBe(
			'The flow may or may not have been created: the installation did not respond: the connection was closed',
		);
		expect(error.description).not.toMatch(/\[item|processed|Created/);
	});

	test('is neither numbered nor counted with Execute Once', async () => {
		site.current.faults.add({ on: { operation: 'create' }, answer: { kind: 'reset' } });
		const { error } = await runNode(site.current, 'create', numbered(), {
			items: rows(4),
			settings: { executeOnce: true },
		});
		expect(error.message).not.toContain('[item');
		expect(error.description).not.toContain('processed');
	});
});

test.each([
	['stopWorkflow', ({ error }) => error.message],
	['continueRegularOutput', ({ output }) => output[1].json.error],
	['continueErrorOutput', ({ errorOutput }) => errorOutput[0].json.error],
])('one of several items is named by its number: %s', async (onError, messageOf) => {
	const result = await runNode(site.current, 'create', newFlow({ title: '={{ $json.title }}' }), {
		items: [{ json: { title: 'a' } }, { json: { title: '' } }],
		settings: { onError },
	});
	expect(messageOf(result)).toBe("'Title' is empty [item 1]");
});
