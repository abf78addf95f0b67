'use strict';

const { runNode, byId } = require('./support/run');
const { useSandbox } = require('./support/sandbox');

const site = useSandbox({ profile: 'btools' });

const seed = (count) => site.current.addFlows(count, (i) => ({ name: `Flow ${i}` }));
const getAll = async (parameters, options) =>
	await runNode(site.current, 'getAll', parameters, options);
const requestedPages = () =>
	site.current.requests.map(({ query }) => [Number(query.page), Number(query.results_per_page)]);
const idsUpTo = (count) => Array.from({ length: count }, (_, i) => i + 1);
const sorted = (json) => json.map(({ id }) => id).sort((a, b) => a - b);

describe('Return All', () => {
	test.each([
		[0, 1],
		[1, 1],
		[1000, 1],
		[1001, 2],
		[2500, 3],
	])('returns each of %i flows once, in %i requests', async (count, requests) => {
		seed(count);
		const { json, error } = await getAll({ returnAll: true });

		expect(error).toBeUndefined();
		expect(sorted(json)).toEqual(idsUpTo(count));
		expect(requestedPages()).toEqual(idsUpTo(requests).map((page) => [page, 1000]));
	});

	test('returns 10,000 flows in 10 requests', async () => {
		seed(10_000);
		const { json } = await getAll({ returnAll: true });

		expect(new Set(json.map(({ id }) => id)).size).toBe(10_000);
		expect(site.current.requests).toHaveLength(10);
	});

	test('keeps the order of the installation', async () => {
		site.current.behaviour.defaultOrder = 'newest';
		seed(2100);
		const { json } = await getAll({ returnAll: true });

		expect(json.map(({ id }) => id)).toEqual(idsUpTo(2100).reverse());
	});
});

describe('Limit', () => {
	test.each([
		[1, [[1, 10]]],
		[10, [[1, 10]]],
		[11, [[1, 25]]],
		[50, [[1, 50]]],
		[101, [[1, 250]]],
		[999, [[1, 1000]]],
		[1000, [[1, 1000]]],
		[
			1001,
			[
				[1, 1000],
				[2, 1000],
			],
		],
	])(
		'of %i requests the smallest page that has room for it, and more pages if needed',
		async (limit, pages) => {
			seed(2100);
			const { json } = await getAll({ limit });

			expect(json).toHaveLength(limit);
			expect(new Set(sorted(json)).size).toBe(limit);
			expect(requestedPages()).toEqual(pages);
		},
	);

	test('is 50 by default', async () => {
		seed(60);
		const { json } = await getAll({});
		expect(json).toHaveLength(50);
	});

	test('that exceeds the list returns the list', async () => {
		seed(7);
		const { json } = await getAll({ limit: 20 });
		expect(json).toHaveLength(7);
		expect(requestedPages()).toEqual([[1, 25]]);
	});
});

describe('all flows are found despite', () => {
	test.each([
		['a total under another name', { totalName: 'total_results' }, 3],
		['a page number as text', { pageAsText: true }, 3],
		['a number of pages as text', { totalPagesAsText: true }, 3],
		['links to another host', { linksHost: 'elsewhere.example' }, 3],
		['links in another form', { linkQuery: '?&page=' }, 3],
		['no meta, which costs one more request', { withMeta: false }, 4],
	])('%s', async (_, behaviour, requests) => {
		Object.assign(site.current.behaviour, behaviour);
		seed(2500);
		const { json } = await getAll({ returnAll: true });

		expect(sorted(json)).toEqual(idsUpTo(2500));
		expect(requestedPages().map(([page]) => page)).toEqual(idsUpTo(requests));
	});

	test('pages that are shorter than requested', async () => {
		seed(120);
		site.current.faults.add({
			times: Infinity,
			on: { operation: 'list' },
			answer: { kind: 'change', with: shorterPages(50, (body) => body) },
		});
		const { json } = await getAll({ returnAll: true });

		expect(sorted(json)).toEqual(idsUpTo(120));
		expect(requestedPages().map(([page]) => page)).toEqual([1, 2, 3]);
	});

	test('shorter pages and no meta', async () => {
		seed(120);
		site.current.faults.add({
			times: Infinity,
			on: { operation: 'list' },
			answer: { kind: 'change', with: shorterPages(50, ({ data }) => ({ data })) },
		});
		const { json } = await getAll({ returnAll: true });

		expect(sorted(json)).toEqual(idsUpTo(120));
		expect(requestedPages().map(([page]) => page)).toEqual([1, 2, 3, 4]);
	});
});

