'use strict';

const { readPages } = require('../build/modules/nodes/SixtySixPusher/transport/pagination');
const { senderTo } = require('./support/sender');

/**
 * A sender to an installation whose response to each page is what `bodyOf` returns for its number.
 *
 * @param {(page: number, qs: any) => any} bodyOf
 */
const installation = (bodyOf) =>
	senderTo(async ({ qs }) => ({ statusCode: 200, headers: {}, body: bodyOf(qs.page, qs) }));

/** @param {{requests: any[]}} sender */
const pagesRequested = ({ requests }) => requests.map(({ qs }) => qs.page);

/** @param {number[]} ids */
const entries = (...ids) => ids.map((id) => ({ id }));

/** @param {{entries: any[]}} list */
const idsOf = (list) => list.entries.map(({ id }) => id);

/** @param {any} sender @param {any} [listRequest] */
const read = async (sender, listRequest) =>
	await readPages(sender, { url: '/flows/', pageSize: 10, ...listRequest });

/** @param {number} last */
const upTo = (last) => Array.from({ length: last }, (_, index) => index + 1);

/**
 * One entry on each page, and the `meta` that the installation sends with it.
 *
 * @param {number} last
 * @param {any} [meta]
 */
const onePerPage = (last, meta = {}) =>
	installation((page) => ({ data: page <= last ? entries(page) : [], meta }));

test('a page is requested by path, query, number and size', async () => {
	const sender = onePerPage(1, { total_pages: 1 });
	await read(sender, { url: '/websites/', pageSize: 25, qs: { search: 'x', page: 7 } });
	expect(sender.requests).toEqual([
		expect.objectContaining({
			method: 'GET',
			url: '/websites/',
			qs: { search: 'x', page: 1, results_per_page: 25 },
		}),
	]);
});

describe('the number of pages', () => {
	test.each([3, '3', ' 3 '])('is believed: %j', async (totalPages) => {
		const sender = onePerPage(9, { total_pages: totalPages });
		expect(idsOf(await read(sender))).toEqual([1, 2, 3]);
		expect(pagesRequested(sender)).toEqual([1, 2, 3]);
	});

	test.each([undefined, null, '', '9 pages', '9.5', -9, 9.5, NaN, [9], true])(
		'is unknown with %j',
		async (totalPages) => {
			const sender = onePerPage(2, { total_pages: totalPages });
			expect(idsOf(await read(sender))).toEqual([1, 2]);
			expect(pagesRequested(sender)).toEqual([1, 2, 3]);
		},
	);

	test('of 0 is believed if the first page is empty', async () => {
		const sender = onePerPage(0, { total_pages: 0 });
		expect(await read(sender)).toEqual({ entries: [] });
		expect(pagesRequested(sender)).toEqual([1]);
	});

	test('of 0 is not believed if the first page has entries', async () => {
		const sender = onePerPage(2, { total_pages: 0 });
		expect(idsOf(await read(sender))).toEqual([1, 2]);
		expect(pagesRequested(sender)).toEqual([1, 2, 3]);
	});

	test.each([null, 'x', [{ total_pages: 1 }]])('is unknown with the meta %j', async (meta) => {
		const sender = onePerPage(2, meta);
		expect(idsOf(await read(sender))).toEqual([1, 2]);
		expect(pagesRequested(sender)).toEqual([1, 2, 3]);
	});

	test('may grow while the list is read', async () => {
		const sender = installation((page) => ({
			data: page <= 4 ? entries(page) : [],
			meta: { total_pages: page < 3 ? 3 : 4 },
		}));
		expect(idsOf(await read(sender))).toEqual([1, 2, 3, 4]);
		expect(pagesRequested(sender)).toEqual([1, 2, 3, 4]);
	});

	test('may shrink or be missing later without ending the list early', async () => {
		const sender = installation((page) => ({
			data: page <= 3 ? entries(page) : [],
			meta: page === 1 ? { total_pages: 3 } : page === 2 ? { total_pages: 2 } : {},
		}));
		expect(idsOf(await read(sender))).toEqual([1, 2, 3]);
		expect(pagesRequested(sender)).toEqual([1, 2, 3]);
	});
});

