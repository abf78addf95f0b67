'use strict';

const { MAJORS } = require('./support/majors');
const { useN8n } = require('./support/n8n');
const { byId, fromList, newFlow, runNode } = require('./support/workflows');

/** @typedef {'websites' | 'flows' | 'segments'} Kind */

/** @type {Record<Kind, [string, {path: string, parameters?: object}]>} */
const LISTS = {
	websites: ['getWebsites', { path: 'websiteId', parameters: { operation: 'create' } }],
	flows: ['getFlows', { path: 'flowId', parameters: { operation: 'get' } }],
	segments: ['getSegments', { path: 'additionalFields.segment' }],
};

/** @type {Kind[]} */
const KINDS = ['websites', 'flows', 'segments'];

/** @type {Kind[]} */
const MISSING = ['websites', 'segments'];

describe.each(MAJORS)('n8n %s: the list of', (major) => {
	const the = useN8n(major, { profile: 'newer' });
	/** @type {(kind: Kind, more?: {filter?: string, paginationToken?: unknown, parameters?: object}) => ReturnType<typeof the.api.list>} */
	const list = async (kind, more) => {
		const [method, query] = LISTS[kind];
		return await the.api.list(method, the.credential, { ...query, ...more });
	};
	/** @type {Record<Kind, (id: number, name: string) => unknown>} */
	const add = {
		websites: (id, name) =>
			the.sandbox.websites.push({
				...{ id, name, host: 'many.example', path: '' },
				keys: { public_key: '', private_key: '' },
			}),
		flows: (id, name) => the.sandbox.addFlow({ id, name }),
		segments: (id, name) =>
			the.sandbox.segments.push({ id, name, website_id: 1, type: 'custom', total_subscribers: 0 }),
	};

	describe.each(KINDS)('%s', (kind) => {
		const ids = Array.from({ length: 150 }, (_, n) => 1001 + n);
		beforeEach(() => {
			the.sandbox.websites.length = 0;
			the.sandbox.segments.length = 0;
			for (const id of ids) add[kind](id, `Entry ${id}`);
		});

		test('has a second page, and each entry only once', async () => {
			const first = await list(kind);
			const { paginationToken } = first;
			const second = await list(kind, { paginationToken });

			expect(second.paginationToken).toBeUndefined();
			const values = [...first.results, ...second.results].map(({ value }) => value);
			const all = kind === 'segments' ? ['all'] : [];
			expect(values.sort()).toEqual([...ids, ...all]);
		});

		test('can be searched beyond its first page', async () => {
			const { results } = await list(kind, { filter: 'entry 1149' });
			expect(results).toEqual([{ name: expect.stringMatching(/^Entry 1149 \(/), value: 1149 }]);
		});

		test('explains a wrong key', async () => {
			const data = { baseUrl: the.sandbox.url, apiKey: 'wrong' };
			the.credential = await the.api.createCredential('Wrong key', data);
			await expect(list(kind)).rejects.toThrow(/The installation does not accept the API key: /);
		});
	});

	test.each([
		['from the list', fromList(2)],
		['by ID', byId('2')],
	])('segments is that of the website selected %s', async (_, websiteId) => {
		const { results } = await list('segments', { parameters: { operation: 'create', websiteId } });
		expect(results).toEqual([
			{ name: 'All Subscribers', value: 'all' },
			{ name: '中文读者 (ID 15)', value: 15 },
		]);
	});
});

describe.each(MAJORS)('n8n %s: an installation without lists', (major) => {
	const the = useN8n(major, { profile: 'ospyo' });

	test.each(MISSING)('is reported instead of showing no %s', async (kind) => {
		const [method, query] = LISTS[kind];
		await expect(the.api.list(method, the.credential, query)).rejects.toThrow(
			`This installation gives no list of ${kind} (HTTP 404)`,
		);
	});

	test('accepts website and segment by ID', async () => {
		const parameters = newFlow({
			websiteId: byId('2'),
			additionalFields: { segment: byId('15') },
		});
		const { status } = await runNode(the, 'create', parameters);

		expect(status).toBe('success');
		expect(the.sandbox.flows()).toMatchObject([{ website_id: 2, stored: { segment: '15' } }]);
	});
});
