import { sendErrors } from '../../errors/sendErrors';
import { fetchEntry } from '../../operations/entry';
import { type Item, type Operation, subjectOf } from '../../operations/item';
import { simplifies } from '../../operations/options';
import { toOutput } from '../../operations/output';
import { accountZone } from '../../operations/schedule';
import { clockTime, momentsOf } from '../../operations/timeZone';
import type { ValidFields } from '../../operations/validate';
import type { Entry } from '../../transport/values';
import { storedAudience } from './audience';
import { isDraft, statusOf } from './draft';
import { isScheduled } from './sendDraft';
import { post } from './update';

/**
 * Pulls a scheduled campaign back: saved, it is a draft again. Its schedule stays as it is, so that an
 * installation which ignores `save` can only leave it scheduled.
 */
export const cancelCampaign: Operation = {
	validate(item) {
		simplifies(item);
	},

	async execute(item) {
		const entry = await item.run.inTurn(item.url, async () => await cancel(item));
		return [toOutput(item, entry)];
	},
};

async function cancel(item: Item): Promise<Entry> {
	const subject = subjectOf(item);
	const campaign = await fetchEntry(item, item.id);
	// Nobody will get it: an earlier attempt pulled it back, or somebody else did.
	if (isDraft(campaign)) return campaign;
	if (statusOf(campaign) !== 'scheduled') {
		throw sendErrors.cannotCancel(subject, statusOf(campaign));
	}

	const audience = storedAudience(campaign);
	if ('unknown' in audience) throw sendErrors.draftUnclear(subject, audience.unknown);
	const schedule = await keptSchedule(item, campaign);
	const doubt = await post(item, audience, { ...schedule, save: '1' });

	const entry = await fetchEntry(item, item.id).catch((error: unknown) => {
		throw doubt ?? error;
	});
	if (isDraft(entry)) return entry;
	throw doubt ?? sendErrors.notCancelled(subject, statusOf(entry));
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A campaign's schedule as it is. It is shown on the installation's clock and read on the account's: if
 * it would be past there, a day from now takes its place. A draft's schedule counts for nothing, but an
 * installation that ignores `save` would send at once what is past.
 */
export async function keptSchedule(item: Item, campaign: Entry): Promise<ValidFields> {
	const shown = String(campaign.scheduled_datetime ?? '');
	if (!isScheduled(campaign) && statusOf(campaign) !== 'scheduled') return {};
	if (!DATE_TIME.test(shown)) return {};

	const zone = await accountZone(item);
	const isPast = zone !== undefined && momentsOf(shown, zone).some((moment) => moment < Date.now());
	const scheduled = isPast ? clockTime(Date.now() + DAY_MS, zone) : shown;
	return { is_scheduled: '1', scheduled_datetime: scheduled };
}
