import type { Entry } from '../transport/values';

/** Names of an entry's dates that change with what its subscriber or campaign does. */
const ACTIVITY_DATE = /^last_(?:\w+_)?datetime$/;

export function idOf(entry: Entry): number {
	return Number(entry.id);
}

/** The highest of the IDs; 0 if there are none. */
export function highestOf(ids: Iterable<number>): number {
	let highest = 0;
	for (const id of ids) highest = Math.max(highest, id);
	return highest;
}

/** Whether each ID is lower than the one before. */
export function isFalling(entries: readonly Entry[]): boolean {
	return follows(entries.map(idOf), (before, after) => before > after);
}

/** Whether each ID is higher than the one before. */
export function isRising(entries: readonly Entry[]): boolean {
	return follows(entries.map(idOf), (before, after) => before < after);
}

/**
 * Whether the entries may be in the order of their last activity, in which a new entry can be
 * anywhere: right after a campaign has gone through its subscribers, such a list looks like one that
 * is in the order of IDs. Dates are in `Y-m-d H:i:s`, whose order is that of their text.
 *
 * @returns false only if the entries' own dates prove that they are not
 */
export function mayBeByActivity(
	entries: readonly Entry[],
	direction: 'falling' | 'rising',
): boolean {
	const names = Object.keys(entries[0] ?? {}).filter((name) => ACTIVITY_DATE.test(name));
	if (names.length === 0) return true;

	return names.some((name) => {
		const dates = entries.map((entry) => String(entry[name] ?? ''));
		const isEmpty = dates.every((date) => date === '');
		const inOrder = (before: string, after: string) =>
			direction === 'falling' ? before >= after : before <= after;
		return !isEmpty && follows(dates, inOrder);
	});
}

function follows<T>(values: readonly T[], inOrder: (before: T, after: T) => boolean): boolean {
	let before: T | undefined;
	for (const value of values) {
		if (before !== undefined && !inOrder(before, value)) return false;
		before = value;
	}
	return true;
}
