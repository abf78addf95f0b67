import { connectionErrors } from '../../errors/connectionErrors';
import { inputErrors } from '../../errors/inputErrors';
import { storedErrors } from '../../errors/storedErrors';
import { validateWebsite } from '../../operations/audience';
import { createOperation } from '../../operations/create';
import { type Operation, subjectOf } from '../../operations/item';
import { store } from '../../operations/store';
import { labelOf } from '../../operations/validate';
import type { UnknownOutcome } from '../../transport/request';
import { audience, subscriberIds } from './definition';
import { validateMembers } from './members';
import { namesOf, rulesIn, verifyRules } from './rules';

export const createSegment: Operation = {
	validate(item) {
		createOperation.validate?.(item);
		const names = namesOf(rulesIn(item.fields));
		if (names.size === 0) {
			const { type } = item.fields;
			throw inputErrors.empty(type === 'custom' ? subscriberIds.rule.label : audience.displayName);
		}
	},

	async execute(item) {
		const { name = '', website_id: website = '', subscribers_ids: ids } = item.fields;
		await validateWebsite(item);
		if (ids !== undefined) await validateMembers(item, ids, website);

		const unknown: UnknownOutcome = (what, status) =>
			connectionErrors.createUnknown(subjectOf(item), name, what, status);
		const { entry, output } = await store(item, item.fields, { unknown, isCreate: true });

		const subject = subjectOf(item, String(entry.id));
		for (const field of ['name', 'type']) {
			const stored = entry[field];
			if (stored !== undefined && stored !== item.fields[field]) {
				throw storedErrors.otherValue(subject, labelOf(item.definition, field));
			}
		}
		verifyRules(item, entry, rulesIn(item.fields));
		return [output];
	},
};
