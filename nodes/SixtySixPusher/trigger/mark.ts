import { fromText, toText } from './idText';
import { highestOf } from './listOrder';
import { isRecord } from '../transport/values';

/**
 * Up to where a list is known. IDs grow, but an entry can become visible a moment after one with a
 * higher ID, or be missed on a page from which it moved. So each poll looks again at what the poll
 * before has brought, and an entry is settled only then.
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
	const settled = Math.max(mark.settled, highestOf(mark.recent));
	return { settled, recent: new Set([...seen, top].filter((id) => id > settled)) };
}

/** A mark as it is remembered. */
export interface MarkText {
	settled: number;
	recent: string;
}

/** @param maxLength of the text; the oldest IDs that don't fit are settled at once */
export function markToText({ settled, recent }: Mark, maxLength: number): MarkText {
	const ids = [...recent].sort((a, b) => a - b);
	let dropped = 0;
	let text = toText(ids);
	while (text.length > maxLength) {
		dropped += Math.ceil((ids.length - dropped) / 4);
		text = toText(ids.slice(dropped));
	}
	return { settled: dropped === 0 ? settled : (ids[dropped - 1] ?? settled), recent: text };
}

/** @returns undefined if it is no mark */
export function markFromText(value: unknown): Mark | undefined {
	if (!isRecord(value)) return undefined;
	const { settled } = value;
	const recent = fromText(value.recent);
	const isCount = typeof settled === 'number' && Number.isSafeInteger(settled) && settled >= 0;
	return isCount && recent ? { settled, recent: new Set(recent) } : undefined;
}
