import { pollErrors } from '../errors/pollErrors';
import type { Entry } from '../transport/values';
import { idOf } from './listOrder';
import type { Settings } from './settings';
import type { Source } from './source';

const MAX_EXAMPLES = 3;

/** Where an installation ignores filters, examples may be on any page; so many are looked at. */
const MAX_PAGES = 5;

const PAGE_SIZE = 100;

/**
 * A few entries for *Fetch Test Event*, the newest last. What the trigger remembers is neither used
 * nor changed.
 *
 * @throws {PusherError} when there are none, in words for the person who is looking
 */
export async function readExamples(source: Source, settings: Settings): Promise<Entry[]> {
	const { event, types, website } = settings;
	const filters = event.name === 'campaignSent' ? [{ status: 'sent' }] : typeFilters(types);
	const isExample = (entry: Entry) =>
		source.isOfWebsite(entry) &&
		(event.name !== 'campaignSent' || entry.status === 'sent') &&
		(types.length === 0 || types.includes(String(entry.type)));

	const found = new Map<number, Entry>();
	for (const filter of filters) {
		for (const entry of await someOf(source, { ...source.websiteFilter, ...filter }, isExample)) {
			found.set(idOf(entry), entry);
		}
	}
	if (found.size === 0) {
		throw pollErrors.noExample(nameOf(settings), website === undefined ? '' : ' of this website');
	}
	return [...found.values()].sort((a, b) => idOf(a) - idOf(b)).slice(-MAX_EXAMPLES);
}

function typeFilters(types: readonly string[]): Array<{ type?: string }> {
	return types.length === 0 ? [{}] : types.map((type) => ({ type }));
}

/** From the first pages that have some. */
async function someOf(
	source: Source,
	filters: Record<string, string>,
	isExample: (entry: Entry) => boolean,
): Promise<Entry[]> {
	const list = source.list(filters);
	for (let page = 1; page <= MAX_PAGES; page += 1) {
		const { entries, totalPages } = await list.readPage({
			order: 'DESC',
			page,
			pageSize: PAGE_SIZE,
		});
		const some = entries.filter(isExample);
		if (some.length > 0) return some;
		if (entries.length === 0 || page >= (totalPages ?? MAX_PAGES)) return [];
	}
	return [];
}

function nameOf({ event, types }: Settings): string {
	if (event.name === 'campaignSent') return 'sent campaign';
	if (types.length === 0) return event.singular;
	return `${event.singular} of type ${types.join(' or ')}`;
}
