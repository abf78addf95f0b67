'use strict';

const { idsOf, useInstallation } = require('./client');

const site = useInstallation();
const set = (behaviour) => Object.assign(site.sandbox.behaviour, behaviour);
const page = async (query) => (await site.get('flows', query)).body;

describe('pages', () => {
	test.each([
		['25 unless told otherwise', {}, 25, 3],
		['10', { results_per_page: '10' }, 10, 6],
		['a size that is not allowed', { results_per_page: '30' }, 25, 3],
		['the last page', { results_per_page: '50', page: '2' }, 10, 2],
		['a page behind the last', { page: '9' }, 0, 3],
	])('%s', async (_, query, count, pages) => {
		site.sandbox.addFlows(60);
		const { data, meta } = await page(query);
		expect(data).toHaveLength(count);
		expect(meta).toMatchObject({ total: 60, total_pages: pages });
	});

	test.each([
		['honest', { pageCap: 25 }, { results_per_page: 25, total: 60, total_pages: 3 }],
		[
			'told as if there were none',
			{ pageCap: 25, pageCapInMeta: false },
			{ results_per_page: 100, total: 60, total_pages: 1 },
		],
	])('a cap on the page size, %s', async (_, behaviour, meta) => {
		set(behaviour);
		site.sandbox.addFlows(60);
		const first = await page({ results_per_page: '100' });
		expect(first.data).toHaveLength(25);
		expect(first.meta).toMatchObject(meta);
		expect(first.links.next).toMatch(/page=2$/);
		const third = await page({ results_per_page: '100', page: '3' });
		expect(idsOf(third)).toHaveLength(10);
		expect(third.links.next).toBeNull();
	});

	test.each([
		['without meta', { withMeta: false }, undefined],
		['without a total', { withTotal: false }, { page: 1, results_per_page: 25, total_pages: 3 }],
		['a wrong total', { totalError: -1 }, { total: 59 }],
		['another name', { totalName: 'total_results' }, { total_results: 60 }],
		['text', { pageAsText: true, totalPagesAsText: true }, { page: '1', total_pages: '3' }],
	])('totals: %s', async (_, behaviour, expected) => {
		set(behaviour);
		site.sandbox.addFlows(60);
		const { meta } = await page({});
		if (expected) expect(meta).toMatchObject(expected);
		else expect(meta).toBeUndefined();
		if (behaviour.withTotal === false) expect(meta).not.toHaveProperty('total');
	});
});

describe('order', () => {
	beforeEach(() => {
		const day = (number) => `2026-01-0${number} 00:00:00`;
		site.sandbox.addFlow({ id: 2, name: 'b', datetime: day(1), last_datetime: day(9) });
		site.sandbox.addFlow({ id: 1, name: 'c', datetime: day(2), last_datetime: null });
		site.sandbox.addFlow({ id: 3, name: 'a', datetime: day(3), last_datetime: day(4) });
	});

	test.each([
		['newest', [3, 2, 1]],
		['oldest', [1, 2, 3]],
		['lastActivity', [2, 3, 1]],
	])('%s first, where none is asked for', async (defaultOrder, ids) => {
		set({ defaultOrder });
		expect(idsOf(await page({}))).toEqual(ids);
	});

	test('may be none that a client could rely on', async () => {
		set({ defaultOrder: 'none' });
		site.sandbox.addFlows(20);
		const ids = idsOf(await page({}));
		expect(ids).not.toEqual([...ids].sort((a, b) => a - b));
		expect(idsOf(await page({}))).toEqual(ids);
	});

	test.each([
		[true, { order_by: 'name', order_type: 'ASC' }, [3, 2, 1]],
		[true, { order_by: 'flow_id', order_type: 'DESC' }, [3, 2, 1]],
		[true, { order_by: 'segment', order_type: 'ASC' }, [1, 2, 3]],
		[false, { order_by: 'name', order_type: 'ASC' }, [1, 2, 3]],
	])('newer parameters %s: %j', async (newerListParameters, query, ids) => {
		set({ newerListParameters });
		expect(idsOf(await page(query))).toEqual(ids);
	});
});

test.each([
	['lodz', 'Łódź', true],
	['tromso', 'Tromsø', true],
	['strasse', 'Straße', true],
	['ガ', 'か', true],
	['ปี', 'ปลา', false],
	['%', 'Sale', false],
])('a search for %s that folds letters: %s is found: %s', async (search, name, found) => {
	set({ newerListParameters: true, searchFolds: true });
	site.sandbox.addFlow({ name });
	expect((await page({ search })).data).toHaveLength(found ? 1 : 0);
	set({ searchFolds: false });
	expect((await page({ search })).data).toHaveLength(0);
});

describe('what happens between two requests', () => {
	test('can be done by a test, before any of them', async () => {
		site.sandbox.addFlows(30);
		const end = site.sandbox.onRequest(({ query }) => {
			if (query.page === '2') site.sandbox.addFlow();
		});
		expect((await page({ page: '1' })).meta.total).toBe(30);
		expect((await page({ page: '2' })).meta.total).toBe(31);
		end();
		expect((await page({ page: '2' })).meta.total).toBe(31);
	});

	test('may take its time', async () => {
		site.sandbox.onRequest(async () => {
			await new Promise((resolve) => setTimeout(resolve, 5));
			site.sandbox.addFlow();
		});
		expect((await page({})).meta.total).toBe(1);
	});

	test('can be a fault that leaves the answer as it is', async () => {
		site.sandbox.addFlows(3);
		site.sandbox.faults.add({
			on: { operation: 'list' },
			answer: { kind: 'before', run: () => site.sandbox.addFlow() },
		});
		expect((await page({})).data).toHaveLength(4);
		expect((await page({})).data).toHaveLength(4);
	});
});

test.each([
	['segments', 'text/html; charset=utf-8'],
	['segments.get', 'application/json'],
])('what is missing (%s) answers 404, as %s', async (missing, type) => {
	set({ missing: [missing] });
	const { headers, status } = await site.get('segments/11');
	expect([status, headers.get('content-type')]).toEqual([404, type]);
	expect((await site.get('websites')).status).toBe(200);
});
