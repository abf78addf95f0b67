import type { IDataObject } from 'n8n-workflow';

import { connectionErrors } from '../errors/connectionErrors';
import { listErrors } from '../errors/listErrors';
import { request, type Sender } from './request';
import { type Entry, isEntry, isRecord, type JsonRecord } from './values';

/** A list with more pages than this never ends. */
const MAX_PAGES = 1000;

/** Pages that are requested together, once the first has said how many there are. */
const CONCURRENT_PAGES = 10;

/** Pages in a row without a new entry, after which a list that claims to go on has ended. */
const MAX_EMPTY_PAGES = 3;

/** A page of a list, with what the installation says about the whole. */
export interface Page {
	entries: Entry[];
	/** How many pages there are, if the installation says so. */
	totalPages?: number;
	/** How many entries there are, if the installation says so. */
	total?: number;
}

export interface ListRequest {
	/** Path of the list, e.g. `/flows/`. */
	url: string;
	qs?: IDataObject;
	pageSize: number;
	/** Page to begin with; default 1. */
	firstPage?: number;
	/** The most pages that can be needed; default all. */
	pagesNeeded?: number;
	/** Whether what has been read is enough. */
	isEnough?: (entries: Entry[]) => boolean;
}

/** What was read, each entry once, and the number of the page after it if there is one. */
export interface List {
	entries: Entry[];
	nextPage?: number;
}

/**
 * Reads a list's pages in order until it ends or enough has been read. Pages are counted: the `links`
 * in a response may name another host, and drop parameters.
 *
 * If the installation gives a number of pages, it is believed: the largest, for a list that grows
 * while it is read. If it gives none, the list ends with the first page without a new entry: an
 * installation may send shorter pages than it was asked for.
 *
 * @throws {PusherError} when a page can't be read or isn't one, when the list doesn't end, or when
 * pages bring nothing new and entries are missing by the installation's own count
 */
export async function readPages(sender: Sender, listRequest: ListRequest): Promise<List> {
	const { firstPage = 1, pagesNeeded = Infinity, isEnough = () => false } = listRequest;
	const found = new Map<string, Entry>();
	let next = firstPage;
	let totalPages: number | undefined;
	let total = Infinity;
	let emptyPages = 0;
	let hasGaps = false;

	for (;;) {
		const last = Math.min(
			totalPages ?? next,
			firstPage + pagesNeeded - 1,
			next + CONCURRENT_PAGES - 1,
		);
		const numbers = range(next, Math.max(next, last));
		const pages = await Promise.all(numbers.map((number) => readPage(sender, listRequest, number)));

		for (const page of pages) {
			next += 1;
			totalPages = larger(totalPages, page.totalPages);
			// The smallest that it ever was: entries that come or go meanwhile may be missed.
			total = Math.min(total, page.total ?? Infinity);
			emptyPages = addNew(page.entries, found) > 0 ? 0 : emptyPages + 1;
			hasGaps ||= emptyPages > 0;

			const maxEmptyPages = totalPages === undefined ? 1 : MAX_EMPTY_PAGES;
			if (emptyPages === maxEmptyPages || next > (totalPages ?? Infinity)) {
				if (hasGaps && firstPage === 1 && Number.isFinite(total) && found.size < total) {
					throw listErrors.incomplete(found.size, total);
				}
				return { entries: [...found.values()] };
			}
		}

		if (isEnough([...found.values()])) return { entries: [...found.values()], nextPage: next };
		if (next - firstPage >= MAX_PAGES) throw listErrors.endless(MAX_PAGES);
	}
}

/** @throws {PusherError} when it can't be read or is no page of a list */
export async function readPage(
	sender: Sender,
	{ url, qs, pageSize }: Pick<ListRequest, 'url' | 'qs' | 'pageSize'>,
	page: number,
): Promise<Page> {
	const response = await request(sender, {
		method: 'GET',
		url,
		qs: { ...qs, page, results_per_page: pageSize },
	});

	const entries = response?.data;
	if (!Array.isArray(entries) || !entries.every(isEntry)) {
		throw connectionErrors.nothingRead('answered with something other than a page of a list');
	}
	return { entries, ...totalsIn(response) };
}

/**
 * Some installations send numbers as text; some call the total `total_results`; some leave the whole
 * `meta` out. A number of pages of 0 means nothing: there may be entries all the same.
 */
function totalsIn(response: JsonRecord | undefined): Omit<Page, 'entries'> {
	const meta = isRecord(response?.meta) ? response.meta : {};
	return {
		totalPages: count(meta.total_pages) || undefined,
		total: count(meta.total ?? meta.total_results),
	};
}

function count(value: unknown): number | undefined {
	const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
	return /^\d+$/.test(text) ? Number(text) : undefined;
}

function larger(one: number | undefined, other: number | undefined): number | undefined {
	return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
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
