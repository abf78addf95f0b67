import { PusherError } from '../errors/PusherError';
import { sendTimeErrors } from '../errors/sendTimeErrors';
import { request } from '../transport/request';
import type { Run } from '../transport/run';
import { isRecord } from '../transport/values';
import type { Item } from './item';
import { parameter, rawParameter } from './parameter';
import { onAccountClock, readSendAt, validateTimeZone } from './sendAt';
import { isTimeZone } from './timeZone';
import { labelOf, type ValidFields } from './validate';

/** Where the form has the account's time zone. */
const TIME_ZONE = 'options.timezone';

/**
 * When the item is to be sent: a moment, or undefined for now.
 *
 * @throws {PusherError} for anything about the time that can be told without asking the installation
 */
export function readSchedule(item: Item): number | undefined {
	chosenZone(item);
	if (parameter(item, 'send_time', 'sendTime') === 'now') return undefined;
	return readSendAt(labelOf(item.definition, 'send_at'), rawParameter(item, 'sendAt'), {
		zone: item.context.getTimezone(),
		now: Date.now(),
	});
}

/**
 * The moment as the API takes it, on the account's clock.
 *
 * @throws {PusherError} when the account's time zone is not known, or its clock shows that time twice
 */
export async function scheduleFields(item: Item, moment: number | undefined): Promise<ValidFields> {
	if (moment === undefined) return {};
	const zone = chosenZone(item) ?? (await zoneOfAccount(item));
	const label = labelOf(item.definition, 'send_at');
	return { is_scheduled: '1', scheduled_datetime: onAccountClock(label, moment, zone) };
}

/** The account's time zone, or undefined if the installation doesn't tell it. */
export async function accountZone(item: Item): Promise<string | undefined> {
	return await zoneOfAccount(item).catch(() => undefined);
}

/** The time zone under Options, which comes before what the installation says. */
function chosenZone(item: Item): string | undefined {
	const value = rawParameter(item, TIME_ZONE);
	if (value === undefined || value === '') return undefined;
	return validateTimeZone(labelOf(item.definition, 'timezone'), value);
}

const zones = new WeakMap<Run, Promise<string>>();

/** Read once in a run. */
async function zoneOfAccount(item: Item): Promise<string> {
	const { run } = item;
	const zone = zones.get(run) ?? readZone(item);
	zones.set(run, zone);
	return await zone.catch((error: unknown) => {
		// The next item asks again.
		zones.delete(run);
		throw error;
	});
}

/** Nothing else of the account is looked at: the response has its API key and its billing data. */
async function readZone(item: Item): Promise<string> {
	const unknown = (why: string) =>
		sendTimeErrors.unknownAccountZone(labelOf(item.definition, 'timezone'), why);
	try {
		const response = await request(item, { method: 'GET', url: '/user' });
		const account = isRecord(response?.data) ? response.data : response;
		const zone = account?.timezone;
		if (typeof zone === 'string' && isTimeZone(zone)) return zone;
	} catch (error) {
		throw error instanceof PusherError ? unknown(error.message) : error;
	}
	throw unknown("the installation doesn't tell it");
}
