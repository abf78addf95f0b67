import type { IDataObject } from 'n8n-workflow';

import { connectionErrors } from '../errors/connectionErrors';
import { request, type Sender } from './request';
import { type Entry, isEntry, isRecord, type JsonRecord } from './values';

export interface PageRequest {
	/** Path of the list, e.g. `/flows/`. */
	readonly url: string;
	readonly qs?: IDataObject;
	readonly pageSize: number;
	/** What is kept of each entry; default all. With it, only one page is in memory at a time. */
	readonly keep?: (entry: Entry) => Entry;
}

export interface Page {
	readonly entries: Entry[];
	/** How many pages there are, if the installation says so. */
	readonly totalPages?: number;
	/** How many entries there are, if the installation says so. */
	readonly total?: number;
}

/** @throws {PusherError} when the page can't be read, or isn't one */
export async function readPage(
	sender: Sender,
	{ url, qs, pageSize, keep }: PageRequest,
	page: number,
): Promise<Page> {
	const response = await request(sender, {
		method: 'GET',
		url,
		qs: { ...qs, page, results_per_page: pageSize },
	});

	const entries = entriesIn(response);
	if (!entries?.every(isEntry)) {
		throw connectionErrors.nothingRead('answered with something other than a page of a list');
	}
	return { entries: keep ? entries.map(keep) : entries, ...totalsIn(response) };
}

/** PHP encodes an array whose keys have gaps as an object, and some versions an empty one as null. */
function entriesIn(response: JsonRecord | undefined): unknown[] | undefined {
	const { data }: JsonRecord = response ?? {};
	if (Array.isArray(data)) return data;
	if (data === null) return [];
	if (!isRecord(data)) return undefined;
	return Object.keys(data).every((key) => /^\d+$/.test(key)) ? Object.values(data) : undefined;
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
