import { ALL_SUBSCRIBERS } from '../api/allSubscribers';
import { MAX_PAGE_SIZE } from '../api/pageSizes';
import { inputErrors } from '../errors/inputErrors';
import { storedErrors } from '../errors/storedErrors';
import { readPages } from '../transport/pagination';
import { type Entry, isRecord } from '../transport/values';
import { type Item, subjectOf } from './item';
import { labelOf } from './validate';

/**
 * Looks the website up before anything is sent for it: an installation may use the account's first one
 * if it doesn't know the website. If it has no list of websites, the one that was asked for is trusted,
 * and what is stored is compared.
 *
 * @throws {PusherError} when there is no such website
 */
export async function validateWebsite(item: Item): Promise<void> {
	const { website_id: website } = item.fields;
	const websites = website === undefined ? undefined : await listOf(item, '/websites');
	if (website === undefined || websites === undefined) return;
	if (!websites.some(({ id }) => String(id) === website)) throw inputErrors.noWebsite(website);
}

/**
 * Looks the segment up before anything is sent to it: an installation may use all subscribers if it
 * doesn't know the segment, and many don't say so afterwards. If it has no list of segments, the one
 * that was asked for is trusted.
 *
 * @throws {PusherError} when there is no such segment, or it belongs to another website than asked for
 */
export async function validateSegment(item: Item): Promise<void> {
	const { segment, website_id: website } = item.fields;
	if (segment === undefined || segment === ALL_SUBSCRIBERS) return;

	const segments = await listOf(item, '/segments');
	if (segments === undefined) return;

	const found = segments.find(({ id }) => String(id) === segment);
	if (found === undefined) throw inputErrors.noSegment(segment);
	const itsWebsite = idIn(found.website_id);
	if (website !== undefined && itsWebsite !== undefined && itsWebsite !== website) {
		throw inputErrors.segmentElsewhere(segment, itsWebsite, website);
	}
}

async function listOf(item: Item, url: string): Promise<Entry[] | undefined> {
	const { lists } = item.run;
	const entries =
		lists.get(url) ??
		readPages(item, { url, pageSize: MAX_PAGE_SIZE }).then(
			(list) => list.entries,
			() => undefined,
		);
	lists.set(url, entries);
	return await entries;
}

/**
 * An installation may store an entry for another website, or for all subscribers, if it doesn't know
 * the ones asked for.
 *
 * @throws {PusherError} when the entry reports another audience than was asked for
 */
export function verifyAudience(item: Item, entry: Entry): void {
	const { definition, fields } = item;
	for (const name of ['website_id', 'segment']) {
		const asked = fields[name];
		if (asked === undefined || entry[name] === undefined) continue;
		const nobodyElse = name === 'segment' ? ALL_SUBSCRIBERS : 'none';
		const stored = idIn(entry[name]) ?? nobodyElse;
		if (stored !== asked) {
			const subject = subjectOf(item, String(entry.id));
			throw storedErrors.otherAudience(subject, labelOf(definition, name), asked, stored);
		}
	}
}

/** The text of an ID, also from an object that has it; undefined if there is none. */
export function idIn(value: Entry[string]): string | undefined {
	const id = isRecord(value) ? value.id : value;
	const text = String(id ?? '').trim();
	return text === '' ? undefined : text;
}
