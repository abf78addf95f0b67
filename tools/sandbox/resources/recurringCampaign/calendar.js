'use strict';

const { DAY_MS, fromDatetime, toDatetime } = require('../../time/datetime.js');

/** @typedef {import('./store.js').Frequency} Frequency */

/** Even a 29 February comes again within so many days. */
const HORIZON_DAYS = 8 * 366;

/**
 * @param {Date} day
 * @param {'monday' | 'sunday'} weekStart
 */
const weekDay = (day, weekStart) =>
	weekStart === 'sunday' ? day.getUTCDay() + 1 : ((day.getUTCDay() + 6) % 7) + 1;

/**
 * @param {Frequency} settings
 * @param {Date} day
 * @param {'monday' | 'sunday'} weekStart
 */
function runsOn({ frequency, week_days, month_days }, day, weekStart) {
	if (frequency === 'weekly') return week_days.includes(weekDay(day, weekStart));
	if (frequency === 'monthly') return month_days.includes(day.getUTCDate());
	return true;
}

/**
 * @param {import('../../installation.js').Installation} installation
 * @param {Frequency} settings
 * @returns {number | undefined} nothing where it never runs
 */
function nextRun({ behaviour, clock }, settings) {
	const { accountTimezone, weekStart } = behaviour;
	const now = clock.now();
	const today = Date.parse(toDatetime(now, accountTimezone).slice(0, 10));
	for (let days = 0; days < HORIZON_DAYS; days += 1) {
		const day = new Date(today + days * DAY_MS);
		if (!runsOn(settings, day, weekStart)) continue;
		const date = day.toISOString().slice(0, 10);
		const at = fromDatetime(`${date} ${settings.time}:00`, accountTimezone);
		if (at !== undefined && at > now) return at;
	}
	return undefined;
}

module.exports = { nextRun };
