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
 * Whether entries are in the order of their last activity: `none`, nothing has happened to them yet,
 * `possible`, or `excluded` by their own dates.
 */
export type ActivityOrder = 'none' | 'possible' | 'excluded';

/**
 * In a list by last activity, a new entry can be anywhere: a campaign that goes through the other
 * subscribers leaves it behind, and in the order of their IDs. Until something happens to an entry,
 * some installations may take its creation for its activity.
 *
 * Dates are in `Y-m-d H:i:s`, whose order is that of their text.
 */
export function activityOrder(
	entries: readonly Entry[],
	direction: 'falling' | 'rising',
): ActivityOrder {
	const inOrder = (before: string, after: string) =>
		direction === 'falling' ? before >= after : before <= after;
	const names = Object.keys(entries[0] ?? {}).filter((name) => ACTIVITY_DATE.test(name));
	if (names.length === 0) return 'possible';

	const dated = names.filter((name) => entries.some((entry) => dateIn(entry, name) !== ''));
	if (dated.length === 0) return 'none';
	const isPossible = dated.some((name) => {
		const dates = entries.map((entry) => dateIn(entry, name));
		const orCreated = entries.map((entry) => dateIn(entry, name) || dateIn(entry, 'datetime'));
		return follows(dates, inOrder) || follows(orCreated, inOrder);
	});
	return isPossible ? 'possible' : 'excluded';
}

function dateIn(entry: Entry, name: string): string {
	return String(entry[name] ?? '');
}

function follows<T>(values: readonly T[], inOrder: (before: T, after: T) => boolean): boolean {
	let before: T | undefined;
	for (const value of values) {
		if (before !== undefined && !inOrder(before, value)) return false;
		before = value;
	}
	return true;
}
