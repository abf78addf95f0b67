'use strict';

const { TableDefinition } = require('../../storage/store.js');
const { blankAutomation } = require('../common/automation.js');
const { reportUtm } = require('../common/message.js');
const { nextRun } = require('./calendar.js');

/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('../common/message.js').MessageSettings} MessageSettings */
/** @typedef {import('../common/message.js').StoredMessage} StoredMessage */

/**
 * @typedef {object} Frequency
 * @property {string} frequency `daily`, `weekly` or `monthly`
 * @property {string} time `HH:MM` on the account's clock
 * @property {number[]} week_days
 * @property {number[]} month_days
 */

/**
 * @typedef {object} OwnFields
 * @property {MessageSettings & Frequency} settings
 * @property {string | null} last_run_datetime
 * @property {string | null} next_run_datetime
 * @property {StoredMessage & { nextAt: number | null }} stored
 */

/** @typedef {Omit<import('../common/automation.js').Automation, 'settings'> & OwnFields} RecurringRow */

/**
 * @typedef {Partial<Omit<RecurringRow, 'settings' | 'stored'>> &
 *   { settings?: Partial<RecurringRow['settings']> }} PartialRecurring
 */

/** @type {TableDefinition<RecurringRow>} */
const RECURRING = new TableDefinition();

/**
 * @param {Installation} installation
 * @returns {RecurringRow}
 */
function blankRecurring(installation) {
	const blank = blankAutomation(installation, RECURRING.in(installation).nextId);
	return {
		...blank,
		settings: {
			...blank.settings,
			frequency: 'daily',
			time: '10:25',
			week_days: [],
			month_days: [],
		},
		last_run_datetime: null,
		next_run_datetime: null,
		stored: { ...blank.stored, nextAt: null },
	};
}

/**
 * @param {Installation} installation
 * @param {RecurringRow} row
 * @returns {RecurringRow} with the time of its next run
 */
function planned(installation, row) {
	const nextAt = nextRun(installation, row.settings) ?? null;
	return {
		...row,
		next_run_datetime: nextAt === null ? null : installation.datetime(nextAt),
		stored: { ...row.stored, nextAt },
	};
}

/**
 * @param {Installation} installation
 * @param {PartialRecurring} partial
 */
function addRecurring(installation, partial) {
	const blank = blankRecurring(installation);
	const row = planned(installation, {
		...blank,
		name: `Recurring ${blank.id}`,
		title: `Title ${blank.id}`,
		description: `Description ${blank.id}`,
		...partial,
		settings: { ...blank.settings, ...partial.settings },
	});
	RECURRING.in(installation).add(row);
	return row;
}

/**
 * @param {Installation} installation
 * @param {RecurringRow} row
 */
function reportRecurring(installation, row) {
	const { stored, ...recurring } = row;
	return { ...recurring, settings: { ...recurring.settings, ...reportUtm(installation, row) } };
}

module.exports = { RECURRING, addRecurring, blankRecurring, planned, reportRecurring };
