import { inputErrors } from '../../errors/inputErrors';
import { PusherError } from '../../errors/PusherError';
import { sendErrors } from '../../errors/sendErrors';
import { withoutOff } from '../../operations/create';
import { entryIn, fetchEntry } from '../../operations/entry';
import { readImage, validateImage } from '../../operations/image';
import { type Item, type Operation, subjectOf } from '../../operations/item';
import { simplifies } from '../../operations/options';
import { toOutput } from '../../operations/output';
import { discard, isStopped, rescued } from '../../operations/rescue';
import { readSchedule, scheduleFields } from '../../operations/schedule';
import { sendOnce } from '../../operations/sendOnce';
import { labelOf, type ValidFields, without } from '../../operations/validate';
import { differenceIn } from '../../operations/verifyStored';
import type { SentMessage } from '../../transport/executionMemory';
import { toForm } from '../../transport/multipart';
import { request, type UnknownOutcome } from '../../transport/request';
import { type Entry, positiveInteger, toBoolean } from '../../transport/values';

/**
 * Sends to one subscriber, and reads back what became of it: the response to the request says that it
 * was sent even if it could not be delivered. It can't be checked before, so it is sent once.
 */
export const sendPersonalNotification: Operation = {
	validate(item) {
		const { definition, fields } = item;
		const { required = [] } = definition;
		const missing = required.find((name) => !(name in fields));
		if (missing !== undefined) throw inputErrors.empty(labelOf(definition, missing));
		if (fields.image !== undefined) validateImage(item, fields.image);
		simplifies(item);
		readSchedule(item);
	},

	async execute(item) {
		const moment = readSchedule(item);
		const entry = await sendOnce(
			item,
			{
				content: [without(item.fields, ['name']), moment],
				toMany: false,
				forEachItem: true,
				// A loop may say the same to one person twice; an agent that repeats itself doesn't mean it.
				maySendAgain: !item.run.isToolCall,
			},
			async (message) => await send(item, message, moment),
		);
		return [toOutput(item, entry)];
	},
};

async function send(item: Item, message: SentMessage, moment: number | undefined): Promise<Entry> {
	const id = message.id ?? (await createOnce(item, message, moment));
	const entry = await readBack(item, id);
	await verify(item, message, entry, moment);
	if (message.step !== 'out') item.run.created.push(id);
	message.step = 'out';
	return entry;
}

async function createOnce(
	item: Item,
	message: SentMessage,
	moment: number | undefined,
): Promise<string> {
	const { definition, fields } = item;
	const { image, ...texts } = withoutOff(item);
	const schedule = await scheduleFields(item, moment);
	const website = await websiteOfSubscriber(item);

	const subject = subjectOf(item, '');
	const unknown: UnknownOutcome = (what, status) =>
		sendErrors.createUnknown(subject, fields.name ?? '', what, { status });
	const parts: ValidFields = { website_id: website, ...texts, ...schedule };
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
}

/** The person alone has to be named: a subscriber belongs to one website. */
async function websiteOfSubscriber(item: Item): Promise<string> {
	const { subscriber_id: id = '' } = item.fields;
	const subscriber = { singular: 'subscriber', plural: 'subscribers', id };
	const response = await request(item, {
		method: 'GET',
		url: `/subscribers/${id}`,
		subject: subscriber,
	});
	const entry = entryIn(
		{ ...item, id, definition: { ...item.definition, ...subscriber } },
		response,
		(what) => sendErrors.noWebsiteOf(subscriber, `the installation ${what}`),
	);
	const website = positiveInteger(entry.website_id);
	if (website === undefined) throw sendErrors.noWebsiteOf(subscriber, 'it has none');
	return website;
}

async function readBack(item: Item, id: string): Promise<Entry> {
	return await fetchEntry(item, id)
		.catch(async (error: unknown) => {
			if (!isStopped(error)) throw error;
			return await fetchEntry(rescued(item), id);
		})
		.catch((error: unknown) => {
			if (!(error instanceof PusherError)) throw error;
			throw sendErrors.sentUnchecked(subjectOf(item, id), error.message);
		});
}

async function verify(
	item: Item,
	message: SentMessage,
	entry: Entry,
	moment: number | undefined,
): Promise<void> {
	const { definition, fields } = item;
	const id = String(entry.id);
	const subject = subjectOf(item, id);
	const status = String(entry.status ?? 'unknown').toLowerCase();

	const difference = differenceIn(item, entry);
	if (difference) {
		const { name, asked, stored } = difference;
		const other = { label: labelOf(definition, name), asked, stored };
		if (status !== 'scheduled') throw sendErrors.wentOutOtherwise(subject, other);
		throw await discardScheduled(item, id, sendErrors.differs(other));
	}
	if (moment !== undefined && moment > Date.now() && status !== 'scheduled') {
		const label = labelOf(definition, 'send_at');
		const asked = new Date(moment).toISOString();
		throw sendErrors.wentOutOtherwise(subject, { label, asked, stored: `now (${status})` });
	}
	if (moment === undefined && !isDelivered(entry, status)) {
		message.step = 'out';
		const { subscriber_id: subscriber = '' } = fields;
		throw sendErrors.deliveryFailed(subject, subscriber, status);
	}
}

/** Nobody has got it yet. */
async function discardScheduled(item: Item, id: string, why: PusherError): Promise<PusherError> {
	const obstacle = await discard(item, id);
	const subject = subjectOf(item, id);
	return obstacle === undefined
		? sendErrors.draftDeleted(subject, why)
		: sendErrors.draftLeft(subject, why, obstacle);
}

/** Whether it was delivered, by its own field; where that is not reported, by its status. */
function isDelivered({ is_sent: isSent }: Entry, status: string): boolean {
	return toBoolean(isSent) ?? status === 'sent';
}
