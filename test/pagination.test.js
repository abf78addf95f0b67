'use strict';

const { readPages } = require('../build/modules/nodes/SixtySixPusher/transport/pagination');
const { senderTo } = require('./support/sender');

/** A sender to an installation that answers each page with what `bodyOf` makes of its number. */
const listing = (bodyOf) =>
	senderTo(async ({ qs }) => ({ statusCode: 200, headers: {}, body: bodyOf(qs.page) }));
const pagesAsked = ({ requests }) => requests.map(({ qs }) => qs.page);
const entries = (...ids) => ids.map((id) => ({ id }));
const idsOf = (list) => list.entries.map(({ id }) => id);
const read = async (sender, more) =>
	await readPages(sender, { url: '/flows/', pageSize: 10, ...more });
const upTo = (last) => Array.from({ length: last }, (_, index) => index + 1);

/** One entry on each page, and the meta that an installation sends with it. */
const onePerPage = (last, meta = {}) =>
	listing((page) => ({ data: page <= last ? entries(page) : [], meta }));

test('the path, the query, the page and its size are asked for', async () => {
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
	test.each([3, '3', ' 3 '])('is believed as %j', async (told) => {
		const sender = onePerPage(9, { total_pages: told });
		expect(idsOf(await read(sender))).toEqual([1, 2, 3]);
		expect(pagesAsked(sender)).toEqual([1, 2, 3]);
	});

	test.each([undefined, null, '', '9 pages', '9.5', -9, 9.5, NaN, [9], true])(
		'is not known from %j',
		async (told) => {
			const sender = onePerPage(2, { total_pages: told });
			expect(idsOf(await read(sender))).toEqual([1, 2]);
			expect(pagesAsked(sender)).toEqual([1, 2, 3]);
		},
	);

	test('of 0 is believed where there is nothing', async () => {
		const sender = onePerPage(0, { total_pages: 0 });
		expect(await read(sender)).toEqual({ entries: [] });
		expect(pagesAsked(sender)).toEqual([1]);
	});

	test('of 0 is not believed where there is something', async () => {
		const sender = onePerPage(2, { total_pages: 0 });
		expect(idsOf(await read(sender))).toEqual([1, 2]);
		expect(pagesAsked(sender)).toEqual([1, 2, 3]);
	});

	test.each([null, 'x', [{ total_pages: 1 }]])('is not known from a meta of %j', async (meta) => {
		const sender = onePerPage(2, meta);
		expect(idsOf(await read(sender))).toEqual([1, 2]);
		expect(pagesAsked(sender)).toEqual([1, 2, 3]);
	});

	test('may grow while the list is read', async () => {
		const sender = listing((page) => ({
			data: page <= 4 ? entries(page) : [],
			meta: { total_pages: page < 3 ? 3 : 4 },
		}));
		expect(idsOf(await read(sender))).toEqual([1, 2, 3, 4]);
		expect(pagesAsked(sender)).toEqual([1, 2, 3, 4]);
	});

	test('that becomes smaller or is told no more does not end the list early', async () => {
		const sender = listing((page) => ({
			data: page <= 3 ? entries(page) : [],
			meta: page === 1 ? { total_pages: 3 } : page === 2 ? { total_pages: 2 } : {},
		}));
		expect(idsOf(await read(sender))).toEqual([1, 2, 3]);
		expect(pagesAsked(sender)).toEqual([1, 2, 3]);
	});
});

