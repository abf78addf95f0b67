import type { Operation } from '../../operations/item';
import { toOutput } from '../../operations/output';
import { sendOnce } from '../../operations/sendOnce';
import { createDraft } from './draft';
import { validateMessage } from './send';

/** A draft that is as asked. An installation that doesn't know drafts sends it: that is a failure. */
export const createCampaign: Operation = {
	validate(item) {
		validateMessage(item);
	},

	async execute(item) {
		const audience = validateMessage(item);
		// A draft reaches nobody, so any number may be made.
		const entry = await sendOnce(
			item,
			{
				content: ['draft', item.fields, audience],
				toMany: false,
				forEachItem: true,
				maySendAgain: true,
			},
			async (message) => {
				const draft = await createDraft(item, { audience, schedule: {} }, message);
				item.run.created.push(String(draft.id));
				message.step = 'out';
				return draft;
			},
		);
		return [toOutput(item, entry)];
	},
};