describe('a list that changes while it is read', () => {
	test('returns no flow twice if flows are added at its start', async () => {
		site.current.behaviour.defaultOrder = 'newest';
		seed(1500);
		site.current.faults.add({
			on: { operation: 'list', query: { page: '1' } },
			answer: {
				kind: 'change',
				with(_, answer) {
					site.current.addFlows(40);
					return answer;
				},
			},
		});
		const { json } = await getAll({ returnAll: true });

		const ids = json.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toEqual(expect.arrayContaining(idsUpTo(1500)));
	});

	test('returns no flow twice if flows are deleted', async () => {
		seed(2500);
		site.current.faults.add({
			on: { operation: 'list', query: { page: '1' } },
			answer: {
				kind: 'change',
				with(_, answer) {
					const data = answer.body.data.slice(0, 990);
					return { ...answer, body: { ...answer.body, data } };
				},
			},
		});
		const { json } = await getAll({ returnAll: true });

		const ids = json.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toHaveLength(2490);
	});

	test('is read to the page that was added meanwhile', async () => {
		seed(1000);
		site.current.faults.add({
			on: { operation: 'list', query: { page: '1' } },
			answer: {
				kind: 'change',
				with(_, answer) {
					const data = answer.body.data.slice(0, 1000);
					return { ...answer, body: { data, meta: { total_pages: 2 } } };
				},
			},
		});
		seed(500);
		const { json } = await getAll({ returnAll: true });
		expect(sorted(json)).toEqual(idsUpTo(1500));
	});
});

describe('a list that never ends', () => {
	const endless = (change) =>
		site.current.faults.add({
			times: Infinity,
			on: { operation: 'list' },
			answer: { kind: 'change', with: change },
		});

	test('because it repeats its first page is left after a few pages', async () => {
		seed(30);
		endless((_, answer) => ({
			...answer,
			body: { data: site.current.flows().slice(0, 10), meta: { total_pages: 1e9 } },
		}));
		const { json } = await getAll({ returnAll: true });

		expect(json).toHaveLength(10);
		// The first page, and the ten that are requested together once it says that there are more.
		expect(site.current.requests.length).toBeLessThanOrEqual(1 + 10);
	});

	test('because it repeats its first page fails if entries are missing by its own count', async () => {
		seed(30);
		endless((_, answer) => ({
			...answer,
			body: { data: site.current.flows().slice(0, 10), meta: { total_pages: 3, total: '30' } },
		}));
		const { error } = await getAll({ returnAll: true });

		expect(error.message).toBe(
			"The installation's list has gaps: its pages contained 10 of its 30 entries [item 0]",
		);
	});

	test('because it invents flows fails after a thousand pages', async () => {
		let id = 0;
		endless((_, answer) => ({
			...answer,
			body: { data: [{ id: (id += 1) }], meta: { total_pages: 1e9 } },
		}));
		const { error, json } = await getAll({ returnAll: true });

		expect(error.message).toBe(
			"The installation's list does not end: 1000 pages were read [item 0]",
		);
		expect(json).toEqual([]);
	});

	test('still returns as many as Limit says', async () => {
		let id = 0;
		endless((_, answer) => ({
			...answer,
			body: { data: [{ id: (id += 1) }, { id: (id += 1) }], meta: { total_pages: 1e9 } },
		}));
		const { json } = await getAll({ limit: 7 });
		expect(sorted(json)).toEqual(idsUpTo(7));
	});
});

