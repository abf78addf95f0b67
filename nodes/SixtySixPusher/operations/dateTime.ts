const ISO_8601 =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A date for the API's lists, which take `Y-m-d H:i:s`.
 *
 * @param value text in ISO 8601 or a Date. One with a time zone is converted to UTC; one without is on
 * the installation's clock, as the times that it shows.
 * @param timeOfDay for a date without a time
 * @returns undefined if it isn't a date
 */
export function toDateTime(value: unknown, timeOfDay: string): string | undefined {
	const text = value instanceof Date ? toIso(value) : String(value).trim();
	const [, date, minutes, seconds = '00', zone = 'Z'] = ISO_8601.exec(text) ?? [];
	// 30 February would become 2 March.
	if (date === undefined || !toIso(new Date(date)).startsWith(date)) return undefined;

	const time = minutes === undefined ? timeOfDay : `${minutes}:${seconds}`;
	const dateTime = toIso(new Date(`${date}T${time}${zone}`));
	return dateTime === '' ? undefined : dateTime.slice(0, 19).replace('T', ' ');
}

/**
 * A day for the API's statistics, which take `Y-m-d`. Of a date with a time zone, the day as it is
 * written counts: it is the one that was meant.
 *
 * @returns undefined if it isn't a date
 */
export function toDate(value: unknown): string | undefined {
	if (toDateTime(value, '00:00:00') === undefined) return undefined;
	return (value instanceof Date ? toIso(value) : String(value).trim()).slice(0, 10);
}

function toIso(date: Date): string {
	return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
