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
	/** How many entries there are, where the installation says so. */
	total?: number;
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
 * The number of pages is believed where the installation gives one: the largest, for a list that
 * grows while it is read. Where it gives none, the list ends with the first page that brings nothing
 * new: an installation may give shorter pages than it was asked for.
 *
 * @throws {Failure} when a page can't be read or is none, when the list doesn't end, or when pages
 * bring nothing new and entries are missing by the installation's own count
 */
export async function readPages(sender: Sender, request: ListRequest): Promise<Listing> {
	const { firstPage = 1, pagesNeeded = Infinity, isEnough = () => false } = request;
	const found = new Map<string, Entry>();
	let page = firstPage;
	let totalPages: number | undefined;
	let total = Infinity;
	let barren = 0;
	let hasGaps = false;

	for (;;) {
		const last = Math.min(
			totalPages ?? page,
			firstPage + pagesNeeded - 1,
			page + PAGES_AT_ONCE - 1,
		);
		const numbers = range(page, Math.max(page, last));
		const pages = await Promise.all(numbers.map((number) => readPage(sender, request, number)));

		for (const told of pages) {
			page += 1;
			totalPages = greater(totalPages, told.totalPages);
			// The least that it ever was: entries that come or go meanwhile may be missed.
			total = Math.min(total, told.total ?? Infinity);
			barren = addNew(told.entries, found) > 0 ? 0 : barren + 1;
			hasGaps ||= barren > 0;

			const patience = totalPages === undefined ? 1 : MOST_BARREN_PAGES;
			if (barren === patience || page > (totalPages ?? Infinity)) {
				if (hasGaps && firstPage === 1 && Number.isFinite(total) && found.size < total) {
					throw listFailures.incomplete(found.size, total);
				}
				return { entries: [...found.values()] };
			}
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
		throw connectionFailures.nothingRead('answered with something other than a page of a list');
	}
	return { entries, ...countsOf(reply) };
}

function isEntry(value: unknown): value is Entry {
	return isRecord(value) && positiveInteger(value.id) !== undefined;
}

/**
 * Some installations send numbers as text; some call the total `total_results`; some leave the whole
 * `meta` out. A number of pages of 0 says nothing: there may be entries all the same.
 */
function countsOf(reply: JsonRecord | undefined): Omit<Page, 'entries'> {
	const meta = isRecord(reply?.meta) ? reply.meta : {};
	return {
		totalPages: count(meta.total_pages) || undefined,
		total: count(meta.total ?? meta.total_results),
	};
}

function count(told: unknown): number | undefined {
	const text = typeof told === 'number' || typeof told === 'string' ? String(told).trim() : '';
	return /^\d+$/.test(text) ? Number(text) : undefined;
}

function greater(one: number | undefined, other: number | undefined): number | undefined {
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
