'use strict';

const { searchList } = require('../tools/engine/searchList');
const { useSandbox } = require('./support/sandbox');

const site = useSandbox({ profile: 'newer' });
const search = async (method, options) =>
	await searchList(
		method,
		{ baseUrl: site.current.url, apiKey: site.current.apiKey },
		{ parameters: { resource: 'flow', operation: 'create' }, ...options },
	);

describe('the list of websites', () => {
	test('shows name and host, and no secrets', async () => {
		const list = await search('getWebsites');

		expect(list.results).toEqual([
			{ name: 'Main shop (shop.example.com)', value: 1 },
			{ name: '示例博客 (blog.example.com/news)', value: 2 },
			{ name: 'Księgarnia Łódź (ksiegarnia.example.pl)', value: 5 },
		]);
		expect(JSON.stringify(list)).not.toMatch(/secret|key/);
	});

	test.each([
		['SHOP', [1]],
		['blog.example', [2]],
		['łódź', [5]],
		['5', [5]],
		['  main ', [1]],
		['nothing like it', []],
	])('is searched for %j', async (filter, ids) => {
		const { results } = await search('getWebsites', { filter });
		expect(results.map(({ value }) => value)).toEqual(ids);
	});

	test('shows the ID of a website without a name or host', async () => {
		site.current.websites.push({ id: 7, name: '', host: null, path: null });
		const { results } = await search('getWebsites');
		expect(results.at(-1)).toEqual({ name: 'Website 7', value: 7 });
	});
});

test('a list fails at once if the installation asks for a long wait, as somebody is looking at it', async () => {
	site.current.faults.add({
		on: { operation: 'websites' },
		answer: { kind: 'rateLimited', resetSeconds: 30 },
	});
	await expect(search('getWebsites')).rejects.toThrow(
		'The installation accepts no more requests for now (HTTP 429)',
	);
});

describe('the list of flows', () => {
	test('comes in parts of a hundred, with each flow once', async () => {
		site.current.addFlows(250, (i) => ({ name: `Flow ${i}` }));
		const first = await search('getFlows');
		const second = await search('getFlows', { paginationToken: first.paginationToken });
		const third = await search('getFlows', { paginationToken: second.paginationToken });

		expect([first, second, third].map(({ results }) => results.length)).toEqual([100, 100, 50]);
		const ids = [first, second, third].flatMap(({ results }) => results.map(({ value }) => value));
		expect(new Set(ids).size).toBe(250);
		expect(third.paginationToken).toBeUndefined();
	});

	test('shows the ID beside the name', async () => {
		site.current.addFlow({ id: 4, name: 'Welcome' });
		site.current.addFlow({ id: 9, name: 'Welcome' });
		const { results } = await search('getFlows');
		expect(results.map(({ name }) => name).sort()).toEqual(['Welcome (ID 4)', 'Welcome (ID 9)']);
	});

	test('is searched to its end on an installation that can’t search', async () => {
		site.current.behaviour.newerListParameters = false;
		site.current.addFlows(2300, (i) => ({ name: i === 10 ? 'needle' : `hay ${i}` }));
		const { results, paginationToken } = await search('getFlows', { filter: 'Needle' });
		expect(results).toEqual([{ name: 'needle (ID 11)', value: 11 }]);
		expect(paginationToken).toBeUndefined();
	});
});

describe('the list of segments', () => {
	const all = { name: 'All Subscribers', value: 'all' };
	const vip = { name: 'VIP (ID 12)', value: 12 };
	const returning = { name: 'Returning customers (ID 11)', value: 11 };
	const chinese = { name: '中文读者 (ID 15)', value: 15 };

	test('begins with all subscribers', async () => {
		const { results } = await search('getSegments');
		expect(results).toEqual([all, returning, vip, chinese]);
	});

	test.each([
		['create', { websiteId: { mode: 'list', value: 1 } }, [all, returning, vip]],
		['create', { websiteId: { mode: 'id', value: '2' } }, [all, chinese]],
		['create', { websiteId: { mode: 'list', value: '' } }, [all, returning, vip, chinese]],
		[
			'create',
			{ websiteId: { mode: 'id', value: '={{ $json.w }}' } },
			[all, returning, vip, chinese],
		],
		['update', { updateFields: { websiteId: { mode: 'list', value: 2 } } }, [all, chinese]],
		['update', { websiteId: { mode: 'list', value: 2 } }, [all, returning, vip, chinese]],
	])(
		'contains those of the website chosen in the form: %s %j',
		async (operation, parameters, expected) => {
			const { results } = await search('getSegments', {
				parameters: { resource: 'flow', operation, ...parameters },
			});
			expect(results).toEqual(expected);
		},
	);

	test.each([
		['vip', [vip]],
		['all', [all]],
		['subscribers', [all]],
	])('is searched for %j', async (filter, expected) => {
		const { results } = await search('getSegments', { filter });
		expect(results).toEqual(expected);
	});

	test('has all subscribers once, in its first part', async () => {
		for (let id = 100; id < 250; id += 1) {
			site.current.segments.push({ id, website_id: 1, name: `S${id}`, type: 'custom' });
		}
		const first = await search('getSegments');
		const second = await search('getSegments', { paginationToken: first.paginationToken });

		expect(first.results[0]).toEqual(all);
		expect(second.results).not.toContainEqual(all);
		expect(first.results.length + second.results.length).toBe(1 + 3 + 150);
	});
});

describe('a list that can’t be loaded', () => {
	test.each([
		['getWebsites', 'websitesList', 'websites'],
		['getSegments', 'segmentsList', 'segments'],
	])('%s: the error says so, and what to do', async (method, list, plural) => {
		site.current.behaviour[list] = false;
		const error = await search(method).catch((reason) => reason);

		expect(error.name).toBe('NodeApiError');
		expect(error.message).toBe(`This installation doesn't provide a list of ${plural} (HTTP 404)`);
		expect(error.description).toMatch(/Or choose 'By ID'\.$/);
	});
});