describe.each([
	['an installation that can filter and sort', true],
	['an installation that ignores filters and order', false],
])('on %s', (_, newerListParameters) => {
	beforeEach(() => {
		site.current.behaviour.newerListParameters = newerListParameters;
		site.current.addFlow({
			id: 1,
			website_id: 1,
			name: 'Welcome Ärger',
			title: 'b',
			url: 'https://a.example/x',
			datetime: '2026-01-01 10:00:00',
			last_sent_datetime: null,
			total_sent_push_notifications: 10,
		});
		site.current.addFlow({
			id: 2,
			website_id: 2,
			name: 'welcome back',
			title: 'C',
			datetime: '2026-01-02 10:00:00',
			last_sent_datetime: '2026-02-01 00:00:00',
			total_sent_push_notifications: 9,
		});
		site.current.addFlow({
			id: 3,
			website_id: 2,
			name: 'Goodbye',
			title: 'a',
			description: 'Never welcome again',
			datetime: '2026-01-03 10:00:00',
			last_sent_datetime: '2026-02-02 00:00:00',
			total_sent_push_notifications: 100,
		});
	});

	test.each([
		['search, by default in the name', { search: 'WELCOME' }, [1, 2]],
		['search by title', { search: 'c', searchBy: 'title' }, [2]],
		['search by description', { search: 'welcome', searchBy: 'description' }, [3]],
		['search by URL', { search: 'a.example', searchBy: 'url' }, [1]],
		['search for an empty text', { search: '' }, [1, 2, 3]],
		['search with a wildcard of the database', { search: '%' }, []],
		['website', { websiteId: byId('2') }, [2, 3]],
		['from a date on', { datetimeStart: '2026-01-02T10:00:00' }, [2, 3]],
		['up to a date, with that day', { datetimeEnd: '2026-01-02' }, [1, 2]],
		[
			'between dates with a time zone',
			{ datetimeStart: '2026-01-02T11:00:00+02:00', datetimeEnd: '2026-01-02T12:00:00+02:00' },
			[2],
		],
		[
			'by the date last sent, which a flow may not have',
			{ datetimeField: 'last_sent_datetime', datetimeEnd: '2026-02-01' },
			[2],
		],
		['several filters at once', { websiteId: byId(2), search: 'welcome' }, [2]],
	])('filters by: %s', async (__, filters, ids) => {
		const { json, error } = await getAll({ returnAll: true, filters });
		expect(error).toBeUndefined();
		expect(sorted(json)).toEqual(ids);
	});

	test.each([
		['flow_id', 'DESC', [3, 2, 1]],
		['datetime', 'ASC', [1, 2, 3]],
		['last_sent_datetime', 'DESC', [3, 2, 1]],
		['last_sent_datetime', 'ASC', [1, 2, 3]],
		['name', 'ASC', [3, 1, 2]],
		['title', 'ASC', [3, 1, 2]],
		['total_sent_push_notifications', 'DESC', [3, 1, 2]],
	])('sorts by %s %s', async (orderBy, orderType, ids) => {
		const { json } = await getAll({ returnAll: true, options: { orderBy, orderType } });
		expect(json.map(({ id }) => id)).toEqual(ids);
	});

	test('applies Limit after filters and order', async () => {
		const { json } = await getAll({
			limit: 1,
			filters: { websiteId: byId('2') },
			options: { orderBy: 'name', orderType: 'DESC' },
		});
		expect(json.map(({ id }) => id)).toEqual([2]);
	});

	test('sends filters and order under their names in the API', async () => {
		await getAll({
			filters: {
				search: 'x',
				searchBy: 'title',
				websiteId: byId(2),
				datetimeField: 'last_datetime',
				datetimeStart: '2026-01-01',
				datetimeEnd: '2026-01-31T12:30:00Z',
			},
			options: { orderBy: 'title', orderType: 'DESC' },
		});
		expect(site.current.requests[0].query).toEqual({
			page: '1',
			results_per_page: '1000',
			search: 'x',
			search_by: 'title',
			website_id: '2',
			datetime_field: 'last_datetime',
			datetime_start: '2026-01-01 00:00:00',
			datetime_end: '2026-01-31 12:30:00',
			order_by: 'title',
			order_type: 'DESC',
		});
	});

	test('completes an order of which only half is set', async () => {
		await getAll({ options: { orderType: 'DESC' } });
		await getAll({ options: { orderBy: 'name' } });
		// As the form shows them when they are added.
		expect(site.current.requests[0].query).toMatchObject({ order_by: 'datetime' });
		expect(site.current.requests[1].query).toMatchObject({ order_type: 'DESC' });
	});
});

test('a search with Limit reads pages until it has enough, if the installation ignores the search', async () => {
	site.current.behaviour.newerListParameters = false;
	site.current.addFlows(3000, (i) => ({ name: i === 1500 ? 'needle' : 'hay' }));
	const { json } = await getAll({ limit: 1, filters: { search: 'needle' } });

	expect(json.map(({ id }) => id)).toEqual([1501]);
});

/** Serves pages of `size` from all stored flows, whatever was requested. */
function shorterPages(size, reshape) {
	return ({ query }, answer) => {
		const flows = site.current.flows().map(({ stored, ...flow }) => flow);
		const start = (Number(query.page) - 1) * size;
		const body = {
			data: flows.slice(start, start + size),
			meta: { total_pages: Math.ceil(flows.length / size) },
		};
		return { ...answer, body: reshape(body) };
	};
}
