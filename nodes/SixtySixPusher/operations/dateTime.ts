const ISO_8601 =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * A date for the API's lists, which take `Y-m-d H:i:s`.
 *
 * @param value text in ISO 8601, a Date or a Luxon DateTime. One with a time zone is converted to UTC;
 * one without is on the installation's clock, as the times that it shows.
 * @param edge of the day, for a date without a time. n8n's date picker writes midnight for a day, so
 * at the end of a range, midnight without a time zone includes that day as well.
 * @returns undefined if it isn't a date
 */
export function toDateTime(value: unknown, edge: 'start' | 'end'): string | undefined {
	const text = value instanceof Date ? toIso(value) : String(value).trim();
	const [, date, minutes, seconds = '00', zone] = ISO_8601.exec(text) ?? [];
	// 30 February would become 2 March.
	if (date === undefined || !toIso(new Date(date)).startsWith(date)) return undefined;

	const time = `${minutes ?? '00:00'}:${seconds}`;
	const isWholeDay = edge === 'end' && zone === undefined && time === '00:00:00';
	const dateTime = toIso(new Date(`${date}T${isWholeDay ? '23:59:59' : time}${toOffset(zone)}`));
	return dateTime === '' ? undefined : dateTime.slice(0, 19).replace('T', ' ');
}

/**
 * A day for the API's statistics, which take `Y-m-d`. Of a date with a time zone, the day as it is
 * written counts: it is the one that was meant.
 *
 * @returns undefined if it isn't a date
 */
export function toDate(value: unknown): string | undefined {
	if (toDateTime(value, 'start') === undefined) return undefined;
	return (value instanceof Date ? toIso(value) : String(value).trim()).slice(0, 10);
}

/** JavaScript reads `+02:00` and `Z`, but not `+02`. */
function toOffset(zone = 'Z'): string {
	return /^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone;
}

/** Whether it is a Date or a Luxon DateTime, as `$now` is. */
export function isDate(value: unknown): boolean {
	return value instanceof Date || (typeof value === 'object' && value !== null && 'toISO' in value);
}

function toIso(date: Date): string {
	return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
