import { inputErrors } from '../../errors/inputErrors';
import { PusherError } from '../../errors/PusherError';
import { validateImage } from '../../operations/image';
import type { Item, Operation } from '../../operations/item';
import { booleanOption, simplifies } from '../../operations/options';
import { toOutput } from '../../operations/output';
import { readSchedule, scheduleFields } from '../../operations/schedule';
import { sendOnce, validateMany } from '../../operations/sendOnce';
import { labelOf, without } from '../../operations/validate';
import type { SentMessage } from '../../transport/executionMemory';
import type { Entry } from '../../transport/values';
import { type Audience, isToMany, readAudience } from './audience';
import { type AskedCampaign, createDraft, discardDraft } from './draft';
import { release } from './release';

/** Draft, check, release: a campaign goes out only if it is the one that was asked for. */
export const sendCampaign: Operation = {
	validate(item) {
		const audience = validateMessage(item);
		validateMany(item, { toMany: isToMany(audience), forEachItem: sendsForEachItem(item) });
		readSchedule(item);
	},

	async execute(item) {
		const audience = validateMessage(item);
		const toMany = isToMany(audience);
		const forEachItem = sendsForEachItem(item);
		validateMany(item, { toMany, forEachItem });
		const moment = readSchedule(item);
		// Its name is for the installation alone, and often has the time in it.
		const texts = without(item.fields, ['name']);

		const entry = await sendOnce(
			item,
			{
				content: [texts, audience, moment],
				toMany,
				forEachItem,
				// An agent that repeats itself word for word hasn't understood that it was sent.
				maySendAgain: forEachItem && !item.run.isToolCall,
			},
			async (message) => {
				const isOut = message.step === 'releasing' || message.step === 'out';
				const schedule = await scheduleFields(item, moment);
				const asked = { audience, schedule };
				if (!isOut) await createDraft(item, asked, message);
				return await releaseOwn(item, asked, message);
			},
		);
		return [toOutput(item, entry)];
	},
};

/** @throws {PusherError} for bad input that sending and creating a draft share */
export function validateMessage(item: Item): Audience {
	const { definition, fields } = item;
	const { required = [] } = definition;
	const missing = required.find((name) => !(name in fields));
	if (missing !== undefined) throw inputErrors.empty(labelOf(definition, missing));
	if (fields.image !== undefined) validateImage(item, fields.image);
	simplifies(item);
	return readAudience(item, fields.website_id ?? '');
}

export function sendsForEachItem(item: Item): boolean {
	return booleanOption(item, 'options.sendForEachItem', 'Send for Each Item', false);
}

/** Releases a draft that the node made. If it is not released, it is deleted. */
async function releaseOwn(item: Item, asked: AskedCampaign, message: SentMessage): Promise<Entry> {
	const texts = without(item.fields, ['image']);
	return await release(item, asked, texts, message).catch(async (error: unknown) => {
		const isStillDraft = error instanceof PusherError && message.step === 'draft';
		throw isStillDraft ? await discardDraft(item, message, error) : error;
	});
}
