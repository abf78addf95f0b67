import type { IDataObject } from 'n8n-workflow';

import { listErrors } from '../errors/listErrors';
import { type Page, type PageRequest, readPage } from './page';
import type { Sender } from './request';
import type { Entry } from './values';

/** A list with more pages than this never ends. */
const MAX_PAGES = 1000;

/** Pages that are requested together, once the first has said how many there are. */
const CONCURRENT_PAGES = 10;

/** Pages in a row without a new entry, after which a list that claims to go on has ended. */
const MAX_EMPTY_PAGES = 3;

/** How often a list is read that changes meanwhile. */
const MAX_PASSES = 3;

export interface ListRequest extends PageRequest {
	/** Page to begin with; default 1. */
	readonly firstPage?: number;
	/** The most pages that are requested together. */
	readonly pagesNeeded?: number;
	/** How many pages to request together; fewer for a list whose pages are large. */
	readonly concurrentPages?: number;
	/** What to keep of an entry, if anything: the rest leaves the memory with its page. Default all. */
	readonly keep?: (entry: Entry) => Entry | undefined;
	/** Whether what has been kept is enough. */
	readonly isEnough?: (entries: Entry[]) => boolean;
	/** The query that puts the oldest entry first, for an installation that can sort. */
	readonly oldestFirst?: IDataObject;
}

/** What was read and kept, each entry once, and the number of the page after it if there is one. */
export interface List {
	readonly entries: Entry[];
	readonly nextPage?: number;
}

/**
 * Reads a list until it ends or enough has been read. Pages are counted: the `links` in a response may
 * name another host, and drop parameters.
 *
 * A list can change while it is read: entries that are created or deleted move others to pages that
 * were read before. So the totals that the pages report must agree with each other and with what was
 * found. If they don't, the list is read again: from its last page to its first, oldest first, which
 * misses nothing, since deletions move entries to pages that are still to be read. If the installation
 * can't sort like that, the list is read until a pass agrees with its totals.
 *
 * @throws {PusherError} when a page can't be read, when the list doesn't end, or when what was found
 * doesn't agree with the totals after three passes
 */
export async function readPages(sender: Sender, listRequest: ListRequest): Promise<List> {
	let pass = await readForward(sender, listRequest);
	if (pass.hasEnough || (listRequest.firstPage ?? 1) > 1) return toList(pass);

	for (let passes = 1; !pass.isComplete(); passes += 1) {
		if (pass.isEndless || passes === MAX_PASSES) {
			throw listErrors.incomplete(pass.seen.size, pass.total);
		}
		const again = await readBackward(sender, listRequest, pass.pages);
		pass = again.isComplete() ? again.inOrderOf(pass) : again;
	}
	return toList(pass);
}

function toList({ found, hasEnough, pages }: Pass): List {
	return { entries: [...found.values()], nextPage: hasEnough ? pages + 1 : undefined };
}

/** One reading of a list, and what it found. */
class Pass {
	/** IDs of all entries. */
	readonly seen = new Set<string>();

	/** What is kept of them, by ID. */
	readonly found = new Map<string, Entry>();

	/** The highest page number that was read. */
	pages = 0;

	/** It stopped before the end of the list, since enough was found. */
	hasEnough = false;

	/** The list claims to go on, but brings nothing new. */
	isEndless = false;

	/** Oldest first, in turn, from the last page to the first: nothing can have been missed. */
	isExact = false;

	private readonly totals = new Set<number>();

	/** How many entries there are, by the installation's own largest count. */
	get total(): number {
		return Math.max(0, ...this.totals);
	}

	constructor(private readonly keep: NonNullable<ListRequest['keep']> = (entry) => entry) {}

	/** @returns how many of the page's entries are new */
	add({ entries, total }: Page): number {
		if (total !== undefined) this.totals.add(total);
		const before = this.seen.size;
		for (const entry of entries) {
			const id = String(entry.id);
			if (this.seen.has(id)) continue;
			this.seen.add(id);
			const kept = this.keep(entry);
			if (kept) this.found.set(id, kept);
		}
		return this.seen.size - before;
	}