describe('what is kept', () => {
	const even = (/** @type {{id: number}} */ entry) => (entry.id % 2 === 0 ? entry : undefined);

	test('is what was asked for, in the order of the list', async () => {
		const sender = onePerPage(9, { total_pages: 9, total: 9 });
		expect(idsOf(await read(sender, { keep: even }))).toEqual([2, 4, 6, 8]);
	});

	test('may be a part of each entry', async () => {
		const sender = onePerPage(2, { total_pages: 2 });
		const keep = (/** @type {{id: number}} */ { id }) => ({ id, short: true });
		expect((await read(sender, { keep })).entries).toEqual([
			{ id: 1, short: true },
			{ id: 2, short: true },
		]);
	});

	test('decides whether it is enough', async () => {
		const sender = onePerPage(30, { total_pages: 30 });
		const isEnough = (/** @type {any[]} */ kept) => kept.length >= 2;
		const concurrentPages = 2;
		expect(idsOf(await read(sender, { keep: even, isEnough, concurrentPages }))).toEqual([2, 4]);
		expect(pagesRequested(sender)).toEqual([1, 2, 3, 4, 5]);
	});

	test('does not end a list: a page of which nothing is kept is no empty page', async () => {
		const none = () => undefined;
		const sender = onePerPage(9);
		expect(idsOf(await read(sender, { keep: none }))).toEqual([]);
		expect(pagesRequested(sender)).toEqual(upTo(10));
	});

	test('does not hide that entries are missing', async () => {
		const sender = installation((page) => ({
			data: page <= 3 ? entries(page) : [],
			meta: { total_pages: 3, total: 4 },
		}));
		await expect(read(sender, { keep: even })).rejects.toThrow('3 of 4 entries were found');
	});

	test('one page at a time where pages are large', async () => {
		let underWay = 0;
		let most = 0;
		const sender = senderTo(async ({ qs: { page } }) => {
			underWay += 1;
			most = Math.max(most, underWay);
			await Promise.resolve();
			underWay -= 1;
			return {
				statusCode: 200,
				headers: {},
				body: { data: entries(page), meta: { total_pages: 9 } },
			};
		});
		await read(sender, { concurrentPages: 1 });
		expect(most).toBe(1);
	});
});

describe('pages are requested', () => {
	test('ten at once when their number is known', async () => {
		let underWay = 0;
		/** @type {number[]} */
		const most = [];
		const sender = senderTo(async ({ qs: { page } }) => {
			underWay += 1;
			most[page] = underWay;
			await Promise.resolve();
			underWay -= 1;
			const body = { data: entries(page), meta: { total_pages: 25 } };
			return { statusCode: 200, headers: {}, body };
		});
		expect(idsOf(await read(sender))).toEqual(upTo(25));
		expect(most[1]).toBe(1);
		expect(Math.max(...most.slice(1))).toBe(10);
		// The first alone, then ten, ten and the four that are left.
		expect([most[11], most[21], most[25]]).toEqual([10, 10, 4]);
	});

	test('from the given one, as many as can be needed', async () => {
		const sender = onePerPage(30, { total_pages: 30 });
		const isEnough = (/** @type {any[]} */ found) => found.length >= 3;
		expect(await read(sender, { firstPage: 5, pagesNeeded: 3, isEnough })).toEqual({
			entries: entries(5, 6, 7),
			nextPage: 8,
		});
		expect(pagesRequested(sender)).toEqual([5, 6, 7]);
	});

	test('one after the other if those that can be needed were not enough', async () => {
		const sender = onePerPage(30, { total_pages: 30 });
		const isEnough = (/** @type {any[]} */ found) => found.length >= 4;
		expect(await read(sender, { pagesNeeded: 2, isEnough })).toEqual({
			entries: entries(1, 2, 3, 4),
			nextPage: 5,
		});
		expect(pagesRequested(sender)).toEqual([1, 2, 3, 4]);
	});

	test('until there is enough, and the next one is returned', async () => {
		const sender = onePerPage(30);
		const isEnough = (/** @type {any[]} */ found) => found.length >= 2;
		expect(await read(sender, { isEnough })).toEqual({ entries: entries(1, 2), nextPage: 3 });
		expect(pagesRequested(sender)).toEqual([1, 2]);
	});

	test('up to the last, after which there is no next one', async () => {
		const sender = onePerPage(2, { total_pages: 2 });
		expect(await read(sender, { firstPage: 2, isEnough: () => true })).toEqual({
			entries: entries(2),
		});
	});
});

describe('pages without a new entry', () => {
	test('end a list whose number of pages is unknown', async () => {
		const sender = installation((page) => ({ data: page < 3 ? entries(page) : entries(1, 2) }));
		expect(idsOf(await read(sender))).toEqual([1, 2]);
		expect(pagesRequested(sender)).toEqual([1, 2, 3]);
	});

	test('end a list whose number of pages is known when there are three in a row', async () => {
		const withEntry = new Set([1, 4, 6]);
		const sender = installation((page) => ({
			data: withEntry.has(page) ? entries(page) : [],
			meta: { total_pages: 40 },
		}));
		expect(idsOf(await read(sender))).toEqual([1, 4, 6]);
		expect(pagesRequested(sender)).toEqual(upTo(11));
	});

	test('have only IDs that were read before, as numbers or as text', async () => {
		const sender = installation((page) => ({
			data: page === 1 ? [{ id: 1, name: 'first' }] : [{ id: '1', name: 'again' }],
			meta: { total_pages: 2 },
		}));
		expect(await read(sender)).toEqual({ entries: [{ id: 1, name: 'first' }] });
	});
});

