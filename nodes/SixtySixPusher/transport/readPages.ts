import type { IDataObject } from 'n8n-workflow';

import { connectionFailures, listFailures } from './failures';
import { send, type Sender } from './send';
import { isRecord, type JsonRecord, positiveInteger } from './values';

/** A list that is longer than this never ends. */
const MOST_PAGES = 1000;

/** Pages that are asked for together, once the first has told how many there are. */
const PAGES_AT_ONCE = 10;

/** Pages in a row without anything new, after which a list that claims to go on is at its end. */
const MOST_BARREN_PAGES = 3;

/** An entry of a list; every list of the API gives its entries an ID. */
export interface Entry extends IDataObject {
	id: number | string;
}

interface Page {
	entries: Entry[];
	/** How many pages there are, where the installation says so. */
	totalPages?: number;
}

export interface ListRequest {
	/** Path of the list, such as `/flows/`. */
	url: string;
	qs?: IDataObject;
	pageSize: number;
	/** Page to begin with; 1 where it is not given. */
	firstPage?: number;
	/** The most pages that can be needed. Where it is not given, all may be. */
	pagesNeeded?: number;
	/** Whether what has been read is enough. */
	isEnough?: (entries: Entry[]) => boolean;
}

/** What was read, without repetitions, and the page after it where there is one. */
export interface Listing {
	entries: Entry[];
	nextPage?: number;
}

/**
 * Reads a list's pages in their order until it ends or enough has been read. Pages are counted: the
 * `links` in a reply may name another host, and drop parameters.
 *
 * The number of pages is believed where the installation gives one, and followed where it grows
 * while the list is read. Where it gives none, the list ends with the first page that brings nothing
 * new: an installation may give shorter pages than it was asked for.
 *
 * @throws {Failure} when a page can't be read or is none, or the list doesn't end
 */
export async function readPages(sender: Sender, request: ListRequest): Promise<Listing> {
	const { firstPage = 1, pagesNeeded = Infinity, isEnough = () => false } = request;
	const found = new Map<string, Entry>();
	let page = firstPage;
	let totalPages: number | undefined;
	let barren = 0;

	for (;;) {
		const last = Math.min(
			totalPages ?? page,
			firstPage + pagesNeeded - 1,
			page + PAGES_AT_ONCE - 1,
		);
		const numbers = range(page, Math.max(page, last));
		const pages = await Promise.all(numbers.map((number) => readPage(sender, request, number)));

		for (const { entries, totalPages: told } of pages) {
			page += 1;
			totalPages = told ?? totalPages;
			barren = addNew(entries, found) > 0 ? 0 : barren + 1;

			const patience = totalPages === undefined ? 1 : MOST_BARREN_PAGES;
			const isAtEnd =
				entries.length === 0 || barren === patience || page > (totalPages ?? Infinity);
			if (isAtEnd) return { entries: [...found.values()] };
		}

		if (isEnough([...found.values()])) return { entries: [...found.values()], nextPage: page };
		if (page - firstPage >= MOST_PAGES) throw listFailures.endless(MOST_PAGES);
	}
}

async function readPage(
	sender: Sender,
	{ url, qs, pageSize }: ListRequest,
	page: number,
): Promise<Page> {
	const reply = await send(sender, {
		method: 'GET',
		url,
		qs: { ...qs, page, results_per_page: pageSize },
	});

	const entries = reply?.data;
	if (!Array.isArray(entries) || !entries.every(isEntry)) {
		throw connectionFailures.nothingRead('answered with something else than a page of a list');
	}
	return { entries, totalPages: totalPagesOf(reply) };
}

function isEntry(value: unknown): value is Entry {
	return isRecord(value) && positiveInteger(value.id) !== undefined;
}

/** Some installations send numbers as text; some leave the whole `meta` out. */
function totalPagesOf(reply: JsonRecord | undefined): number | undefined {
	const told = isRecord(reply?.meta) ? Number(reply.meta.total_pages ?? NaN) : NaN;
	return Number.isInteger(told) && told >= 0 ? told : undefined;
}

/** Entries move to another page when others are added or removed meanwhile: none counts twice. */
function addNew(entries: Entry[], found: Map<string, Entry>): number {
	const before = found.size;
	for (const entry of entries) {
		const id = String(entry.id);
		if (!found.has(id)) found.set(id, entry);
	}
	return found.size - before;
}

function range(from: number, to: number): number[] {
	return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
