'use strict';

const fc = require('fast-check');
const { readPages } = require('../../build/modules/nodes/SixtySixPusher/transport/pagination');
const { senderTo } = require('../support/sender');

/**
 * A list behind n8n's HTTP client, without the network. Its pages have `size` entries, or as many as
 * requested. `before` may change the list before each request.
 *
 * @param {{
 *   ids: number[],
 *   size?: number,
 *   meta: (totalPages: number) => any,
 *   before?: (ids: number[], request: number) => void,
 * }} list
 */
function installation({ ids, size, meta, before = () => {} }) {
	/** @type {number[]} */
	const requested = [];
	const sender = senderTo(async ({ qs }) => {
		before(ids, requested.length);
		requested.push(qs.page);
		const length = size ?? qs.results_per_page;
		const data = ids.slice((qs.page - 1) * length, qs.page * length).map((id) => ({ id }));
		const totalPages = Math.ceil(ids.length / length);
		return { statusCode: 200, headers: {}, body: { data, ...meta(totalPages) } };
	});
	return { sender, requested };
}

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { maxLength: 60 });
/** @type {fc.Arbitrary<(totalPages: number) => any>} */
const metas = fc.constantFrom(
	(/** @type {number} */ pages) => ({ meta: { total_pages: pages } }),
	(/** @type {number} */ pages) => ({ meta: { total_pages: String(pages) } }),
	() => ({ meta: {} }),
	() => ({}),
	() => ({ meta: null }),
	() => ({ meta: { total_pages: 'many' } }),
);
const pageSize = fc.integer({ min: 1, max: 20 });

/** @param {{entries: any[]}} list */
const idsOf = ({ entries }) => entries.map(({ id }) => id);

test('every entry is read once and in order while the list does not change', async () => {
	await fc.assert(
		fc.asyncProperty(ids, pageSize, metas, fc.boolean(), async (all, size, meta, obeysSize) => {
			const { sender } = installation({ ids: all, size: obeysSize ? undefined : size, meta });
			const found = await readPages(sender, { url: '/flows/', pageSize: size });

			expect(idsOf(found)).toEqual(all);
			expect(found.nextPage).toBeUndefined();
		}),
	);
});

test('no page is requested twice, and one after the last only if their number is unknown', async () => {
	await fc.assert(
		fc.asyncProperty(ids, pageSize, metas, async (all, size, meta) => {
			const { sender, requested } = installation({ ids: all, meta });
			await readPages(sender, { url: '/flows/', pageSize: size });

			const pages = Math.ceil(all.length / size);
			const isKnown = Number.isInteger(Number(meta(pages).meta?.total_pages ?? NaN));
			const needed = Math.max(1, isKnown ? pages : pages + 1);
			expect([...requested].sort((a, b) => a - b)).toEqual(
				Array.from({ length: needed }, (_, index) => index + 1),
			);
		}),
	);
});

test('no entry is read twice when entries are added and deleted between two requests', async () => {
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
			const { sender, requested } = installation({
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
			// Each page may report one more, and up to three pages in a row may have no new entry.
			expect(requested.length).toBeLessThanOrEqual(Math.ceil((all.length + 20) / size) + 5);
		}),
	);
});

test('no more pages are read than can be needed', async () => {
	await fc.assert(
		fc.asyncProperty(ids, pageSize, fc.integer({ min: 1, max: 60 }), async (all, size, limit) => {
			const { sender, requested } = installation({
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
			expect(requested.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(limit / size)));
		}),
	);
});

test('a list that is read in parts, each from the next page of the last, is read completely', async () => {
	await fc.assert(
		fc.asyncProperty(ids, pageSize, async (all, size) => {
			const { sender } = installation({
				ids: all,
				meta: (pages) => ({ meta: { total_pages: pages } }),
			});
			/** @type {number[]} */
			const found = [];
			/** @type {number | undefined} */
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