	/** Whether nothing was missed. If the totals agree, they have to agree with what was found too. */
	isComplete(): boolean {
		return this.totals.size < 2 ? this.seen.size >= this.total : this.isExact;
	}

	/** Sorts the entries newest or oldest first, as another pass found the list. */
	inOrderOf({ found }: Pass): Pass {
		const [first, second] = found.keys();
		const direction = Number(first) > Number(second) ? -1 : 1;
		const sorted = [...this.found].sort(([a], [b]) => direction * (Number(a) - Number(b)));
		this.found.clear();
		for (const [id, entry] of sorted) this.found.set(id, entry);
		return this;
	}
}

/**
 * Reads the pages in order, several at once when their number is known. If the installation gives a
 * number of pages, it is believed: the largest, for a list that grows while it is read. If it gives
 * none, the list ends with the first page without a new entry: an installation may send shorter pages
 * than it was asked for.
 */
async function readForward(sender: Sender, listRequest: ListRequest): Promise<Pass> {
	const {
		firstPage = 1,
		pagesNeeded = Infinity,
		concurrentPages = CONCURRENT_PAGES,
		isEnough,
	} = listRequest;
	const pass = new Pass(listRequest.keep);
	pass.pages = firstPage - 1;
	let totalPages: number | undefined;
	let emptyPages = 0;

	for (;;) {
		const next = pass.pages + 1;
		const last = Math.min(
			totalPages ?? next,
			firstPage + pagesNeeded - 1,
			next + concurrentPages - 1,
		);
		const numbers = range(next, Math.max(next, last));
		const pages = await Promise.all(numbers.map((number) => readPage(sender, listRequest, number)));

		for (const page of pages) {
			pass.pages += 1;
			totalPages = larger(totalPages, page.totalPages);
			if (pass.pages === 1) totalPages = larger(totalPages, cappedPages(page, listRequest));
			emptyPages = pass.add(page) > 0 ? 0 : emptyPages + 1;

			if (pass.pages >= (totalPages ?? Infinity)) return pass;
			if (totalPages === undefined && emptyPages > 0) return pass;
			if (emptyPages === MAX_EMPTY_PAGES) {
				pass.isEndless = true;
				return pass;
			}
		}

		if (isEnough?.([...pass.found.values()])) {
			pass.hasEnough = true;
			return pass;
		}
		if (pass.pages - firstPage + 1 >= MAX_PAGES) throw listErrors.endless(MAX_PAGES);
	}
}

/** Reads the pages in turn, from the last to the first, oldest first if the installation can sort. */
async function readBackward(
	sender: Sender,
	{ oldestFirst, ...listRequest }: ListRequest,
	lastPage: number,
): Promise<Pass> {
	const pageRequest = { ...listRequest, qs: { ...listRequest.qs, ...oldestFirst } };
	const pass = new Pass(listRequest.keep);
	pass.pages = lastPage;
	pass.isExact = true;
	let oldestAfter = Infinity;

	for (let number = lastPage; number >= 1; number -= 1) {
		const page = await readPage(sender, pageRequest, number);
		pass.add(page);
		const ids = page.entries.map(({ id }) => Number(id));
		pass.isExact &&= isAscending([...ids, Infinity]) && (ids[0] ?? -1) < oldestAfter;
		oldestAfter = ids[0] ?? oldestAfter;
	}
	return pass;
}

/**
 * How many pages there are if the installation sends shorter ones than it was asked for, as the first
 * page shows: some cap the page size, and count their pages as if they didn't.
 */
function cappedPages({ entries, total = 0 }: Page, { pageSize }: PageRequest): number | undefined {
	const isCapped = entries.length > 0 && entries.length < Math.min(pageSize, total);
	return isCapped ? Math.ceil(total / entries.length) : undefined;
}

function larger(one: number | undefined, other: number | undefined): number | undefined {
	return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}

function isAscending(numbers: number[]): boolean {
	return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

function range(from: number, to: number): number[] {
	return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
