import { LARGEST_PAGE, pageSizeFor } from '../../api/pages';
import { type Entry, readPages } from '../../transport/readPages';
import type { Task } from '../../transport/road';
import { toOutput } from './flow';
import { byOrder, completeQuery, matches } from './matching';
import { limitOption, switchOption } from './options';

export const listFlows: Task = {
	check(item) {
		limitOption(item);
		switchOption(item, 'simplify');
	},

	async run(item) {
		const query = completeQuery(item.fields);
		const limit = limitOption(item);
		const isOrdered = query.order_by !== undefined;
		// An installation that ignores filters and order may have the flows in question on any page.
		const isPlain = Object.keys(query).length === 0;
		const pageSize = isPlain ? pageSizeFor(limit) : LARGEST_PAGE;

		const wanted = (entries: Entry[]) =>
			isPlain ? entries : entries.filter((flow) => matches(flow, query));
		const { entries } = await readPages(item, {
			url: item.url,
			qs: query,
			pageSize,
			pagesNeeded: isPlain ? Math.ceil(limit / pageSize) : undefined,
			isEnough: (read) => !isOrdered && read.length >= limit && wanted(read).length >= limit,
		});

		const flows = wanted(entries);
		if (isOrdered) flows.sort(byOrder(query));
		return flows.slice(0, limit).map((flow) => toOutput(item, flow));
	},
};
