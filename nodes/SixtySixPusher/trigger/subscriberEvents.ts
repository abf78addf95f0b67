import type { Entry } from '../transport/values';
import { idOf } from './listOrder';
import { advance, type Mark, markAt } from './mark';
import type { Memory } from './memory';
import { newIn, type Polled } from './newEntries';
import { reaches, type Reading } from './readNewer';
import { REPEATABLE, withoutRepeats } from './repeatSubscription';
import type { Source } from './source';

/** What was read of the subscriber logs, by type. */
interface Logs {
	entriesOf: (type: string) => Entry[];
	/** Up to this ID, nothing is missing of any type. */
	top: number;
	reading: Reading;
}

/**
 * Subscriber events of several types. Each type has its mark; what arrives while they are read one
 * after the other is left for the next poll, so that all come in their order.
 */
export async function pollSubscriberEvents(
	source: Source,
	memory: Memory | undefined,
	types: readonly string[],
): Promise<Polled> {
	const logs = await readLogs(source, memory, types);
	const isOrdered = logs.reading.isOrdered || (logs.reading.isWhole && memory?.isOrdered);
	const about = { ownOrder: logs.reading.proven, isOrdered };
	if (memory === undefined) {
		return { events: [], memory: { ...about, marks: marksOf(types, () => markAt(logs.top)) } };
	}

	const found = new Map(
		types.map((type) => [type, newIn(logs.entriesOf(type), markOf(memory, type), logs.top)]),
	);
	const candidates = (found.get(REPEATABLE) ?? []).filter((entry) => source.isOfWebsite(entry));
	const { isRepeat, top } = await withoutRepeats(source, candidates, logs.top);

	const upToTop = (type: string) => (found.get(type) ?? []).filter((entry) => idOf(entry) <= top);
	return {
		events: types
			.flatMap(upToTop)
			.filter((entry) => source.isOfWebsite(entry) && !isRepeat(entry))
			.sort((a, b) => idOf(a) - idOf(b)),
		memory: {
			...about,
			marks: marksOf(types, (type) => advance(markOf(memory, type), upToTop(type).map(idOf), top)),
		},
	};
}

async function readLogs(
	source: Source,
	memory: Memory | undefined,
	types: readonly string[],
): Promise<Logs> {
	const [onlyType] = types;
	if (types.length === 1 && onlyType !== undefined) {
		const mark = memory === undefined ? Infinity : markOf(memory, onlyType).settled;
		return ofOneReading(await source.readNewer({ ...source.websiteFilter, type: onlyType }, mark));
	}

	const marks = types.map((type) => (memory ? markOf(memory, type).settled : Infinity));
	const lowest = Math.min(...marks);
	const reader = source.reader(source.websiteFilter);
	const opened = await reader.open();

	// All types at once, unless so much else has happened that the newest entries don't go back to the
	// last poll. An installation that orders its list is one that also filters it.
	const isFar = opened.is === 'newestFirst' && opened.isOrdered && !reaches(opened.first, lowest);
	if (!isFar) return ofOneReading(await reader.readNewer(lowest, opened));
	const newest = await reader.readNewer(Infinity, opened);
	return await readEachType(source, newest, types, marks);
}

function ofOneReading(reading: Reading): Logs {
	return {
		entriesOf: (type) => reading.entries.filter((entry) => entry.type === type),
		top: reading.top,
		reading,
	};
}

/** @param newest the newest entries: up to them, the lists of all types are complete */
async function readEachType(
	source: Source,
	newest: Reading,
	types: readonly string[],
	marks: readonly number[],
): Promise<Logs> {
	const readings = new Map<string, Reading>();
	let { top } = newest;
	for (const [index, type] of types.entries()) {
		const reading = await source.readNewer({ ...source.websiteFilter, type }, marks[index] ?? 0);
		readings.set(type, reading);
		if (reading.isCut) top = Math.min(top, reading.top);
	}
	return {
		entriesOf: (type) => (readings.get(type)?.entries ?? []).filter((entry) => entry.type === type),
		top,
		reading: newest,
	};
}

function markOf({ marks }: Memory, type: string): Mark {
	return marks[type] ?? markAt(0);
}

function marksOf(types: readonly string[], toMark: (type: string) => Mark): Memory['marks'] {
	return Object.fromEntries(types.map((type) => [type, toMark(type)]));
}