describe('a list with gaps', () => {
	/** @param {any} meta */
	const withGap = (meta) =>
		installation((page) => ({
			data: page === 2 ? [] : entries(page),
			meta: { total_pages: 3, ...meta },
		}));
	const message = "The installation's list could not be read completely: 2 of 3 entries were found";

	test.each([
		{ total: 3 },
		{ total: '3' },
		{ total_results: 3 },
		{ total: null, total_results: '3' },
	])('is an error if the installation says how many entries there are: %j', async (meta) => {
		await expect(read(withGap(meta))).rejects.toThrow(message);
	});

	test.each([{}, { total: 2 }, { total: 1 }, { total: 'x' }, { total: 2, total_results: 3 }])(
		'is not noticed with %j',
		async (meta) => {
			expect(idsOf(await read(withGap(meta)))).toEqual([1, 3]);
		},
	);

	test('is an error also if it ends with pages without a new entry', async () => {
		const sender = installation((page) => ({
			data: page === 1 ? entries(1) : [],
			meta: { total_pages: 9, total: 3 },
		}));
		await expect(read(sender)).rejects.toThrow('1 of 3 entries were found');
	});

	test('is not an error if entries were deleted meanwhile: the lowest total counts', async () => {
		const sender = installation((page) => ({
			data: page === 2 ? [] : entries(page),
			meta: { total_pages: 3, total: page === 1 ? 3 : 2 },
		}));
		expect(idsOf(await read(sender))).toEqual([1, 3]);
	});

	test('is not an error if only a part of the list was read', async () => {
		const sender = installation((page) => ({
			data: page === 3 ? [] : entries(page),
			meta: { total_pages: 3, total: 9 },
		}));
		expect(idsOf(await read(sender, { firstPage: 2 }))).toEqual([2]);
	});

	test('is an error also if every page had a new entry', async () => {
		const sender = onePerPage(3, { total_pages: 3, total: 9 });
		await expect(read(sender)).rejects.toThrow('3 of 9 entries were found');
	});
});

describe('a list that changes while it is read', () => {
	/** Newest first, two entries a page. After the first page, the newest is deleted. */
	const shrinking = (sortable) => {
		let ids = [6, 5, 4, 3, 2, 1];
		return installation((page, { order_type: order }) => {
			const total = ids.length;
			const sorted = sortable && order === 'ASC' ? [...ids].reverse() : ids;
			const data = sorted.slice(2 * page - 2, 2 * page).map((id) => ({ id }));
			if (page === 1 && ids.length === 6) ids = ids.slice(1);
			return { data, meta: { total, total_pages: Math.ceil(total / 2) } };
		});
	};

	test('is read again from its oldest entry, and nothing is missing', async () => {
		const sender = shrinking(true);
		const oldestFirst = { order_by: 'flow_id', order_type: 'ASC' };
		expect(idsOf(await read(sender, { pageSize: 10, oldestFirst }))).toEqual([5, 4, 3, 2, 1]);
		expect(pagesRequested(sender)).toEqual([1, 2, 3, 3, 2, 1]);
	});

	test('is read again also if it can not be sorted', async () => {
		const ids = idsOf(await read(shrinking(false), { pageSize: 10 }));
		expect(ids).toEqual([5, 4, 3, 2, 1]);
	});
});

test.each([[{ data: null }], [{ data: {} }]])('%j is an empty list', async (body) => {
	expect(idsOf(await read(installation(() => body)))).toEqual([]);
});

test('a list as an object with the keys of an array is read', async () => {
	const sender = installation(() => ({
		data: { 1: { id: 4 }, 3: { id: 7 } },
		meta: { total_pages: 1 },
	}));
	expect(idsOf(await read(sender))).toEqual([4, 7]);
});

test('a list whose pages are shorter than asked for is read to its end', async () => {
	const sender = installation((page) => ({
		data: upTo(60)
			.slice(25 * (page - 1), 25 * page)
			.map((id) => ({ id })),
		meta: { total: 60, total_pages: 1 },
	}));
	expect(idsOf(await read(sender, { pageSize: 1000 }))).toEqual(upTo(60));
	expect(pagesRequested(sender)).toEqual([1, 2, 3]);
});

test('a list that does not end is an error after a thousand pages', async () => {
	const sender = installation((page) => ({ data: entries(page) }));
	await expect(read(sender)).rejects.toThrow(
		"The installation's list does not end: 1000 pages were read",
	);
	expect(pagesRequested(sender)).toEqual(upTo(1000));
});

describe('a response that is not a page of a list is an error', () => {
	test.each([
		[{}],
		[{ data: { id: 1 } }],
		[{ data: 'x' }],
		[{ data: [1] }],
		[{ data: [null] }],
		[{ data: [{}] }],
		[{ data: [{ id: 'x' }] }],
		[{ data: [{ id: 1 }, { id: 0 }] }],
		[''],
	])('%j', async (body) => {
		await expect(read(installation(() => body))).rejects.toThrow(
			'The installation answered with something other than a page of a list',
		);
	});
});
