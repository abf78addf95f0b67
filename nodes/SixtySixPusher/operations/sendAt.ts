import { sendTimeErrors } from '../errors/sendTimeErrors';
import { isRecord } from '../transport/values';
import { clockTime, isoIn, isTimeZone, momentsOf, readings } from './timeZone';

/** Date, time and, if it has one, zone, as ISO 8601 or as people write it: `2026-12-01 09:00`. */
const DATE_AND_TIME =
	/^(\d{4}-\d{2}-\d{2})(?:T|\s+)(\d{2}:\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** n8n's dates are those of a library: text in an expression, an object as a whole value. */
interface LuxonDateTime {
	toMillis(): number;
}

/**
 * The moment that a *Send At* means. A value with a time zone, a Date or a Luxon DateTime is that
 * moment; any other is on the workflow's clock.
 *
 * @param now milliseconds since 1970, as is the result
 * @throws {PusherError} when it can't be read, is past or more than a year ahead, or is a time that
 * the workflow's clock shows twice or not at all
 */
export function readSendAt(
	label: string,
	value: unknown,
	{ zone, now }: { zone: string; now: number },
): number {
	const moment = momentIn(label, value, zone);
	if (moment <= now) throw sendTimeErrors.past(label, isoIn(moment, zone), isoIn(now, zone));
	if (moment > aYearAfter(now)) throw sendTimeErrors.tooFar(label, isoIn(moment, zone));
	return moment;
}

/**
 * A moment for the API: `Y-m-d H:i:s` on the account's clock, which names no time zone.
 *
 * @throws {PusherError} when that clock shows the time twice, so that nobody knows which is meant
 */
export function onAccountClock(label: string, moment: number, zone: string): string {
	const clock = clockTime(moment, zone);
	const moments = momentsOf(clock, zone);
	if (moments.length > 1) throw sendTimeErrors.twice(label, clock, zone, inZone(moments, zone));
	return clock;
}

/** @throws {PusherError} when it is no time zone */
export function validateTimeZone(label: string, value: unknown): string {
	const zone = typeof value === 'string' ? value.trim() : '';
	if (zone === '' || !isTimeZone(zone)) throw sendTimeErrors.notATimeZone(label);
	return zone;
}

function momentIn(label: string, value: unknown, zone: string): number {
	if (isDate(value)) return wholeSeconds(label, value.getTime());
	if (isLuxon(value)) return wholeSeconds(label, value.toMillis());
	if (value === undefined || value === null || String(value).trim() === '') {
		throw sendTimeErrors.empty(label);
	}

	const text = typeof value === 'string' ? value.trim() : '';
	const [, date, minutes, seconds = '00', offset] = DATE_AND_TIME.exec(text) ?? [];
	if (date === undefined || minutes === undefined || !exists(date, minutes, seconds)) {
		throw sendTimeErrors.unreadable(label);
	}
	const clock = `${date} ${minutes}:${seconds}`;
	if (offset !== undefined) return withOffset(label, clock, offset);

	const moments = momentsOf(clock, zone);
	if (moments.length > 1) throw sendTimeErrors.twice(label, clock, zone, inZone(moments, zone));
	const [moment] = moments;
	if (moment === undefined) {
		throw sendTimeErrors.never(label, clock, zone, inZone(readings(clock, zone), zone));
	}
	return moment;
}

/** 30 February and 25 o'clock are none: other programs would read them as another day. */
function exists(date: string, minutes: string, seconds: string): boolean {
	const parsed = new Date(`${date}T${minutes}:${seconds}Z`);
	const iso = Number.isNaN(parsed.getTime()) ? '' : parsed.toISOString();
	return iso.startsWith(`${date}T${minutes}:${seconds}`);
}

function withOffset(label: string, clock: string, offset: string): number {
	const [sign = '', hours = '', minutes = '00'] = offset.match(/[+-]|\d{2}/g) ?? [];
	const suffix = sign === '' ? 'Z' : `${sign}${hours}:${minutes}`;
	return wholeSeconds(label, Date.parse(`${clock.replace(' ', 'T')}${suffix}`));
}

/** The API's times have no fractions. */
function wholeSeconds(label: string, moment: number): number {
	if (!Number.isFinite(moment)) throw sendTimeErrors.unreadable(label);
	return Math.floor(moment / 1000) * 1000;
}

function aYearAfter(now: number): number {
	const date = new Date(now);
	return date.setUTCFullYear(date.getUTCFullYear() + 1);
}

function inZone(moments: number[], zone: string): string[] {
	return moments.map((moment) => isoIn(moment, zone));
}

/** Also one from another JavaScript context, where n8n evaluates its expressions. */
function isDate(value: unknown): value is Date {
	return Object.prototype.toString.call(value) === '[object Date]';
}

function isLuxon(value: unknown): value is LuxonDateTime {
	return isRecord(value) && typeof value.toMillis === 'function';
}
