'use strict';

const { copyMessage, readMessage } = require('../common/message.js');
const { FormReader, toInteger } = require('../common/reader.js');
const { readAutomationSegment, readWebsite } = require('../common/target.js');
const { RECURRING, blankRecurring, planned } = require('./store.js');

/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('../../http/route.js').Call} Call */
/** @typedef {import('./store.js').RecurringRow} RecurringRow */
/** @typedef {import('../../collection.js').Outcome<RecurringRow>} Outcome */

const REQUIRED = ['website_id', 'name', 'title', 'description'];
const FREQUENCIES = ['daily', 'weekly', 'monthly'];

/**
 * @param {FormReader} reader
 * @param {string} field
 * @param {number} most
 * @param {number[]} current
 */
function readDays(reader, field, most, current) {
	if (!reader.form.lists.has(field)) return current;
	const days = reader.list(field, 2).map(toInteger);
	return days.filter((day) => day >= 1 && day <= most);
}

/**
 * @param {FormReader} reader
 * @param {RecurringRow['settings']} settings
 */
function readFrequency(reader, settings) {
	const frequency = reader.sent('frequency');
	if (frequency !== undefined && FREQUENCIES.includes(frequency)) settings.frequency = frequency;
	const time = reader.sent('time');
	if (time !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(time)) settings.time = time;
	settings.week_days = readDays(reader, 'week_days', 7, settings.week_days);
	settings.month_days = readDays(reader, 'month_days', 31, settings.month_days);
}

/**
 * @param {FormReader} reader
 * @param {RecurringRow} row
 */
function readRecurring(reader, row) {
	row.is_enabled = reader.flag('is_enabled', row.is_enabled);
	readFrequency(reader, row.settings);
	return (
		reader.refuseMissing(REQUIRED) ??
		readWebsite(reader, row) ??
		readAutomationSegment(reader, row) ??
		readMessage(reader, row, 'recurring-campaigns')
	);
}

/**
 * @param {Installation} installation
 * @param {Call} call
 * @returns {Outcome}
 */
function createRecurring(installation, { form }) {
	const table = RECURRING.in(installation);
	const read = blankRecurring(installation);
	const refusal = readRecurring(new FormReader(installation, form, true), read);
	if (refusal) return { refusal };
	const row = planned(installation, read);
	table.createdCount += 1;
	table.add(row);
	return { row };
}

/**
 * @param {Installation} installation
 * @param {Call} call
 * @param {RecurringRow} stored
 * @returns {Outcome}
 */
function updateRecurring(installation, { form }, stored) {
	const read = copyMessage(stored);
	const refusal = readRecurring(new FormReader(installation, form, false), read);
	if (refusal) return { refusal };
	const row = planned(installation, { ...read, last_datetime: installation.datetime() });
	RECURRING.in(installation).replace(row);
	return { row };
}

module.exports = { createRecurring, updateRecurring };
