import type { Page } from '../transport/pagination';
import type { Entry } from '../transport/values';
import { highestOf, idOf, isFalling, isRising, mayBeByActivity } from './listOrder';

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
	/** How many pages can still be read one after the other in the time that is left. */
	readonly pagesInTime: () => number;
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
			/** Set if it comes like this although it was not asked to. */
			ownOrder?: OwnOrder;
	  }
	| { is: 'oldestFirst'; first: Page; last: Page; pages: number; ownOrder: OwnOrder }
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

	const order = isFalling(entries) ? 'ASC' : 'DESC';
	const last = await list.readPage({ order, page: pages, pageSize });
	if (last.entries.length === 0) return undefined;
	if (order === 'ASC' && isReverse(last.entries, entries)) {
		return { is: 'newestFirst', first, pages };
	}

	if (isNewestFirst(list, entries, last.entries)) {
		return { is: 'newestFirst', first, pages, ownOrder: 'newestFirst' };
	}
	if (isOldestFirst(list, entries, last.entries)) {
		return { is: 'oldestFirst', first, last, pages, ownOrder: 'oldestFirst' };
	}
	return { is: 'unordered', first, last, pages };
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
	return isTurned ? { is: 'newestFirst', first } : { is: 'unordered', first };
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

function isNewestFirst({ isImmutable, ownOrder }: PolledList, first: Entry[], last: Entry[]) {
	const isProven = isImmutable || ownOrder === 'newestFirst';
	return (
		first.length >= MIN_EVIDENCE &&
		isFalling([...first, ...last]) &&
		(isProven || !mayBeByActivity(first, 'falling'))
	);
}

function isOldestFirst({ isImmutable, ownOrder }: PolledList, first: Entry[], last: Entry[]) {
	const isProven = isImmutable || ownOrder === 'oldestFirst';
	return (
		first.length >= MIN_EVIDENCE &&
		isRising([...first, ...last]) &&
		(isProven || !mayBeByActivity(first, 'rising'))
	);
}
