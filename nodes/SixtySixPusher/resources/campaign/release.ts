import { PusherError } from '../../errors/PusherError';
import { sendErrors } from '../../errors/sendErrors';
import { fetchEntry } from '../../operations/entry';
import { type Item, subjectOf } from '../../operations/item';
import { isStopped, rescued } from '../../operations/rescue';
import { labelOf, type ValidFields } from '../../operations/validate';
import type { SentMessage } from '../../transport/executionMemory';
import { toForm } from '../../transport/multipart';
import { request } from '../../transport/request';
import type { Entry } from '../../transport/values';
import { audienceDifference, audienceFields } from './audience';
import { type AskedCampaign, isDraft, statusOf } from './draft';

/**
 * Releases a draft, and reads back what became of it; or only reads, if an earlier attempt released
 * it. The request is never repeated: people would get the message twice.
 *
 * @param texts what is sent beside audience and schedule
 * @param message moves on to `releasing` and `out`; back to `draft`, if it is one for sure
 * @throws {PusherError} when it is still a draft, went out otherwise than asked, or may have gone out
 */
export async function release(
	item: Item,
	asked: AskedCampaign,
	texts: ValidFields,
	message: SentMessage,
): Promise<Entry> {
	const { id = '' } = message;
	const doubt = message.step === 'draft' ? await post(item, id, asked, texts, message) : undefined;
	const entry = await readReleased(item, id, doubt);
	verifyReleased(item, asked, entry, doubt);
	if (message.step !== 'out') item.run.created.push(id);
	message.step = 'out';
	return entry;
}

/** @returns why it is not known whether it was carried out, or undefined if it was */
async function post(
	item: Item,
	id: string,
	{ audience, schedule }: AskedCampaign,
	texts: ValidFields,
	message: SentMessage,
): Promise<PusherError | undefined> {
	const subject = subjectOf(item, id);
	const parts = { ...texts, ...audienceFields(audience), ...schedule };
	message.step = 'releasing';
	const response = request(item, {
		method: 'POST',
		url: `${item.definition.path}/${id}`,
		subject,
		form: async (memory) => toForm(parts, memory),
		unknown: (what, status) => sendErrors.releaseUnknown(subject, what, status),
		reachesPeople: true,
		refersElsewhere: true,
	});
	return await response.then(
		() => undefined,
		async (error: unknown) => {
			if (!(error instanceof PusherError)) throw error;
			if (error.outcome === 'unknown') return error;
			await verifyNotReleased(item, id, error, message);
			throw sendErrors.notReleased(error);
		},
	);
}

/** A refusal is not believed without a look: the campaign may have gone out all the same. */
async function verifyNotReleased(
	item: Item,
	id: string,
	why: PusherError,
	message: SentMessage,
): Promise<void> {
	const entry = await fetchEntry(rescued(item), id).catch(() => undefined);
	if (entry && !isDraft(entry)) throw sendErrors.wentOutAnyway(subjectOf(item, id), why);
	message.step = 'draft';
}

async function readReleased(
	item: Item,
	id: string,
	doubt: PusherError | undefined,
): Promise<Entry> {
	return await fetchEntry(item, id)
		.catch(async (error: unknown) => {
			if (!isStopped(error)) throw error;
			return await fetchEntry(rescued(item), id);
		})
		.catch((error: unknown) => {
			if (doubt || !(error instanceof PusherError)) throw doubt ?? error;
			throw sendErrors.sentUnchecked(subjectOf(item, id), error.message);
		});
}

function verifyReleased(
	item: Item,
	{ audience, schedule }: AskedCampaign,
	entry: Entry,
	doubt: PusherError | undefined,
): void {
	const subject = subjectOf(item, String(entry.id));
	if (isDraft(entry)) throw doubt ?? sendErrors.stillDraft(subject);

	const difference = audienceDifference(item, audience, entry, {
		isSegmentListed: true,
		mayShrink: true,
	});
	if (difference) throw sendErrors.wentOutOtherwise(subject, difference);

	const { scheduled_datetime: asked } = schedule;
	if (asked !== undefined && statusOf(entry) !== 'scheduled') {
		const label = labelOf(item.definition, 'send_at');
		throw sendErrors.wentOutOtherwise(subject, {
			label,
			asked,
			stored: `now (${statusOf(entry)})`,
		});
	}
	const shown = entry.scheduled_datetime;
	if (asked !== undefined && !isSameTime(asked, shown)) {
		const label = labelOf(item.definition, 'send_at');
		throw sendErrors.wentOutOtherwise(subject, { label, asked, stored: String(shown) });
	}
	if (asked === undefined && statusOf(entry) === 'scheduled' && isToCome(shown)) {
		const label = labelOf(item.definition, 'send_time');
		throw sendErrors.wentOutOtherwise(subject, { label, asked: 'now', stored: String(shown) });
	}
}

const QUARTER_MS = 15 * 60 * 1000;
const MAX_ZONES_APART_MS = 26 * 60 * 60 * 1000;

/** An installation shows a time on its own clock, which may be that of another time zone. */
function isSameTime(asked: string, shown: unknown): boolean {
	const [one, other] = [asked, shown].map((text) =>
		Date.parse(`${String(text ?? '').replace(' ', 'T')}Z`),
	);
	if (one === undefined || other === undefined || Number.isNaN(other)) return true;
	const apart = Math.abs(one - other);
	return apart % QUARTER_MS === 0 && apart <= MAX_ZONES_APART_MS;
}

/** Whether it is later everywhere. */
function isToCome(shown: unknown): boolean {
	const moment = Date.parse(`${String(shown ?? '').replace(' ', 'T')}Z`);
	return moment > Date.now() + MAX_ZONES_APART_MS;
}
