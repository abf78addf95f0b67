import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { LARGEST_PAGE, pageSizeFor } from '../api/pages';
import { Failure, listFailures } from '../transport/failures';
import { toNodeApiError } from '../transport/nodeApiError';
import { type Entry, readPages } from '../transport/readPages';
import { Run } from '../transport/run';

/** Enough to fill the editor's list, which asks for more when it is scrolled to its end. */
const ENTRIES_WANTED = 100;

/** Somebody is looking at the list while it loads, and can't stop it. */
const LONGEST_WAIT_MS = 10_000;

export interface Listed {
	/** Path of the list, such as `/websites`. */
	url: string;
	/** What it lists, such as `websites`. */
	plural: string;
	/** Entries not to be offered, because of what another parameter holds. */
	isHidden?: (entry: Entry) => boolean;
	/** What is shown of an entry, and nothing else of it: it may hold secrets. */
	nameOf: (entry: Entry) => string;
}

/**
 * A part of the list behind a resource locator: the entries whose name or ID fits `filter`, and the
 * token of the next part where there is one. Not every installation can search, so it is done here.
 *
 * @throws {NodeApiError} when the list can't be read; *By ID* can be used without it
 */
export async function searchEntries(
	context: ILoadOptionsFunctions,
	{ url, plural, isHidden, nameOf }: Listed,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const offered = (entries: Entry[]) =>
		entries
			.filter((entry) => !isHidden?.(entry))
			.map((entry) => ({ name: nameOf(entry), value: entry.id }))
			.filter((item) => fits(item, filter));

	try {
		const { entries, nextPage } = await readPages(
			{ context, run: new Run({ patienceMs: LONGEST_WAIT_MS }) },
			{
				url,
				pageSize: filter === '' ? pageSizeFor(ENTRIES_WANTED) : LARGEST_PAGE,
				firstPage: Number(paginationToken ?? 1),
				isEnough: (read) => offered(read).length >= ENTRIES_WANTED,
			},
		);
		return { results: offered(entries), paginationToken: nextPage?.toString() };
	} catch (error) {
		// Only the flows are documented: the other lists may be missing where everything else works.
		const isMissing = error instanceof Failure && error.details.status === 404;
		const failure = isMissing ? listFailures.notOffered(plural) : error;
		throw await toNodeApiError(context, failure, {
			progress: "Or choose 'By ID'.",
		});
	}
}

/** Whether an entry is one that somebody who typed `filter` looks for. */
export function fits({ name, value }: INodeListSearchItems, filter: string): boolean {
	const text = filter.trim().toLowerCase();
	return name.toLowerCase().includes(text) || String(value) === text;
}

/** A name and, in brackets, what tells it from another of the same name. */
export function labelled(name: unknown, fallback: string, distinction: unknown): string {
	const shown = typeof name === 'string' && name.trim() !== '' ? name.trim() : fallback;
	return distinction === undefined || distinction === '' ? shown : `${shown} (${distinction})`;
}
