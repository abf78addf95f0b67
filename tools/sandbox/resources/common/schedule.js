'use strict';

const { errorAnswer } = require('../../answers.js');
const { fromDatetime } = require('../../time.js');

/** @typedef {import('./reader.js').FormReader} FormReader */

/**
 * When an entry is to be sent.
 *
 * @typedef {object} Schedule
 * @property {boolean} isScheduled
 * @property {number | null} at
 */

/**
 * @param {FormReader} reader
 * @param {Schedule} stored
 * @returns {Schedule | { refusal: import('../../answers.js').Answer }}
 */
function readSchedule(reader, stored) {
	const { accountTimezone, malformedSchedule, updateKeepsSchedule } = reader.behaviour;
	const kept = updateKeepsSchedule ? stored : { isScheduled: false, at: null };
	const isScheduled = reader.presence('is_scheduled', kept.isScheduled);
	const sent = reader.sent('scheduled_datetime');
	const at = sent === undefined ? kept.at : (fromDatetime(sent, accountTimezone) ?? null);
	if (!isScheduled) return { isScheduled: false, at };
	if (at !== null) return { isScheduled: true, at };
	if (malformedSchedule === 'now') return { isScheduled: false, at: null };
	const { missingFieldStatus } = reader.behaviour;
	return { refusal: errorAnswer(missingFieldStatus, reader.installation.words.wrongDate) };
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

module.exports = { readSave, readSchedule };
