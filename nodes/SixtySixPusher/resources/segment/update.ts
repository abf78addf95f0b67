import { connectionErrors } from '../../errors/connectionErrors';
import { inputErrors } from '../../errors/inputErrors';
import type { PusherError } from '../../errors/PusherError';
import { segmentErrors } from '../../errors/segmentErrors';
import { entryIn, fetchEntry } from '../../operations/entry';
import { type Item, type Operation, subjectOf } from '../../operations/item';
import { simplifies } from '../../operations/options';
import { toOutput } from '../../operations/output';
import type { ValidFields } from '../../operations/validate';
import { verifyStored } from '../../operations/verifyStored';
import { toForm } from '../../transport/multipart';
import { request, type UnknownOutcome } from '../../transport/request';
import { type Entry, isRecord } from '../../transport/values';
import { audience, subscriberIds } from './definition';
import { validateMembers } from './members';
import { merged, rulesIn, storedRules, verifyRules } from './rules';

/**
 * Changes a segment. An update replaces all that a segment selects, so what is there is read and sent
 * again. Two items about one segment take turns, in their order.
 */
export const updateSegment: Operation = {
	validate(item) {
		const { fields } = item;
		const hasFilters = Object.keys(fields).some((name) => name.startsWith('filters_'));
		const updateFields = item.context.getNodeParameter('updateFields', {});
		// Without a filter, the audience would be as it was, or nobody.
		if (!hasFilters && isRecord(updateFields) && audience.name in updateFields) {
			throw inputErrors.empty(audience.displayName);
		}
		if (Object.keys(fields).length === 0) throw inputErrors.nothingToUpdate();
		simplifies(item);
	},

	async execute(item) {
		return await item.run.inTurn(item.url, async () => {
			const before = await fetchEntry(item, item.id);
			const wanted = await changed(item, before);
			await send(item, wanted);
			const after = await readBack(item);
			verifyStored({ ...item, fields: wanted }, after);
			verifyRules(item, after, rulesIn(wanted));
			return [toOutput(item, after)];
		});
	},
};

/** The whole segment as it is to be. */
async function changed(item: Item, before: Entry): Promise<ValidFields> {
	verifyKind(item, before);
	const changes = rulesIn(item.fields);
	const { subscribers_ids: ids } = changes;
	// Who is named replaces whoever was.
	const stored = ids === undefined ? storedRules(item, before) : { rules: {} };
	if ('unreadable' in stored) {
		throw segmentErrors.unreadable(subjectOf(item), stored.unreadable);
	}
	const website = String(before.website_id);
	if (ids !== undefined) await validateMembers(item, ids, website);

	const { name = String(before.name) } = item.fields;
	const type = String(before.type);
	return { website_id: website, name, type, ...merged(stored.rules, changes) };
}

/** @throws {PusherError} for filters of a segment that names its subscribers, and the other way round */
function verifyKind(item: Item, { type }: Entry): void {
	const subject = subjectOf(item);
	const { subscribers_ids: ids, ...rules } = rulesIn(item.fields);
	if (type !== 'custom' && type !== 'filter') throw segmentErrors.unreadable(subject, 'type');
	if (type === 'filter' && ids !== undefined) {
		throw segmentErrors.otherKind(subject, 'filter', subscriberIds.rule.label);
	}
	if (type === 'custom' && Object.keys(rules).length > 0) {
		throw segmentErrors.otherKind(subject, 'custom', audience.displayName);
	}
}

async function send(item: Item, fields: ValidFields): Promise<void> {
	const subject = subjectOf(item);
	const unknown: UnknownOutcome = (what, status) =>
		connectionErrors.updateUnknown(subject, what, status);
	const response = await request(item, {
		method: 'POST',
		url: item.url,
		subject,
		form: async () => toForm(fields),
		unknown,
	});
	entryIn(item, response, unknown);
}

async function readBack(item: Item): Promise<Entry> {
	return await fetchEntry(item, item.id).catch((error: PusherError) => {
		throw segmentErrors.notReadBack(subjectOf(item), error.message);
	});
}
