import type { Entry } from '../transport/values';
import { idOf } from './listOrder';
import { advance, isKnown, type Mark, markAt } from './mark';
import type { Memory } from './memory';
import type { Source } from './source';

/** What a poll brings: events in their order, and what to remember then. */
export interface Polled {
	readonly events: Entry[];
	readonly memory: Memory;
}

/** For events with one mark. */
export const ALL = 'all';

/** Entries that are new in a list, e.g. subscribers. */
export async function pollNewEntries(source: Source, memory: Memory | undefined): Promise<Polled> {
	const mark = memory?.marks[ALL];
	const reading = await source.readNewer(source.websiteFilter, mark?.settled ?? Infinity);
	const { top, proven } = reading;
	const isOrdered = reading.isOrdered || (reading.isWhole && memory?.isOrdered);
	const found = mark === undefined ? [] : newIn(reading.entries, mark, top);

	return {
		events: found.filter((entry) => source.isOfWebsite(entry)),
		memory: {
			marks: { [ALL]: mark === undefined ? markAt(top) : advance(mark, found.map(idOf), top) },
			ownOrder: proven,
			isOrdered,
		},
	};
}

/** Entries that aren't known, up to an ID, in the order of their IDs. */
export function newIn(entries: readonly Entry[], mark: Mark, top: number): Entry[] {
	return entries
		.filter((entry) => idOf(entry) <= top && !isKnown(mark, idOf(entry)))
		.sort((a, b) => idOf(a) - idOf(b));
}
