import { MAX_PAGE_SIZE } from '../../api/pageSizes';
import type { PusherError } from '../../errors/PusherError';
import { segmentErrors } from '../../errors/segmentErrors';
import type { Subject } from '../../errors/subject';
import { idIn } from '../../operations/audience';
import { type Item, subjectOf } from '../../operations/item';
import { readPages } from '../../transport/pagination';
import type { Entry } from '../../transport/values';

/** What may be sent to a segment. */
interface SegmentUsers extends Subject {
	readonly url: string;
	readonly pageSize: number;
	/** Whether an entry may still be sent. */
	readonly isPending?: (entry: Entry) => boolean;
}

/** Their recipients are counted already. */
const RELEASED = new Set(['processing', 'sent']);

const SEGMENT_USERS: SegmentUsers[] = [
	{ singular: 'flow', plural: 'flows', url: '/flows/', pageSize: MAX_PAGE_SIZE },
	{
		singular: 'campaign',
		plural: 'campaigns',
		url: '/campaigns',
		// Each lists all of its recipients.
		pageSize: 100,
		isPending: ({ status }) => !RELEASED.has(String(status)),
	},
	{
		singular: 'recurring campaign',
		plural: 'recurring campaigns',
		url: '/recurring-campaigns',
		pageSize: 100,
	},
	{
		singular: 'RSS automation',
		plural: 'RSS automations',
		url: '/rss-automations',
		pageSize: 100,
	},
];

/**
 * An installation may send to all subscribers what was for a segment that is deleted.
 *
 * @throws {PusherError} when something uses the segment, or when that can't be told
 */
export async function verifyUnused(item: Item): Promise<void> {
	const users: Subject[] = [];
	for (const kind of SEGMENT_USERS) users.push(...(await usersAmong(item, kind)));
	if (users.length > 0) throw segmentErrors.inUse(subjectOf(item), users);
}

async function usersAmong(item: Item, kind: SegmentUsers): Promise<Subject[]> {
	const { url, pageSize, isPending = () => true } = kind;
	const read = readPages(item, {
		url,
		pageSize,
		concurrentPages: 1,
		keep: (entry) => {
			const segment = idIn(entry.segment);
			const isRelevant = segment === undefined || segment === item.id;
			return isRelevant && isPending(entry) ? { id: entry.id, segment } : undefined;
		},
	});
	const { entries } = await read.catch((error: PusherError) => {
		// An installation that has no such list has nothing that could be on it.
		if (error.details.status === 404) return { entries: [] };
		throw segmentErrors.usersUnread(subjectOf(item), kind.plural, error.message);
	});

	const subjects = (found: Entry[]) => found.map(({ id }) => ({ ...kind, id: String(id) }));
	const [untold] = subjects(entries.filter(({ segment }) => segment === undefined));
	const users = subjects(entries.filter(({ segment }) => segment !== undefined));
	if (users.length === 0 && untold) throw segmentErrors.segmentUntold(subjectOf(item), untold);
	return users;
}
