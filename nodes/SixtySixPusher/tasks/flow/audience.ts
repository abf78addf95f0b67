import { FIELDS } from '../../api/fields';
import { ALL_SUBSCRIBERS } from '../../api/limits';
import { LARGEST_PAGE } from '../../api/pages';
import type { CheckedFields } from '../../transport/checks';
import { inputFailures, storedFailures } from '../../transport/failures';
import { type Entry, readPages } from '../../transport/readPages';
import type { Item } from '../../transport/road';
import { isRecord } from '../../transport/values';
import type { Flow } from './flow';

/**
 * Looks the segment up before a flow is sent to it: an installation may send the flow to all
 * subscribers where it does not know the segment, and many don't tell afterwards. Where it gives no
 * list of segments, the one that was asked for is taken at its word.
 *
 * @throws {Failure} when there is no such segment, or it belongs to another website than was asked for
 */
export async function checkSegment({ run, ...sender }: Item): Promise<void> {
	const { segment, website_id: website } = sender.fields;
	if (segment === undefined || segment === ALL_SUBSCRIBERS) return;

	run.segments ??= readPages({ ...sender, run }, { url: '/segments', pageSize: LARGEST_PAGE }).then(
		({ entries }) => entries,
		() => undefined,
	);
	const segments = await run.segments;
	if (segments === undefined) return;

	const found = segments.find(({ id }) => String(id) === segment);
	if (found === undefined) throw inputFailures.noSegment(segment);
	const itsWebsite = told(found.website_id);
	if (website !== undefined && itsWebsite !== undefined && itsWebsite !== website) {
		throw inputFailures.segmentElsewhere(segment, itsWebsite, website);
	}
}

/**
 * An installation may store a flow for another website, or for all subscribers, where it does not
 * know the ones asked for.
 *
 * @throws {Failure} when the flow tells of another audience than was asked for
 */
export function checkAudience(flow: Flow, asked: CheckedFields): void {
	for (const name of ['website_id', 'segment']) {
		if (asked[name] === undefined || flow[name] === undefined) continue;
		const nobodyElse = name === 'segment' ? ALL_SUBSCRIBERS : 'none';
		const stored = told(flow[name]) ?? nobodyElse;
		if (stored !== asked[name]) {
			throw storedFailures.otherAudience(String(flow.id), FIELDS[name].label, asked[name], stored);
		}
	}
}

/** The text of an ID, which may come as the thing that it stands for; undefined where there is none. */
function told(value: Entry[string]): string | undefined {
	const id = isRecord(value) ? value.id : value;
	const text = String(id ?? '').trim();
	return text === '' ? undefined : text;
}
