import { ALL_SUBSCRIBERS } from '../api/allSubscribers';
import { MAX_PAGE_SIZE } from '../api/pageSizes';
import { inputErrors } from '../errors/inputErrors';
import { PusherError } from '../errors/PusherError';
import { readPages } from '../transport/pagination';
import { type Entry, isRecord } from '../transport/values';
import { fetchEntry } from './entry';
import type { Item } from './item';

/**
 * Looks up the website and the segment before anything is sent to them: an installation may use its
 * first website, or all subscribers, if it doesn't know the ones asked for, and many don't say so
 * afterwards. If it has no list of them, the ones that were asked for are trusted.
 *
 * @throws {PusherError} when there is no such website or segment, when the segment belongs to another
 * website, or when a list exists and can't be read
 */
export async function validateAudience(item: Item): Promise<void> {
	const { website_id: website, segment } = item.fields;
	if (website !== undefined) await validateWebsite(item, website);
	if (segment !== undefined && segment !== ALL_SUBSCRIBERS) await validateSegment(item, segment);
	if (website !== undefined && segment === undefined && item.id !== '') {
		await validateStoredSegment(item, website);
	}
}

async function validateWebsite(item: Item, website: string): Promise<void> {
	const websites = await listOf(item, '/websites', 'website');
	if (websites && !websites.some(({ id }) => String(id) === website)) {
		throw inputErrors.noWebsite(website);
	}
}

async function validateSegment(item: Item, segment: string): Promise<void> {
	const found = await findSegment(item, segment);
	if (found === undefined) return;

	const itsWebsite = idIn(found.website_id);
	if (itsWebsite === undefined) return;
	const website = item.fields.website_id ?? (await storedWebsite(item));
	if (website !== undefined && itsWebsite !== website) {
		throw inputErrors.segmentElsewhere(segment, itsWebsite, website);
	}
}

/** A segment that stays while the website changes would belong to another website. */
async function validateStoredSegment(item: Item, website: string): Promise<void> {
	if (!('segment' in item.definition.fields)) return;
	const stored = await fetchEntry(item, item.id);
	const segment = idIn(stored.segment);
	if (segment === undefined || segment === ALL_SUBSCRIBERS) return;
	if (idIn(stored.website_id) === website) return;
	throw inputErrors.segmentStays(segment, website);
}

/** @returns undefined if the installation has no list of segments */
async function findSegment(item: Item, segment: string): Promise<Entry | undefined> {
	const segments = await listOf(item, '/segments', 'segment');
	if (segments === undefined) return undefined;
	const found = segments.find(({ id }) => String(id) === segment);
	if (found === undefined) throw inputErrors.noSegment(segment);
	return found;
}

/** Of the entry that is updated, if its website isn't among the fields. */
async function storedWebsite(item: Item): Promise<string | undefined> {
	if (item.id === '') return undefined;
	const { website_id: website } = await fetchEntry(item, item.id);
	return idIn(website);
}

/**
 * A list of the account, read once in a run.
 *
 * @returns undefined if the installation has no such list
 * @throws {PusherError} when it has one and it can't be read
 */
async function listOf(item: Item, url: string, what: string): Promise<Entry[] | undefined> {
	const { lists } = item.run;
	const list =
		lists.get(url) ??
		readPages(item, { url, pageSize: MAX_PAGE_SIZE }).then(
			({ entries }) => entries,
			(error: unknown) => {
				if (error instanceof PusherError && error.details.status === 404) return undefined;
				throw error;
			},
		);
	lists.set(url, list);
	try {
		return await list;
	} catch (error) {
		// The next item asks again.
		lists.delete(url);
		throw isAboutLookup(error) ? inputErrors.notLookedUp(what, error) : error;
	}
}

/** A wrong key, no connection or too many requests would have stopped the item anyway. */
function isAboutLookup(error: unknown): error is PusherError {
	if (!(error instanceof PusherError)) return false;
	const { cause, isNotSent } = error.details;
	return !isNotSent && cause !== 'credential-invalid' && cause !== 'rate-limited';
}

/** The text of an ID, also from an object that has it; undefined if there is none. */
export function idIn(value: Entry[string]): string | undefined {
	const id = isRecord(value) ? value.id : value;
	const text = String(id ?? '').trim();
	return text === '' ? undefined : text;
}
