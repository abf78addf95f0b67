// Clock times and time zones with `Intl` alone: the package has no dependencies, and n8n-workflow
// doesn't export the library that n8n itself uses.

const DAY_MS = 24 * 60 * 60 * 1000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether it is a time zone by IANA's name, e.g. `Europe/Berlin`. Node 20 knows no offsets. */
export function isTimeZone(zone: string): boolean {
	try {
		return /^[A-Z]/i.test(zone) && formatOf(zone) !== undefined;
	} catch {
		return false;
	}
}

/** What the clocks of a time zone show at a moment, to the second, as `2026-12-01 09:00:00`. */
export function clockTime(moment: number, zone: string): string {
	const parts = formatOf(zone).formatToParts(moment);
	const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
	const date = [part('year').padStart(4, '0'), part('month'), part('day')].join('-');
	return `${date} ${[part('hour'), part('minute'), part('second')].join(':')}`;
}

/**
 * The moments at which the clocks of a time zone show this: one as a rule, two where clocks are set
 * back, and none where they are set forward.
 */
export function momentsOf(clock: string, zone: string): number[] {
	return readings(clock, zone).filter((moment) => clockTime(moment, zone) === clock);
}

/**
 * What a clock time can mean around a change of clocks: the moment by the offset before it, and the
 * one by the offset after it. The same moment twice where no change is near.
 */
export function readings(clock: string, zone: string): number[] {
	const asUtc = Date.parse(`${clock.replace(' ', 'T')}Z`);
	const offsets = [asUtc - DAY_MS, asUtc + DAY_MS].map((moment) => offsetAt(moment, zone));
	return [...new Set(offsets.map((offset) => asUtc - offset))].sort((a, b) => a - b);
}

/** A moment on the clocks of a time zone, with its offset: `2026-12-01T09:00:00+01:00`. */
export function isoIn(moment: number, zone: string): string {
	const offset = offsetAt(moment, zone);
	const minutes = Math.round(Math.abs(offset) / 60_000);
	const sign = offset < 0 ? '-' : '+';
	const digits = (value: number) => String(value).padStart(2, '0');
	const suffix = `${sign}${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
	return `${clockTime(moment, zone).replace(' ', 'T')}${suffix}`;
}

/** How far a time zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
	const shown = Date.parse(`${clockTime(moment, zone).replace(' ', 'T')}Z`);
	return shown - Math.floor(moment / 1000) * 1000;
}

/** @throws {RangeError} when there is no such time zone */
function formatOf(zone: string): Intl.DateTimeFormat {
	const known = formats.get(zone);
	if (known) return known;
	const format = new Intl.DateTimeFormat('en-GB', {
		timeZone: zone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
	});
	formats.set(zone, format);
	return format;
}
