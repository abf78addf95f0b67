import { sendErrors } from '../../errors/sendErrors';
import { validateAudience } from '../../operations/audience';
import { entryIn, fetchEntry } from '../../operations/entry';
import { type Item, type Operation, subjectOf } from '../../operations/item';
import { simplifies } from '../../operations/options';
import { toOutput } from '../../operations/output';
import { readSchedule, scheduleFields } from '../../operations/schedule';
import { sendOnce, validateMany } from '../../operations/sendOnce';
import type { ValidFields } from '../../operations/validate';
import type { SentMessage } from '../../transport/executionMemory';
import { toForm } from '../../transport/multipart';
import { request } from '../../transport/request';
import type { Run } from '../../transport/run';
import { type Entry, isRecord, toBoolean } from '../../transport/values';
import {
	type Audience,
	audienceDifference,
	audienceFields,
	isToMany,
	storedAudience,
} from './audience';
import { isDraft, statusOf, withAudience } from './draft';
import { release } from './release';
import { sendsForEachItem } from './send';

/**
 * Releases a draft that somebody made. Its segment may have been deleted since, which turns it into
 * one for all subscribers, so it is looked up. A draft that is not sent stays: it is that person's.
 */
export const sendDraft: Operation = {
	validate(item) {
		draftsOf(item.run).add(item.id);
		sendsForEachItem(item);
		simplifies(item);
		readSchedule(item);
	},

	async execute(item) {
		const moment = readSchedule(item);
		const forEachItem = sendsForEachItem(item);
		const draft = await fetchEntry(item, item.id);
		const toMany = storedSegmentIsMany(draft);
		// The same draft in several items goes out once; several drafts are several messages.
		const isOneDraft = draftsOf(item.run).size === 1 && !item.run.isBatched;
		if (!isOneDraft) validateMany(item, { toMany, forEachItem });

		const entry = await sendOnce(
			item,
			{
				content: ['draft', item.id],
				toMany,
				forEachItem,
				maySendAgain: false,
				shared: { id: item.id, variant: String(moment ?? 'now') },
			},
			async (message) => await releaseDraft(item, message, draft, moment),
		);
		return [toOutput(item, entry)];
	},
};

/** For whom a draft was before it was released: afterwards, it may say something else. */
const audiences = new WeakMap<SentMessage, ReturnType<typeof storedAudience>>();

/** The drafts that the items of a run are about. */
const drafts = new WeakMap<Run, Set<string>>();

function draftsOf(run: Run): Set<string> {
	const known = drafts.get(run) ?? new Set<string>();
	drafts.set(run, known);
	return known;
}

function storedSegmentIsMany(draft: Entry): boolean {
	const audience = storedAudience(draft);
	return 'unknown' in audience || isToMany(audience);
}

async function releaseDraft(
	item: Item,
	message: SentMessage,
	draft: Entry,
	moment: number | undefined,
): Promise<Entry> {
	const subject = subjectOf(item);
	const audience = audiences.get(message) ?? storedAudience(draft);
	audiences.set(message, audience);
	if ('unknown' in audience) {
		if (message.step === 'draft' && !isDraft(draft)) {
			throw sendErrors.notADraftNow(subject, statusOf(draft));
		}
		throw sendErrors.ownDraftUnclear(subject, audience.unknown);
	}
	const schedule = await scheduleOf(item, draft, moment);
	if (message.step === 'draft') {
		if (!isDraft(draft)) throw sendErrors.notADraftNow(subject, statusOf(draft));
		await validateDraft(item, audience, draft);
	}
	return await release(item, { audience, schedule }, {}, message);
}

/** A draft may carry a schedule from before, which the release would keep. */
async function scheduleOf(
	item: Item,
	draft: Entry,
	moment: number | undefined,
): Promise<ValidFields> {
	if (moment !== undefined) return await scheduleFields(item, moment);
	return isScheduled(draft) ? { is_scheduled: '0' } : {};
}

export function isScheduled({ settings, is_scheduled: own }: Entry): boolean {
	const setting = isRecord(settings) ? settings.is_scheduled : undefined;
	return toBoolean(own ?? setting) === true;
}

/** @throws {PusherError} when the draft is not for whom it says it is */
async function validateDraft(item: Item, audience: Audience, draft: Entry): Promise<void> {
	await validateAudience({ ...withAudience(item, audience), id: '' });

	const isListed = (await item.run.lists.get('/segments')) !== undefined;
	const isSegment = isToMany(audience) && audience.segment !== 'all';
	// Where segments can't be looked up, saving the draft makes the installation look.
	const entry = isSegment && !isListed ? await saveAgain(item, audience) : draft;
	const difference = audienceDifference(item, audience, entry, { isSegmentListed: isListed });
	if (difference) throw sendErrors.ownDraftDiffers(subjectOf(item), difference);
}

async function saveAgain(item: Item, audience: Audience): Promise<Entry> {
	const subject = subjectOf(item);
	const url = `${item.definition.path}/${item.id}`;
	const unknown = (what: string, status?: number) =>
		sendErrors.releaseUnknown(subject, what, status);
	const response = await request(item, {
		method: 'POST',
		url,
		subject,
		form: async (memory) => toForm({ ...audienceFields(audience), save: '1' }, memory),
		unknown,
		reachesPeople: true,
		refersElsewhere: true,
	});
	entryIn(item, response, unknown);
	const entry = await fetchEntry(item, item.id);
	if (!isDraft(entry)) throw sendErrors.releasedByUpdate(subject, statusOf(entry));
	return entry;
}
