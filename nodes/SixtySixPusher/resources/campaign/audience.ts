import { ALL_SUBSCRIBERS } from '../../api/allSubscribers';
import { inputErrors } from '../../errors/inputErrors';
import type { Difference } from '../../errors/sendErrors';
import type { Item } from '../../operations/item';
import { parameter, rawParameter } from '../../operations/parameter';
import { labelOf, type ValidFields } from '../../operations/validate';
import { type Entry, isRecord, positiveInteger } from '../../transport/values';

/** The API's word for named subscribers. */
const CUSTOM = 'custom';

/** Who gets a campaign, as the API takes it. */
export interface Audience {
	readonly website: string;
	/** `all`, `custom`, or a segment's ID. */
	readonly segment: string;
	/** For `custom`. */
	readonly subscriberIds?: readonly string[];
}

/**
 * The audience that *Send To* chooses.
 *
 * @param prefix where the form has it, e.g. `updateFields.`
 * @throws {PusherError} when nothing is chosen, or what the choice needs is missing
 */
export function readAudience(item: Item, website: string, prefix = ''): Audience {
	switch (parameter(item, 'send_to', `${prefix}sendTo`)) {
		case 'all':
			return { website, segment: ALL_SUBSCRIBERS };
		case 'segment':
			return { website, segment: parameter(item, 'segment', `${prefix}segment`) };
		default: {
			const ids = parameter(item, 'subscribers_ids', `${prefix}subscriberIds`);
			return { website, segment: CUSTOM, subscriberIds: ids.split(',') };
		}
	}
}

/** Whether *Update Fields* changes the audience. */
export function changesAudience(item: Item): boolean {
	const has = (name: string) => rawParameter(item, `updateFields.${name}`) !== undefined;
	const { definition } = item;
	const partial = [
		['segment', 'segment'] as const,
		['subscriberIds', 'subscribers_ids'] as const,
	].find(([name]) => has(name));
	if (has('sendTo')) return true;
	if (partial) {
		throw inputErrors.needsOther(labelOf(definition, partial[1]), labelOf(definition, 'send_to'));
	}
	return false;
}

/** Whether it is a message to many, and not to people who were named. */
export function isToMany({ segment }: Audience): boolean {
	return segment !== CUSTOM;
}

export function audienceFields({ website, segment, subscriberIds }: Audience): ValidFields {
	return {
		website_id: website,
		segment,
		...(subscriberIds && { subscribers_ids: subscriberIds.join(',') }),
	};
}

/** The audience of a campaign that is stored, or what the installation doesn't tell of it. */
export function storedAudience(entry: Entry): Audience | { unknown: string } {
	const website = textOf(entry.website_id);
	const segment = textOf(entry.segment);
	if (website === '') return { unknown: 'the website' };
	if (segment === ALL_SUBSCRIBERS) return { website, segment };
	if (positiveInteger(segment)) return { website, segment };
	if (segment !== CUSTOM) return { unknown: segment === '' ? 'the audience' : 'the filters' };

	const subscriberIds = idsIn(entry.subscribers_ids);
	if (!subscriberIds?.length) return { unknown: 'the subscribers' };
	return { website, segment, subscriberIds };
}

/**
 * How the audience of a stored campaign differs from the one that was asked for.
 *
 * @param options.isSegmentListed whether the segment was found in the account's list
 * @param options.mayShrink whether some of the subscribers may have left since
 */
export function audienceDifference(
	item: Item,
	asked: Audience,
	entry: Entry,
	{ isSegmentListed = false, mayShrink = false } = {},
): Difference | undefined {
	const { definition } = item;
	const website = textOf(entry.website_id);
	if (website !== asked.website) {
		const label = labelOf(definition, 'website_id');
		return { label, asked: asked.website, stored: website || 'not reported' };
	}

	const segment = textOf(entry.segment);
	const isTrusted = segment === '' && (asked.segment === ALL_SUBSCRIBERS || isSegmentListed);
	if (segment !== asked.segment && !isTrusted && !(segment === '' && !isToMany(asked))) {
		const label = labelOf(definition, positiveInteger(asked.segment) ? 'segment' : 'send_to');
		return { label, asked: inWords(asked.segment), stored: inWords(segment) };
	}
	return recipientsDifference(item, asked, entry, mayShrink);
}

function recipientsDifference(
	item: Item,
	{ subscriberIds }: Audience,
	entry: Entry,
	mayShrink: boolean,
): Difference | undefined {
	const count = Number(entry.total_push_notifications ?? NaN);
	const stored = Number.isFinite(count) ? `for ${count} subscribers` : 'not reported';
	if (!(count > 0)) {
		const asked = subscriberIds ? `for ${subscriberIds.length}` : 'for at least one';
		const label = labelOf(item.definition, subscriberIds ? 'subscribers_ids' : 'send_to');
		return { label, asked, stored };
	}
	if (subscriberIds === undefined) return undefined;

	const label = labelOf(item.definition, 'subscribers_ids');
	const reported = idsIn(entry.subscribers_ids);
	const others = reported ? except(reported, subscriberIds) : [];
	if (others.length > 0) {
		return { label, asked: 'those named', stored: `also for ${listed(others)}` };
	}
	const isAsAsked = mayShrink ? count <= subscriberIds.length : count === subscriberIds.length;
	if (isAsAsked) return undefined;
	const missing = reported ? except(subscriberIds, reported) : [];
	const without = missing.length > 0 ? ` (without ${listed(missing)})` : '';
	return { label, asked: `for ${subscriberIds.length}`, stored: `${stored}${without}` };
}

function except(ids: readonly string[], others: readonly string[]): string[] {
	const known = new Set(others);
	return ids.filter((id) => !known.has(id));
}

/** As many IDs as a message has room for. */
const MAX_LISTED = 10;

function listed(ids: readonly string[]): string {
	const rest = ids.length - MAX_LISTED;
	const shown = ids.slice(0, MAX_LISTED).join(', ');
	return rest > 0 ? `${shown} and ${rest} more` : shown;
}

function inWords(segment: string): string {
	if (segment === '') return 'not reported';
	if (segment === ALL_SUBSCRIBERS) return 'all subscribers';
	return segment === CUSTOM ? 'subscribers by ID' : segment;
}

/** IDs as a list, or as text with commas, which may be JSON. */
function idsIn(value: unknown): string[] | undefined {
	if (Array.isArray(value)) return value.map(String);
	return typeof value === 'string' ? (value.match(/\d+/g) ?? []) : undefined;
}

function textOf(value: unknown): string {
	const id = isRecord(value) ? value.id : value;
	return String(id ?? '').trim();
}
