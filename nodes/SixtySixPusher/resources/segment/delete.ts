import { PusherError } from '../../errors/PusherError';
import { segmentErrors } from '../../errors/segmentErrors';
import { deleteOperation } from '../../operations/delete';
import { fetchEntry } from '../../operations/entry';
import { type Item, type Operation, subjectOf } from '../../operations/item';
import { booleanOption } from '../../operations/options';
import { verifyUnused } from './users';

/** A server that has no such request. */
const NOT_OFFERED = new Set([404, 405, 501]);

/**
 * Deletes a segment that nothing uses. No documentation shows that segments can be deleted, so the
 * segment is read before, to tell "no such segment" from "no such request", and looked for afterwards.
 */
export const deleteSegment: Operation = {
	validate(item) {
		evenIfUsed(item);
	},

	async execute(item) {
		// An earlier attempt of this run deleted it: it is not there any more.
		if (item.run.writes.has(item.index)) return await deleteOperation.execute(item);

		await fetchEntry(item, item.id);
		if (!evenIfUsed(item)) await verifyUnused(item);

		const output = await deleteOperation.execute(item).catch((error: unknown) => {
			const status = error instanceof PusherError ? error.details.status : undefined;
			if (status === undefined || !NOT_OFFERED.has(status)) throw error;
			throw segmentErrors.cannotDelete(subjectOf(item), status);
		});
		if (await isStillThere(item)) throw segmentErrors.notDeleted(subjectOf(item));
		return output;
	},
};

function evenIfUsed(item: Item): boolean {
	return booleanOption(item, 'options.evenIfUsed', 'Even if Used', false);
}

async function isStillThere(item: Item): Promise<boolean> {
	return await fetchEntry(item, item.id).then(
		() => true,
		() => false,
	);
}
