import type { Entry } from '../transport/values';
import { highestOf, idOf } from './listOrder';
import type { Source } from './source';

/** The type that may belong to a repeat subscription, and the one that then follows it. */
export const REPEATABLE = 'unsubscribed';
const REPEATING = 'subscribed';

interface Repeats {
	/** Whether an `unsubscribed` only belongs to a repeat subscription. */
	isRepeat: (entry: Entry) => boolean;
	/** Up to this ID that is known. */
	top: number;
}

/**
 * Somebody who subscribes again is written down as `unsubscribed` and then `subscribed`, in the same
 * second and with the same IP address, and has not left. Such an `unsubscribed` is told by the next
 * entry of the account's logs, of whatever type and website: so those are read, and later than the
 * `unsubscribed` itself, after which the other has long been written.
 *
 * @param candidates the new ones, by their IDs
 * @param top the ID up to which events are known
 * @throws {PusherError} when the logs can't be read
 */
export async function withoutRepeats(
	source: Source,
	candidates: readonly Entry[],
	top: number,
): Promise<Repeats> {
	const [oldest] = candidates;
	if (oldest === undefined) return { isRepeat: () => false, top };

	const reading = await source.readNewer({}, idOf(oldest) - 1);
	const entries = [...reading.entries].sort((a, b) => idOf(a) - idOf(b));
	const repeats = new Set(
		candidates
			.filter((candidate) => {
				const next = entries.find((entry) => idOf(entry) > idOf(candidate));
				return next !== undefined && follows(candidate, next);
			})
			.map(idOf),
	);
	return {
		isRepeat: (entry) => repeats.has(idOf(entry)),
		// Of the newest entry that was read, the next one isn't known if there are more.
		top: reading.isCut ? Math.min(top, highestOf(entries.map(idOf)) - 1) : top,
	};
}

function follows(entry: Entry, next: Entry): boolean {
	const { ip, datetime } = entry;
	const isSame = next.datetime === datetime && next.ip === ip;
	return next.type === REPEATING && isSame && Boolean(ip) && Boolean(datetime);
}
