import { connectionErrors } from '../../errors/connectionErrors';
import { inputErrors } from '../../errors/inputErrors';
import { sendErrors } from '../../errors/sendErrors';
import { validateAudience } from '../../operations/audience';
import { fetchEntry } from '../../operations/entry';
import { readImage, validateImage } from '../../operations/image';
import { type Item, type Operation, subjectOf } from '../../operations/item';
import { simplifies } from '../../operations/options';
import { toOutput } from '../../operations/output';
import type { ValidFields } from '../../operations/validate';
import { writeOnce } from '../../operations/writeOnce';
import { PusherError } from '../../errors/PusherError';
import { toForm } from '../../transport/multipart';
import type { UnknownOutcome } from '../../transport/request';
import type { Entry } from '../../transport/values';
import {
	type Audience,
	audienceFields,
	changesAudience,
	readAudience,
	storedAudience,
} from './audience';
import { keptSchedule } from './cancel';
import { draftDifference, isDraft, statusOf, withAudience } from './draft';

/** Changes a draft, which stays one. Anything else is refused: changing it could send it, or again. */
export const updateCampaign: Operation = {
	validate(item) {
		const changes = changesAudience(item);
		if (changes) readAudience(item, '', 'updateFields.');
		if (!changes && Object.keys(item.fields).length === 0) throw inputErrors.nothingToUpdate();
		if (item.fields.image !== undefined) validateImage(item, item.fields.image);
		simplifies(item);
	},

	async execute(item) {
		const entry = await item.run.inTurn(item.url, async () => await update(item));
		return [toOutput(item, entry)];
	},
};

async function update(item: Item): Promise<Entry> {
	const subject = subjectOf(item);
	const draft = await fetchEntry(item, item.id);
	if (!isDraft(draft)) throw sendErrors.notADraftNow(subject, statusOf(draft));

	const audience = audienceFor(item, draft);
	await validateAudience({ ...withAudience(item, audience), id: '' });
	const doubt = await post(item, audience, {
		...(await keptSchedule(item, draft)),
		save: '1',
	});

	const entry = await fetchEntry(item, item.id).catch((error: unknown) => {
		throw doubt ?? error;
	});
	if (!isDraft(entry)) throw sendErrors.releasedByUpdate(subject, statusOf(entry));
	const difference = await draftDifference(item, audience, entry);
	if (difference) throw doubt ?? sendErrors.draftOtherwise(subject, difference);
	return entry;
}

function audienceFor(item: Item, draft: Entry): Audience {
	const stored = storedAudience(draft);
	const { website_id: website } = item.fields;
	if (changesAudience(item)) {
		const own = 'unknown' in stored ? String(draft.website_id ?? '') : stored.website;
		return readAudience(item, website ?? own, 'updateFields.');
	}
	if ('unknown' in stored) throw sendErrors.draftUnclear(subjectOf(item), stored.unknown);
	return website === undefined ? stored : { ...stored, website };
}

/**
 * Sends the change, once: where `save` is ignored, it is what sends the campaign.
 *
 * @returns why it is not known whether it was carried out, or undefined if it was
 */
export async function post(
	item: Item,
	audience: Audience,
	others: ValidFields,
): Promise<PusherError | undefined> {
	const subject = subjectOf(item);
	const { image, ...texts } = item.fields;
	const parts = { ...texts, ...audienceFields(audience), ...others };
	const unknown: UnknownOutcome = (what, status) =>
		connectionErrors.updateUnknown(subject, what, status);
	const response = writeOnce(item, {
		method: 'POST',
		url: `${item.definition.path}/${item.id}`,
		subject,
		form: async (memory) =>
			toForm(image ? { ...parts, image: await readImage(item, image) } : parts, memory),
		hasImage: image !== undefined,
		refersElsewhere: true,
		reachesPeople: true,
		isCreate: true,
		unknown,
	});
	return await response.then(
		() => undefined,
		(error: unknown) => {
			if (error instanceof PusherError && error.outcome === 'unknown') return error;
			throw error;
		},
	);
}
