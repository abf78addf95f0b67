import { connectionErrors } from '../errors/connectionErrors';
import type { PusherError } from '../errors/PusherError';
import { request } from '../transport/request';
import { type Entry, isEntry } from '../transport/values';
import { idOf } from './listOrder';
import { advance, markAt } from './mark';
import type { Memory } from './memory';
import { ALL, newIn, type Polled } from './newEntries';
import type { Source } from './source';

/** Campaigns that are looked up by themselves in one poll, a request each. */
const MAX_LOOKUPS = 10;

/**
 * Campaigns that were sent. An ID says nothing about when, since a campaign may be scheduled weeks
 * ahead: so those that are not sent yet are remembered until they are.
 */
export async function pollCampaignsSent(
	source: Source,
	memory: Memory | undefined,
): Promise<Polled> {
	const unsentIn = (campaigns: readonly Entry[]) =>
		campaigns.filter((entry) => source.isOfWebsite(entry) && !isSent(entry)).map(idOf);

	const mark = memory?.marks[ALL];
	if (memory === undefined || mark === undefined) {
		const { entries, top } = await source.reader(source.websiteFilter).readWhole();
		const marks = { [ALL]: markAt(top) };
		return { events: [], memory: { marks, unsent: new Set(unsentIn(entries)) } };
	}

	const reading = await source.readNewer(source.websiteFilter, mark.settled);
	const { entries, top, isWhole, proven } = reading;
	const unsent = memory.unsent ?? new Set();
	const listed = entries.filter((entry) => unsent.has(idOf(entry)));
	const found = newIn(entries, mark, top).filter((entry) => !unsent.has(idOf(entry)));

	const ids = new Set(entries.map(idOf));
	// What isn't in the whole list was deleted.
	const absent = isWhole ? [] : [...unsent].filter((id) => !ids.has(id));
	const next = nextOf(absent, memory.lookedUp ?? 0);
	const lookedUp = await Promise.all(next.map(async (id) => await lookUp(source, id)));

	const current = [...found, ...listed, ...lookedUp.filter((entry) => entry !== undefined)];
	return {
		events: current.filter((entry) => source.isOfWebsite(entry) && isSent(entry)).sort(bySending),
		memory: {
			marks: { [ALL]: advance(mark, found.map(idOf), top) },
			unsent: new Set([...unsentIn(current), ...absent.filter((id) => !next.includes(id))]),
			lookedUp: next.at(-1),
			ownOrder: proven,
		},
	};
}

function isSent({ status }: Entry): boolean {
	return status === 'sent';
}

/** In the order in which they were sent; dates are in `Y-m-d H:i:s`. */
function bySending(a: Entry, b: Entry): number {
	const dates = [a, b].map((entry) => String(entry.last_sent_datetime ?? ''));
	const [first = '', second = ''] = dates;
	return first === second ? idOf(a) - idOf(b) : first < second ? -1 : 1;
}

/** The ones whose turn it is to be looked up, after the one that was last. */
function nextOf(ids: readonly number[], last: number): number[] {
	const sorted = [...ids].sort((a, b) => a - b);
	const after = sorted.filter((id) => id > last);
	return [...after, ...sorted.filter((id) => id <= last)].slice(0, MAX_LOOKUPS);
}

/** @returns undefined if it was deleted */
async function lookUp({ sender }: Source, id: number): Promise<Entry | undefined> {
	const subject = { singular: 'campaign', plural: 'campaigns', id: String(id) };
	const outcome = await request(sender, { method: 'GET', url: `/campaigns/${id}`, subject }).then(
		(response) => ({ entry: response?.data }),
		(error: PusherError) => ({ error }),
	);
	if ('error' in outcome) {
		if (outcome.error.details.isMissing) return undefined;
		throw outcome.error;
	}
	const { entry } = outcome;
	if (isEntry(entry) && idOf(entry) === id) return entry;
	throw connectionErrors.nothingRead(`answered with something other than campaign ${id}`);
}
