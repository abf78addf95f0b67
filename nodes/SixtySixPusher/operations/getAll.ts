import { MAX_PAGE_SIZE, pageSizeFor } from '../api/pageSizes';
import type { ResourceDefinition } from '../resources/definition';
import { readPages } from '../transport/pagination';
import { byOrder, completeQuery, matches } from './filters';
import type { Operation } from './item';
import { limitOption, simplifies } from './options';
import { toOutput } from './output';
import type { ValidFields } from './validate';

export const getAllOperation: Operation = {
	validate(item) {
		limitOption(item);
		simplifies(item);
	},

	async execute(item) {
		const { definition } = item;
		const query = completeQuery(definition, item.fields);
		const limit = limitOption(item);
		const isOrdered = query.order_by !== undefined;
		// If an installation ignores filters and order, the wanted entries may be on any page.
		const isPlain = Object.keys(query).length === 0;
		const { maxPageSize = MAX_PAGE_SIZE } = definition;
		const pageSize = Math.min(isPlain ? pageSizeFor(limit) : MAX_PAGE_SIZE, maxPageSize);

		const { entries } = await readPages(item, {
			url: item.url,
			subject: definition,
			qs: knownTo(definition, query),
			pageSize,
			oldestFirst: { order_by: definition.idField, order_type: 'ASC' },
			pagesNeeded: isPlain ? Math.ceil(limit / pageSize) : undefined,
			keep: (entry) => (isPlain || matches(entry, query) ? entry : undefined),
			isEnough: (kept) => !isOrdered && kept.length >= limit,
		});

		if (isOrdered) entries.sort(byOrder(definition, query));
		return entries.slice(0, limit).map((entry) => toOutput(item, entry));
	},
};

/** The part of a query that an installation may know. */
function knownTo({ fields }: ResourceDefinition, query: ValidFields): ValidFields {
	return Object.fromEntries(
		Object.entries(query).filter(([name]) => fields[name]?.filteredHere !== true),
	);
}
