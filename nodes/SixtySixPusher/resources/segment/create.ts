import { connectionErrors } from '../../errors/connectionErrors';
import { inputErrors } from '../../errors/inputErrors';
import { validateAudience } from '../../operations/audience';
import { createOperation } from '../../operations/create';
import { type Operation, subjectOf } from '../../operations/item';
import { toOutput } from '../../operations/output';
import { sentFields, store } from '../../operations/store';
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
		await validateAudience(item);
		if (ids !== undefined) await validateMembers(item, ids, website);

		const unknown: UnknownOutcome = (what, status) =>
			connectionErrors.createUnknown(subjectOf(item), name, what, status);
		const entry = await store(item, item.fields, { unknown, isCreate: true });
		verifyRules(item, entry, rulesIn(sentFields(item)));
		return [toOutput(item, entry)];
	},
};
