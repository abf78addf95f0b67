'use strict';

const fc = require('fast-check');
const { readPages } = require('../../build/modules/nodes/SixtySixPusher/transport/pagination');
const { senderTo } = require('../support/sender');

/**
 * A list behind n8n's HTTP client, without the network. `before` may change it before each page.
 *
 * @param {{ids: number[], size: number, meta: Function, before?: (ids: number[], request: number) => void}} list
 */
function listing({ ids, size, meta, before = () => {} }) {
	const asked = [];
	const sender = senderTo(async ({ qs }) => {
		before(ids, asked.length);
		asked.push(qs.page);
		const length = size ?? qs.results_per_page;
		const data = ids.slice((qs.page - 1) * length, qs.page * length).map((id) => ({ id }));
		const totalPages = Math.ceil(ids.length / length);
		return { statusCode: 200, headers: {}, body: { data, ...meta(totalPages) } };
	});
	return { sender, asked };
}

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { maxLength: 60 });
const metas = fc.constantFrom(
	(pages) => ({ meta: { total_pages: pages } }),
	(pages) => ({ meta: { total_pages: String(pages) } }),
	() => ({ meta: {} }),
	() => ({}),
	() => ({ meta: null }),
	() => ({ meta: { total_pages: 'many' } }),
);
const pageSize = fc.integer({ min: 1, max: 20 });
const idsOf = ({ entries }) => entries.map(({ id }) => id);

test('every entry comes once and in order while nothing changes, whatever the pages are like', async () => {
	await fc.assert(
		fc.asyncProperty(ids, pageSize, metas, fc.boolean(), async (all, size, meta, obeys) => {
			const { sender } = listing({ ids: all, size: obeys ? undefined : size, meta });
			const found = await readPages(sender, { url: '/flows/', pageSize: size });

			expect(idsOf(found)).toEqual(all);
			expect(found.nextPage).toBeUndefined();
		}),
	);
});

test('no page is asked for twice, and none beyond the last but to learn that it is', async () => {
	await fc.assert(
		fc.asyncProperty(ids, pageSize, metas, async (all, size, meta) => {
			const { sender, asked } = listing({ ids: all, meta });
			await readPages(sender, { url: '/flows/', pageSize: size });

			const pages = Math.ceil(all.length / size);
			const isTold = Number.isInteger(Number(meta(pages).meta?.total_pages ?? NaN));
			const needed = Math.max(1, isTold ? pages : pages + 1);
			expect([...asked].sort((a, b) => a - b)).toEqual(
				Array.from({ length: needed }, (_, index) => index + 1),
			);
		}),
	);
});

test('none comes twice when entries come and go between two pages', async () => {
	const changes = fc.array(
		fc.record({
			adds: fc.boolean(),
			at: fc.nat(60),
			id: fc.integer({ min: 200_000, max: 300_000 }),
		}),
		{ maxLength: 20 },
	);
	await fc.assert(
		fc.asyncProperty(ids, pageSize, metas, changes, async (all, size, meta, steps) => {
			const { sender, asked } = listing({
				ids: [...all],
				meta,
				before(list, request) {
					const step = request > 0 ? steps[request - 1] : undefined;
					if (step?.adds && !list.includes(step.id)) list.splice(step.at, 0, step.id);
					else if (step) list.splice(step.at, 1);
				},
			});
			const found = idsOf(await readPages(sender, { url: '/flows/', pageSize: size }));

			expect(new Set(found).size).toBe(found.length);
			// With each page it may learn of one more, and three pages in a row may bring nothing new.
			expect(asked.length).toBeLessThanOrEqual(Math.ceil((all.length + 20) / size) + 5);
		}),
	);
});

test('enough is enough: no more pages are read than can be needed', async () => {
	await fc.assert(
		fc.asyncProperty(ids, pageSize, fc.integer({ min: 1, max: 60 }), async (all, size, limit) => {
			const { sender, asked } = listing({
				ids: all,
				meta: (pages) => ({ meta: { total_pages: pages } }),
			});
			const found = await readPages(sender, {
				url: '/flows/',
				pageSize: size,
				pagesNeeded: Math.ceil(limit / size),
				isEnough: (entries) => entries.length >= limit,
			});

			expect(idsOf(found).slice(0, limit)).toEqual(all.slice(0, limit));
			expect(asked.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(limit / size)));
		}),
	);
});

test('the next page is where the reading went on, for lists that are read in parts', async () => {
	await fc.assert(
		fc.asyncProperty(ids, pageSize, async (all, size) => {
			const { sender } = listing({
				ids: all,
				meta: (pages) => ({ meta: { total_pages: pages } }),
			});
			const found = [];
			let firstPage = 1;
			while (firstPage !== undefined) {
				const part = await readPages(sender, {
					url: '/flows/',
					pageSize: size,
					firstPage,
					isEnough: () => true,
				});
				found.push(...idsOf(part));
				firstPage = part.nextPage;
			}
			expect(found).toEqual(all);
		}),
	);
});
