import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { MAX_PAGE_SIZE, pageSizeFor } from '../api/pageSizes';
import { listErrors } from '../errors/listErrors';
import { PusherError } from '../errors/PusherError';
import { toNodeApiError } from '../errors/toNodeApiError';
import type { ListSource } from '../resources/definition';
import { readPages } from '../transport/pagination';
import { Run } from '../transport/run';
import { type Entry, isRecord, positiveInteger } from '../transport/values';
import { without } from './output';

/** Enough to fill the editor's list, which asks for more when it is scrolled to its end. */
const RESULTS_WANTED = 100;

/** Somebody is looking at the list while it loads, and can't stop it. */
const MAX_WAIT_MS = 10_000;

/**
 * A part of the list behind a resource locator: the entries whose label or ID matches `filter`, and
 * the token of the next part if there is one. Not every installation can search, so it is done here.
 *
 * @throws {NodeApiError} when the list can't be read; *By ID* works without it
 */
export async function searchList(
	context: ILoadOptionsFunctions,
	{ path, plural, before = [], ofChosenWebsite = false, largeFields, labelOf }: ListSource,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const website = ofChosenWebsite ? chosenWebsite(context) : undefined;
	const offered = (entries: Entry[]) =>
		entries
			.filter((entry) => website === undefined || String(entry.website_id) === website)
			.map((entry) => ({ name: labelOf(entry), value: entry.id }))
			.filter((result) => matchesFilter(result, filter));

	try {
		const { entries, nextPage } = await readPages(
			{ context, run: new Run({ maxWaitMs: MAX_WAIT_MS }) },
			{
				url: path,
				pageSize: filter === '' || largeFields ? pageSizeFor(RESULTS_WANTED) : MAX_PAGE_SIZE,
				keep: largeFields && ((entry) => without(entry, largeFields)),
				firstPage: Number(paginationToken ?? 1),
				isEnough: (read) => offered(read).length >= RESULTS_WANTED,
			},
		);
		const first = paginationToken === undefined ? before : [];
		return {
			results: [...first.filter((result) => matchesFilter(result, filter)), ...offered(entries)],
			paginationToken: nextPage?.toString(),
		};
	} catch (error) {
		// Only the flows are documented: other lists may be missing although everything else works.
		const isMissing = error instanceof PusherError && error.details.status === 404;
		throw await toNodeApiError(context, isMissing ? listErrors.notProvided(plural) : error, {
			progress: "Or choose 'By ID'.",
		});
	}
}

/** Whether a result is one that somebody who typed `filter` looks for. */
function matchesFilter({ name, value }: INodeListSearchItems, filter: string): boolean {
	const text = filter.trim().toLowerCase();
	return name.toLowerCase().includes(text) || String(value) === text;
}

/** In the form that is being filled in: *Website* of Create, or of Update's fields. */
function chosenWebsite(context: ILoadOptionsFunctions): string | undefined {
	const parameters = context.getCurrentNodeParameters();
	const path = parameters?.operation === 'update' ? 'updateFields.websiteId' : 'websiteId';
	const locator: unknown = context.getCurrentNodeParameter(path);
	return isRecord(locator) ? positiveInteger(locator.value) : undefined;
}
