'use strict';

/** Times as an installation reads and writes them: `Y-m-d H:i:s` on the clock of some time zone. */

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} zone */
function formatOf(zone) {
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

/**
 * @param {number} at
 * @param {string} zone
 */
function toDatetime(at, zone) {
	if (zone === 'UTC') return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
	const parts = formatOf(zone).formatToParts(at);
	const part = (/** @type {string} */ type) => parts.find((one) => one.type === type)?.value ?? '';
	const date = `${part('year')}-${part('month')}-${part('day')}`;
	return `${date} ${part('hour')}:${part('minute')}:${part('second')}`;
}

/** @param {string} datetime read as if it were UTC */
const asUtc = (datetime) => Date.parse(`${datetime.replace(' ', 'T')}Z`);

/**
 * @param {number} at
 * @param {string} zone
 */
const offsetOf = (at, zone) => asUtc(toDatetime(at, zone)) - Math.floor(at / 1000) * 1000;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A time that the clock shows twice is the first of the two; one that it skips is as much later.
 *
 * @param {string} datetime
 * @param {string} zone
 * @returns {number | undefined} the moment; nothing where the text has any other form, or the day
 *   does not exist
 */
function fromDatetime(datetime, zone) {
	if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(datetime)) return undefined;
	const shown = asUtc(datetime);
	if (Number.isNaN(shown) || toDatetime(shown, 'UTC') !== datetime) return undefined;
	const before = offsetOf(shown - DAY_MS, zone);
	const after = offsetOf(shown + DAY_MS, zone);
	if (offsetOf(shown - before, zone) === before) return shown - before;
	return offsetOf(shown - after, zone) === after ? shown - after : shown - before;
}

/** @param {number[]} moments */
const earliest = (moments) => moments.reduce((a, b) => Math.min(a, b), Infinity);

module.exports = { DAY_MS, earliest, fromDatetime, toDatetime };
