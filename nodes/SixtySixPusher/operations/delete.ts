import { connectionErrors } from '../errors/connectionErrors';
import type { UnknownOutcome } from '../transport/request';
import { isRecord } from '../transport/values';
import { type Item, type Operation, subjectOf } from './item';
import { writeOnce } from './writeOnce';

export const deleteOperation: Operation = {
	async execute(item) {
		const { url, id } = item;
		const subject = subjectOf(item);
		const unknown: UnknownOutcome = (what, status) =>
			connectionErrors.deleteUnknown(subject, what, status);

		const response = await writeOnce(item, { method: 'DELETE', url, subject, unknown });
		verifySubject(item, response?.data, unknown);

		return [{ deleted: true, id: Number(id) }];
	},
};

/** @throws {PusherError} when something else responded: no delete returns a list, or another entry */
function verifySubject({ definition, id }: Item, data: unknown, unknown: UnknownOutcome): void {
	const { singular, plural } = definition;
	if (Array.isArray(data)) throw unknown(`answered with a list of ${plural}`);
	const itsId = isRecord(data) ? (data.id ?? id) : id;
	if (String(itsId) !== id) {
		throw unknown(`answered with ${singular} ${itsId} instead of ${singular} ${id}`);
	}
}
