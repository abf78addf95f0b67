import type { Page } from '../transport/page';
import type { Entry } from '../transport/values';
import { activityOrder, highestOf, idOf, isFalling, isRising } from './listOrder';

export interface PageQuery {
	/** By ID. An installation may ignore it. */
	readonly order: 'ASC' | 'DESC';
	readonly page: number;
	readonly pageSize: number;
}

/** A list of the installation, as the trigger reads it. */
export interface PolledList {
	readonly readPage: (query: PageQuery) => Promise<Page>;
	/** Nothing that happens to an entry later moves it to another place in the list. */
	readonly isImmutable: boolean;
	/** What an earlier poll has proven: the order that the list has when none is asked for. */
	readonly ownOrder?: OwnOrder;
	/** How many pages of that size one poll can still read, one after the other. */
	readonly pagesInTime: (pageSize: number) => number;
}

export type OwnOrder = 'newestFirst' | 'oldestFirst';

/** How a list comes, and what has been read of it to find out. */
export type OpenedList =
	/** It is one page. */
	| { is: 'whole'; entries: Entry[] }
	| {
			is: 'newestFirst';
			first: Page;
			/** How many pages it has, if the installation says so. */
			pages?: number;
			/** Because it was asked for like this. */
			isOrdered: boolean;
			proven?: OwnOrder;
	  }
	| { is: 'oldestFirst'; first: Page; last: Page; pages: number; proven?: OwnOrder }
	/** In no order that can be relied on. */
	| { is: 'unordered'; first: Page; last?: Page; pages?: number };

/** With fewer entries on a page, an order can be chance. */
const MIN_EVIDENCE = 10;

/**
 * Finds out in which order a list comes, with at most two requests: the first page, asked for with
 * the newest entry first, and the last page, asked for the other way round. If the installation
 * does as asked, both begin with the newest entries; if it ignores the order, these are the two ends
 * of the list in its own order.
 *
 * @returns undefined if what the installation says about the list contradicts itself, as it does
 * while the list is changing
 */
export async function openList(
	list: PolledList,
	pageSize: number,
): Promise<OpenedList | undefined> {
	const first = await list.readPage({ order: 'DESC', page: 1, pageSize });
	const { entries, total } = first;
	const pages = pageCount(first);
	if (pages === undefined) return await openWithoutTotals(list, pageSize, first);
	if (total !== undefined && (total < entries.length || (entries.length === 0 && total > 0))) {
		return undefined;
	}
	if (pages === 1) return { is: 'whole', entries };

	// A page of one entry proves nothing: whatever moves before it puts it on the next page.
	const order = entries.length > 1 && isFalling(entries) ? 'ASC' : 'DESC';
	const last = await list.readPage({ order, page: pages, pageSize });
	if (last.entries.length === 0) return undefined;
	if (order === 'ASC' && isReverse(last.entries, entries)) {
		return { is: 'newestFirst', first, pages, isOrdered: true };
	}
	return openInOwnOrder(list, first, last, pages);
}

/** Without totals, there is no last page to compare with; but the first one can be turned round. */
async function openWithoutTotals(
	list: PolledList,
	pageSize: number,
	first: Page,
): Promise<OpenedList> {
	const newest = first.entries;
	if (newest.length < 2 || !isFalling(newest)) return { is: 'unordered', first };

	const { entries: oldest } = await list.readPage({ order: 'ASC', page: 1, pageSize });
	const isTurned =
		oldest.length >= 2 &&
		isRising(oldest) &&
		highestOf(oldest.map(idOf)) <= highestOf(newest.map(idOf));
	return isTurned ? { is: 'newestFirst', first, isOrdered: true } : { is: 'unordered', first };
}

/**
 * By what the installation says, and by how many entries the first page has: it may have a limit of
 * its own for the size of a page.
 */
function pageCount({ entries, total, totalPages }: Page): number | undefined {
	if (total === undefined && totalPages === undefined) return undefined;
	const byTotal = Math.ceil((total ?? 0) / Math.max(1, entries.length));
	return Math.max(1, totalPages ?? 1, byTotal);
}

/** Entries that came between the two requests stand at the end of the rising page. */
function isReverse(rising: Entry[], falling: Entry[]): boolean {
	const newest = highestOf(falling.map(idOf));
	const known = rising.map(idOf).filter((id) => id <= newest);
	return isRising(rising) && highestOf(known) === newest;
}

/** By the two ends of a list that comes in its own order. */
function openInOwnOrder(list: PolledList, first: Page, last: Page, pages: number): OpenedList {
	const both = [...first.entries, ...last.entries];
	if (first.entries.length >= MIN_EVIDENCE) {
		if (isFalling(both)) {
			const { isReliable, proven } = reliability(list, 'newestFirst', first, last);
			if (isReliable) return { is: 'newestFirst', first, pages, isOrdered: false, proven };
		}
		if (isRising(both)) {
			const { isReliable, proven } = reliability(list, 'oldestFirst', last, first);
			if (isReliable) return { is: 'oldestFirst', first, last, pages, proven };
		}
	}
	return { is: 'unordered', first, last, pages };
}

/**
 * Whether a list that looks like one in the order of its IDs can be relied on to be it.
 *
 * @param newest the page at whose end the newest entries are
 * @param oldest the page at the other end
 */
function reliability(
	{ isImmutable, ownOrder }: PolledList,
	order: OwnOrder,
	newest: Page,
	oldest: Page,
): { isReliable: boolean; proven?: OwnOrder } {
	if (isImmutable) return { isReliable: true };

	const direction = order === 'newestFirst' ? 'falling' : 'rising';
	const activity = activityOrder(newest.entries, direction);
	const isProven =
		ownOrder === order ||
		activity === 'excluded' ||
		activityOrder(oldest.entries, direction) === 'excluded';
	// Where nothing has happened to the newest entries, a new one can't be behind them either way.
	return { isReliable: isProven || activity === 'none', proven: isProven ? order : undefined };
}
