import { connectionErrors } from '../errors/connectionErrors';
import { PusherError } from '../errors/PusherError';
import { storedErrors } from '../errors/storedErrors';
import { apiMessageIn } from '../transport/apiMessage';
import type { UnknownOutcome } from '../transport/request';
import { isRecord, type JsonRecord, toBoolean } from '../transport/values';
import { fetchEntry } from './entry';
import { type Item, type Operation, subjectOf } from './item';
import { writeOnce } from './writeOnce';

export const deleteOperation: Operation = {
	async execute(item) {
		await item.run.inTurn(item.url, async () => await deleteEntry(item));
		return [{ deleted: true, id: Number(item.id) }];
	},
};

async function deleteEntry(item: Item): Promise<void> {
	const { url } = item;
	const subject = subjectOf(item);
	const unknown: UnknownOutcome = (what, status) =>
		connectionErrors.deleteUnknown(subject, what, status);

	const response = await writeOnce(item, { method: 'DELETE', url, subject, unknown });
	verifySubject(item, response?.data, unknown);
	if (response && isDoubtful(response)) await verifyDeleted(item, response, unknown);
}

/** @throws {PusherError} when something else responded: no delete returns a list, or another entry */
function verifySubject({ definition, id }: Item, data: unknown, unknown: UnknownOutcome): void {
	const { singular, plural } = definition;
	if (Array.isArray(data) && data.length > 0) throw unknown(`answered with a list of ${plural}`);
	const itsId = isRecord(data) ? (data.id ?? id) : id;
	if (String(itsId) !== id) {
		throw unknown(`answered with ${singular} ${itsId} instead of ${singular} ${id}`);
	}
}

/** A message in the installation's language may say that it was deleted, or that it was not. */
function isDoubtful({ message, data }: JsonRecord): boolean {
	const isDenied = isRecord(data) && toBoolean(data.deleted) === false;
	return message !== undefined || isDenied;
}

/** @throws {PusherError} when the entry is still there, or nobody knows */
async function verifyDeleted(
	item: Item,
	response: JsonRecord,
	unknown: UnknownOutcome,
): Promise<void> {
	try {
		await fetchEntry(item, item.id);
	} catch (error) {
		if (error instanceof PusherError && error.details.status === 404) return;
		throw unknown('did not say that it was');
	}
	const { message } = response;
	const apiMessage = typeof message === 'string' ? message : apiMessageIn(response, 200);
	throw storedErrors.notDeleted(subjectOf(item), apiMessage);
}
