import { fromText, toText } from './idText';
import { highestOf } from './listOrder';
import { isRecord } from '../transport/values';

/** So many of the newest entries are looked at again: few enough for the smallest page. */
const MAX_RECENT = 20;

/**
 * Up to where a list is known. IDs grow, but an entry can become visible a moment after one with a
 * higher ID. So each poll looks again at the newest that the poll before has brought, and only then
 * are they settled.
 */
export interface Mark {
	/** Everything up to this ID is known. */
	readonly settled: number;
	/** IDs above it that are known. */
	readonly recent: ReadonlySet<number>;
}

/** A mark at the end of a list. */
export function markAt(settled: number): Mark {
	return { settled, recent: new Set() };
}

export function isKnown({ settled, recent }: Mark, id: number): boolean {
	return id <= settled || recent.has(id);
}

/**
 * The mark after a poll.
 *
 * @param seen IDs that are known now
 * @param top the highest ID up to which the list was read
 */
export function advance(mark: Mark, seen: Iterable<number>, top: number): Mark {
	const known = Math.max(mark.settled, highestOf(mark.recent));
	const recent = [...new Set([...seen, top])].filter((id) => id > known).sort((a, b) => a - b);
	const [settled = known] = recent.slice(0, -MAX_RECENT).slice(-1);
	return { settled, recent: new Set(recent.slice(-MAX_RECENT)) };
}

/** A mark as it is remembered. */
export interface MarkText {
	settled: number;
	recent: string;
}

export function markToText({ settled, recent }: Mark): MarkText {
	return { settled, recent: toText(recent) };
}

/** @returns undefined if it is no mark */
export function markFromText(value: unknown): Mark | undefined {
	if (!isRecord(value)) return undefined;
	const { settled } = value;
	const recent = fromText(value.recent);
	const isCount = typeof settled === 'number' && Number.isSafeInteger(settled) && settled >= 0;
	return isCount && recent ? { settled, recent: new Set(recent) } : undefined;
}
