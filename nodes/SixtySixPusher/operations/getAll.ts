import { MAX_LARGE_ENTRIES, MAX_PAGE_SIZE, pageSizeFor } from '../api/pageSizes';
import { readPages } from '../transport/pagination';
import type { Entry } from '../transport/values';
import { byOrder, completeQuery, matches } from './filters';
import type { Operation } from './item';
import { limitOption, requestedFields, simplifies } from './options';
import { toOutput, without } from './output';

export const getAllOperation: Operation = {
	validate(item) {
		limitOption(item);
		requestedFields(item);
		simplifies(item);
	},

	async execute(item) {
		const { definition } = item;
		const query = completeQuery(item.fields);
		const limit = limitOption(item);
		const isOrdered = query.order_by !== undefined;
		// If an installation ignores filters and order, the wanted entries may be on any page.
		const isPlain = Object.keys(query).length === 0;
		const { onRequest } = definition;
		const requested = requestedFields(item);
		const maxPageSize = onRequest ? MAX_LARGE_ENTRIES : MAX_PAGE_SIZE;
		const pageSize = Math.min(isPlain ? pageSizeFor(limit) : MAX_PAGE_SIZE, maxPageSize);
		const left = onRequest?.fields.filter((name) => !requested.includes(name));

		const wanted = (entries: Entry[]) =>
			isPlain ? entries : entries.filter((entry) => matches(entry, query));
		const { entries } = await readPages(item, {
			url: item.url,
			qs: query,
			pageSize,
			oldestFirst: { order_by: definition.idField, order_type: 'ASC' },
			pagesNeeded: isPlain ? Math.ceil(limit / pageSize) : undefined,
			keep: left && ((entry) => without(entry, left)),
			isEnough: (read) => !isOrdered && read.length >= limit && wanted(read).length >= limit,
		});

		const found = wanted(entries);
		if (isOrdered) found.sort(byOrder(definition, query));
		return found.slice(0, limit).map((entry) => toOutput(item, entry, requested));
	},
};
