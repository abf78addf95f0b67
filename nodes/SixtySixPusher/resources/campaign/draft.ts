import { PusherError } from '../../errors/PusherError';
import { type Difference, sendErrors } from '../../errors/sendErrors';
import { validateAudience } from '../../operations/audience';
import { withoutOff } from '../../operations/create';
import { entryIn, fetchEntry } from '../../operations/entry';
import { readImage } from '../../operations/image';
import { type Item, subjectOf } from '../../operations/item';
import { discard, isStopped, rescued } from '../../operations/rescue';
import { labelOf, type ValidFields } from '../../operations/validate';
import { differenceIn } from '../../operations/verifyStored';
import { memoryOf, type SentMessage } from '../../transport/executionMemory';
import { toForm } from '../../transport/multipart';
import { readPages } from '../../transport/pagination';
import { request, type UnknownOutcome } from '../../transport/request';
import type { Entry } from '../../transport/values';
import { type Audience, audienceDifference, audienceFields } from './audience';

/** What a campaign should be. */
export interface AskedCampaign {
	readonly audience: Audience;
	/** `is_scheduled` and `scheduled_datetime`, or nothing. */
	readonly schedule: ValidFields;
}

/**
 * Creates a campaign as a draft and checks it, or goes on where an earlier attempt stopped. Nobody has
 * got it when this returns, on an installation that knows drafts.
 *
 * @param message moves on to `draft`
 * @throws {PusherError} also when the draft is not as asked: then it was deleted, or is named
 */
export async function createDraft(
	item: Item,
	asked: AskedCampaign,
	message: SentMessage,
): Promise<Entry> {
	const id = message.id ?? (await createOnce(item, asked, message));
	const entry = await readDraft(item, message, id);
	if (!isDraft(entry)) {
		throw sendErrors.notADraft(subjectOf(item, id), statusOf(entry));
	}
	message.step = 'draft';

	const difference = await draftDifference(item, asked.audience, entry);
	if (difference === undefined) return entry;
	throw await discardDraft(item, message, sendErrors.differs(difference));
}

/** Sends the one request that creates it. It is never repeated: it may be what sends the campaign. */
async function createOnce(
	item: Item,
	{ audience, schedule }: AskedCampaign,
	message: SentMessage,
): Promise<string> {
	const { definition, fields } = item;
	const { image, ...texts } = withoutOff(item);
	await validateAudience(withAudience(item, audience));

	const { name = '' } = fields;
	const subject = subjectOf(item, '');
	const unknown: UnknownOutcome = (what, status) =>
		sendErrors.createUnknown(subject, name, what, { status });
	const parts = { ...texts, ...audienceFields(audience), ...schedule, save: '1' };
	try {
		const response = await request(item, {
			method: 'POST',
			url: definition.path,
			subject,
			form: async (memory) =>
				toForm(image ? { ...parts, image: await readImage(item, image) } : parts, memory),
			hasImage: image !== undefined,
			unknown,
			isCreate: true,
			reachesPeople: true,
			refersElsewhere: true,
		});
		message.id = String(entryIn({ ...item, id: '' }, response, unknown).id);
		message.step = 'created';
		return message.id;
	} catch (error) {
		throw await withCandidate(item, error);
	}
}

/**
 * Reads the campaign back. If the execution was stopped meanwhile, it is read all the same: a draft
 * that nobody will send has to be deleted.
 */
async function readDraft(item: Item, message: SentMessage, id: string): Promise<Entry> {
	const subject = subjectOf(item, id);
	const unread = (error: unknown) =>
		error instanceof PusherError ? sendErrors.notReadBack(subject, error.message) : error;
	try {
		return await fetchEntry(item, id);
	} catch (error) {
		if (!isStopped(error)) throw unread(error);
		const entry = await fetchEntry(rescued(item), id).catch((cause: unknown) => {
			throw unread(cause);
		});
		if (!isDraft(entry)) return entry;
		throw await discardDraft(item, message, error);
	}
}

/** The first thing about a stored draft that is not as asked. */
export async function draftDifference(
	item: Item,
	audience: Audience,
	entry: Entry,
): Promise<Difference | undefined> {
	const { definition } = item;
	const other = audienceDifference(item, audience, entry, {
		isSegmentListed: await isSegmentListed(item),
	});
	if (other) return other;

	const difference = differenceIn(item, entry);
	if (difference === undefined) return undefined;
	const { name, asked, stored } = difference;
	return {
		label: labelOf(definition, name),
		asked: name === 'image' ? 'a file' : `'${asked}'`,
		stored: stored === '' ? 'empty' : `'${stored}'`,
	};
}

/** Whether the segments of the account could be looked up, and so the segment was found there. */
async function isSegmentListed({ run }: Item): Promise<boolean> {
	return (await run.lists.get('/segments')) !== undefined;
}

/** The item with the audience among its fields, by which it is looked up. */
export function withAudience(item: Item, { website, segment, subscriberIds }: Audience): Item {
	const fields = { ...item.fields, website_id: website };
	return { ...item, fields: subscriberIds ? fields : { ...fields, segment } };
}

/**
 * Deletes a draft that will not be sent.
 *
 * @param why it will not be sent
 * @returns what to throw: why, and what became of the draft
 */
export async function discardDraft(
	item: Item,
	message: SentMessage,
	why: PusherError,
): Promise<PusherError> {
	const { id = '' } = message;
	const obstacle = await discard(item, id);
	const subject = subjectOf(item, id);
	if (obstacle !== undefined) return sendErrors.draftLeft(subject, why, obstacle);
	memoryOf(item.context).forget(message);
	return sendErrors.draftDeleted(subject, why);
}

export function isDraft(entry: Entry): boolean {
	return statusOf(entry) === 'draft';
}

export function statusOf({ status }: Entry): string {
	return String(status ?? 'unknown').toLowerCase();
}

/** Names the campaign that a request may have created, if one of its name can be found. */
async function withCandidate(item: Item, error: unknown): Promise<unknown> {
	if (!(error instanceof PusherError) || error.outcome !== 'unknown') return error;
	const found = await findCandidate(item).catch(() => undefined);
	if (found === undefined) return error;
	const { singular } = item.definition;
	return new PusherError(
		error.message,
		`The node doesn't send it again. Look at ${singular} ${found.id}, which has this name and is reported as ${statusOf(found)}, before you do.`,
		error.details,
	);
}

async function findCandidate(item: Item): Promise<Entry | undefined> {
	const { definition, fields } = item;
	const { name = '', title = '' } = fields;
	const { entries } = await readPages(item, {
		url: definition.path,
		qs: { search: name, search_by: 'name', order_by: definition.idField, order_type: 'DESC' },
		pageSize: 100,
		firstPage: 1,
		pagesNeeded: 1,
		keep: ({ id, name: itsName, title: itsTitle, status }) => ({
			id,
			name: itsName,
			title: itsTitle,
			status,
		}),
		isEnough: () => true,
	});
	return entries
		.filter((entry) => entry.name === name && entry.title === title)
		.sort((a, b) => Number(b.id) - Number(a.id))[0];
}
