import type { PusherError } from '../errors/PusherError';
import { storedErrors } from '../errors/storedErrors';
import { toForm } from '../transport/multipart';
import type { ApiRequest, UnknownOutcome } from '../transport/request';
import type { Entry } from '../transport/values';
import { validateAudience } from './audience';
import { entryIn, fetchEntry } from './entry';
import { readImage, validateImage } from './image';
import { type Item, subjectOf } from './item';
import { booleanOption, simplifies } from './options';
import type { ValidFields } from './validate';
import { verifyStored } from './verifyStored';
import { writeOnce } from './writeOnce';

/** @throws {PusherError} for bad input that a create and an update share */
export function validateStore(item: Item): void {
	if (item.fields.image !== undefined) validateImage(item, item.fields.image);
	simplifies(item);
	returnsFull(item);
}

/**
 * Sends a create or update, and reads the entry back if the response contains only its ID.
 *
 * @throws {PusherError} also when the entry was stored, but not as asked
 */
export async function store(
	item: Item,
	{ image, ...texts }: ValidFields,
	{ unknown, isCreate }: { unknown: UnknownOutcome } & Pick<ApiRequest, 'isCreate'>,
): Promise<Entry> {
	await validateAudience(item);

	const response = await writeOnce(item, {
		method: 'POST',
		url: item.url,
		subject: subjectOf(item),
		form: async (memory) =>
			toForm(image ? { ...texts, image: await readImage(item, image) } : texts, memory),
		hasImage: image !== undefined,
		refersElsewhere: 'website_id' in texts || 'segment' in texts,
		unknown,
		isCreate,
	});

	const reported = entryIn(item, response, unknown);
	if (isCreate) item.run.created.push(String(reported.id));
	const readsBack = !reportsAudience(reported) && returnsFull(item);
	const entry = readsBack ? await readBack(item, String(reported.id)) : reported;

	verifyStored({ ...item, fields: sentFields(item) }, entry);
	return entry;
}

/** At a further attempt, expressions may return other values than those that were sent. */
export function sentFields(item: Item): ValidFields {
	return item.run.writes.get(item.index)?.fields ?? item.fields;
}

/** An entry that doesn't report its website is its ID alone, or little more. */
function reportsAudience(entry: Entry): boolean {
	return entry.website_id !== undefined;
}

async function readBack(item: Item, id: string): Promise<Entry> {
	return await fetchEntry(item, id).catch((error: PusherError) => {
		const option = item.definition.returnOption;
		throw storedErrors.notReadBack(subjectOf(item, id), option?.label, error.message);
	});
}

function returnsFull(item: Item): boolean {
	const { returnOption } = item.definition;
	if (returnOption === undefined) return true;
	return booleanOption(item, `options.${returnOption.name}`, returnOption.label, true);
}
