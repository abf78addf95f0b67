import { MAX_PAGE_SIZE } from '../../api/pageSizes';
import { PusherError } from '../../errors/PusherError';
import { segmentErrors } from '../../errors/segmentErrors';
import { fetchEntry } from '../../operations/entry';
import type { Item } from '../../operations/item';
import { readPages } from '../../transport/pagination';
import { subscriber } from '../subscriber/definition';

/** More subscribers than this are looked up in the list, of which a page has a thousand. */
const MAX_READ_ALONE = 20;

/**
 * Looks up the subscribers of a custom segment: an installation leaves those out that it doesn't find
 * on the website, and doesn't say so.
 *
 * @throws {PusherError} when one of them doesn't exist, or belongs to another website
 */
export async function validateMembers(item: Item, ids: string, website: string): Promise<void> {
	const wanted = ids.split(',');
	const websites =
		wanted.length > MAX_READ_ALONE
			? await websitesFromList(item, new Set(wanted))
			: await websitesOfEach(item, wanted);

	const missing = wanted.filter((id) => !websites.has(id));
	if (missing.length > 0) throw segmentErrors.noSubscribers(missing);
	const elsewhere = wanted.filter((id) => websites.get(id) !== website);
	if (elsewhere.length > 0) throw segmentErrors.subscribersElsewhere(elsewhere, website);
}

/** The website of each subscriber that exists. */
async function websitesOfEach(item: Item, ids: string[]): Promise<Map<string, string>> {
	const found = await Promise.all(
		ids.map(async (id) => {
			const entry = await fetchEntry({ ...item, definition: subscriber }, id).catch(
				(error: PusherError) => {
					if (error.details.status === 404) return undefined;
					throw error;
				},
			);
			return entry && ([id, String(entry.website_id)] as const);
		}),
	);
	return new Map(found.filter((pair) => pair !== undefined));
}

async function websitesFromList(item: Item, ids: Set<string>): Promise<Map<string, string>> {
	const { entries } = await readPages(item, {
		url: subscriber.path,
		pageSize: MAX_PAGE_SIZE,
		keep: ({ id, website_id: website }) =>
			ids.has(String(id)) ? { id, website_id: website } : undefined,
		isEnough: (kept) => kept.length === ids.size,
	});
	return new Map(entries.map(({ id, website_id: website }) => [String(id), String(website)]));
}
