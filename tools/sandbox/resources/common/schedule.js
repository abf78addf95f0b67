'use strict';

const { errorAnswer } = require('../../http/answers.js');
const { fromDatetime } = require('../../time/datetime.js');

/** @typedef {import('./reader.js').FormReader} FormReader */
/** @typedef {import('../../installation.js').Installation} Installation */

/**
 * Something that can be sent later.
 *
 * @typedef {object} Scheduled
 * @property {string} status
 * @property {string | null} scheduled_datetime on the installation's clock
 * @property {string} datetime
 * @property {ScheduleStored} stored
 *
 * @typedef {object} ScheduleStored
 * @property {boolean} isScheduled
 * @property {number | null} scheduledAt
 */

/** @returns {ScheduleStored} */
const unscheduled = () => ({ isScheduled: false, scheduledAt: null });

/**
 * @param {Installation} installation
 * @param {string | null} datetime on the installation's clock
 * @returns {ScheduleStored}
 */
const scheduledFor = ({ behaviour }, datetime) => ({
	isScheduled: datetime !== null,
	scheduledAt: fromDatetime(datetime ?? '', behaviour.timezone) ?? null,
});

/**
 * Writes what the form says about the time into a copy of a stored entry, or into a new one.
 *
 * @param {FormReader} reader
 * @param {Scheduled} entry
 * @returns {import('../../http/answers.js').Answer | undefined}
 */
function readSchedule(reader, entry) {
	const { behaviour, creating, installation } = reader;
	const keeps = creating || behaviour.updateKeepsSchedule;
	const stored = keeps ? entry.stored : unscheduled();
	const sent = reader.sent('scheduled_datetime');
	const read = sent === undefined ? undefined : fromDatetime(sent, behaviour.accountTimezone);
	const at = sent === undefined ? stored.scheduledAt : (read ?? null);
	const isScheduled = reader.presence('is_scheduled', stored.isScheduled);
	if (isScheduled && at === null && behaviour.malformedSchedule === 'refuse') {
		return errorAnswer(behaviour.missingFieldStatus, installation.words.wrongDate);
	}
	entry.stored.isScheduled = isScheduled && at !== null;
	entry.stored.scheduledAt = at;
	entry.scheduled_datetime = at === null ? null : installation.datetime(at);
	return undefined;
}

/**
 * Whether the form asks for a draft.
 *
 * @param {FormReader} reader
 */
function readSave({ behaviour, form }) {
	if (!behaviour.saveMakesDraft) return false;
	const save = form.fields.get('save');
	if (save === undefined) return false;
	return behaviour.presenceMeansTrue || !['', '0', 'false'].includes(save.toLowerCase());
}

/**
 * @param {Installation} installation
 * @param {Scheduled} entry
 */
function reportDatetime({ behaviour }, { scheduled_datetime, datetime }) {
	return scheduled_datetime ?? (behaviour.unscheduledHasDate ? datetime : null);
}

/** @param {Scheduled} entry */
const dueAt = ({ status, stored }) =>
	status === 'scheduled' ? (stored.scheduledAt ?? 0) : Infinity;

module.exports = { dueAt, readSave, readSchedule, reportDatetime, scheduledFor, unscheduled };
