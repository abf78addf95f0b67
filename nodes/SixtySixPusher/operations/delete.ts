import { connectionErrors } from '../errors/connectionErrors';
import { PusherError } from '../errors/PusherError';
import { storedErrors } from '../errors/storedErrors';
import { apiMessageIn, reportsError } from '../transport/apiMessage';
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

/** What `reportsError` has judged already, and what no response says anything with. */
const JUDGED = new Set(['status', 'success', 'ok', 'errors', 'error', 'meta', 'links']);

/**
 * Whether a response may say that nothing was deleted. A message in the installation's language may
 * say either; so may whatever else stands there, e.g. `code` or `deleted`.
 */
function isDoubtful({ data = null, ...others }: JsonRecord): boolean {
	if (Object.keys(others).some((name) => !JUDGED.has(name))) return true;
	if (!isRecord(data)) return data !== null && !Array.isArray(data);
	const { deleted = true, message } = data;
	return message !== undefined || toBoolean(deleted) !== true || reportsError(data);
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
		if (error instanceof PusherError && error.details.isNotFound) return;
		throw unknown('did not say that it was');
	}
	const { message, data } = response;
	const said = message ?? (isRecord(data) ? data.message : data);
	throw storedErrors.notDeleted(subjectOf(item), apiMessageIn({ error: said }, 200));
}