describe('pages are asked for', () => {
	test('ten at a time once their number is known', async () => {
		let underWay = 0;
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

	test('from the one that was named on, as many as can be needed', async () => {
		const sender = onePerPage(30, { total_pages: 30 });
		const more = { firstPage: 5, pagesNeeded: 3, isEnough: (found) => found.length >= 3 };
		expect(await read(sender, more)).toEqual({ entries: entries(5, 6, 7), nextPage: 8 });
		expect(pagesAsked(sender)).toEqual([5, 6, 7]);
	});

	test('on, one after the other, where those that can be needed were not enough', async () => {
		const sender = onePerPage(30, { total_pages: 30 });
		const more = { pagesNeeded: 2, isEnough: (found) => found.length >= 4 };
		expect(await read(sender, more)).toEqual({ entries: entries(1, 2, 3, 4), nextPage: 5 });
		expect(pagesAsked(sender)).toEqual([1, 2, 3, 4]);
	});

	test('no more once there is enough, and the next one is named', async () => {
		const sender = onePerPage(30);
		const found = await read(sender, { isEnough: (found) => found.length >= 2 });
		expect(found).toEqual({ entries: entries(1, 2), nextPage: 3 });
		expect(pagesAsked(sender)).toEqual([1, 2]);
	});

	test('up to the last, which has no next one even where there is enough', async () => {
		const sender = onePerPage(2, { total_pages: 2 });
		expect(await read(sender, { firstPage: 2, isEnough: () => true })).toEqual({
			entries: entries(2),
		});
	});
});

describe('pages with nothing new', () => {
	test('end a list whose number of pages is not known', async () => {
		const sender = listing((page) => ({ data: page < 3 ? entries(page) : entries(1, 2) }));
		expect(idsOf(await read(sender))).toEqual([1, 2]);
		expect(pagesAsked(sender)).toEqual([1, 2, 3]);
	});

	test('end a list whose number of pages is known only when there are three in a row', async () => {
		const has = { 1: 1, 4: 4, 6: 6 };
		const sender = listing((page) => ({
			data: has[page] ? entries(page) : [],
			meta: { total_pages: 40 },
		}));
		expect(idsOf(await read(sender))).toEqual([1, 4, 6]);
		expect(pagesAsked(sender)).toEqual(upTo(11));
	});

	test('count entries by their ID, as a number or as text', async () => {
		const sender = listing((page) => ({
			data: page === 1 ? [{ id: 1, name: 'first' }] : [{ id: '1', name: 'again' }],
			meta: { total_pages: 2 },
		}));
		expect(await read(sender)).toEqual({ entries: [{ id: 1, name: 'first' }] });
	});
});

describe('a list with gaps', () => {
	const withGap = (meta) =>
		listing((page) => ({
			data: page === 2 ? [] : entries(page),
			meta: { total_pages: 3, ...meta },
		}));
	const message = "The installation's list has gaps: of its 3 entries, its pages held 2";

	test.each([
		{ total: 3 },
		{ total: '3' },
		{ total_results: 3 },
		{ total: null, total_results: '3' },
	])('is a failure where it tells how many there are: %j', async (meta) => {
		await expect(read(withGap(meta))).rejects.toThrow(message);
	});

	test.each([{}, { total: 2 }, { total: 1 }, { total: 'x' }, { total: 2, total_results: 3 }])(
		'is none by %j',
		async (meta) => {
			expect(idsOf(await read(withGap(meta)))).toEqual([1, 3]);
		},
	);

	test('is a failure too where it goes on without an end', async () => {
		const sender = listing((page) => ({
			data: page === 1 ? entries(1) : [],
			meta: { total_pages: 9, total: 3 },
		}));
		await expect(read(sender)).rejects.toThrow('of its 3 entries, its pages held 1');
	});

	test('is none where some of it went meanwhile: the least number counts', async () => {
		const sender = listing((page) => ({
			data: page === 2 ? [] : entries(page),
			meta: { total_pages: 3, total: page === 1 ? 3 : 2 },
		}));
		expect(idsOf(await read(sender))).toEqual([1, 3]);
	});

	test('is not told from a part of it', async () => {
		const sender = listing((page) => ({
			data: page === 3 ? [] : entries(page),
			meta: { total_pages: 3, total: 9 },
		}));
		expect(idsOf(await read(sender, { firstPage: 2 }))).toEqual([2]);
	});

	test('is not told where no page was without something new', async () => {
		const sender = onePerPage(3, { total_pages: 3, total: 9 });
		expect(idsOf(await read(sender))).toEqual([1, 2, 3]);
	});
});

test('a list that does not end is given up after a thousand pages', async () => {
	const sender = listing((page) => ({ data: entries(page) }));
	await expect(read(sender)).rejects.toThrow(
		"The installation's list does not end: 1000 pages were read",
	);
	expect(pagesAsked(sender)).toEqual(upTo(1000));
});

describe('what is no page of a list', () => {
	test.each([
		[{}],
		[{ data: null }],
		[{ data: { id: 1 } }],
		[{ data: 'x' }],
		[{ data: [1] }],
		[{ data: [null] }],
		[{ data: [{}] }],
		[{ data: [{ id: 'x' }] }],
		[{ data: [{ id: 1 }, { id: 0 }] }],
		[''],
	])('%j', async (body) => {
		await expect(read(listing(() => body))).rejects.toThrow(
			'The installation answered with something other than a page of a list',
		);
	});
});
