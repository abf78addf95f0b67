'use strict';

const { TableDefinition } = require('../../storage/store.js');
const { blankSettings, blankStored, reportUtm } = require('../common/message.js');
const { reportDatetime, scheduledFor, unscheduled } = require('../common/schedule.js');

/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('../common/message.js').Message} Message */
/** @typedef {import('../common/message.js').MessageSettings} MessageSettings */
/** @typedef {import('../common/message.js').StoredMessage} StoredMessage */

/**
 * A personal notification in the documented shape.
 *
 * @typedef {object} NotificationFields
 * @property {number} id
 * @property {number} user_id
 * @property {number} website_id
 * @property {number} subscriber_id
 * @property {0 | 1} is_sent
 * @property {0 | 1} is_displayed
 * @property {0 | 1} is_clicked
 * @property {0 | 1} is_closed
 * @property {string} status
 * @property {string | null} scheduled_datetime
 * @property {string | null} sent_datetime
 * @property {string | null} last_datetime
 * @property {string} datetime
 */

/** @typedef {NotificationFields & Message} Notification */

/** @typedef {StoredMessage & import('../common/schedule.js').ScheduleStored} Stored */
/** @typedef {Notification & { stored: Stored }} NotificationRow */

/**
 * @typedef {Partial<Omit<Notification, 'settings'>> & { settings?: Partial<MessageSettings> }}
 *   PartialNotification
 */

/** @type {TableDefinition<NotificationRow>} */
const NOTIFICATIONS = new TableDefinition();

/**
 * @param {Installation} installation
 * @returns {NotificationRow} not stored yet, with the ID that it would get
 */
const blankNotification = (installation) => ({
	id: NOTIFICATIONS.in(installation).nextId,
	user_id: 1,
	website_id: 1,
	subscriber_id: 1,
	name: '',
	title: '',
	description: '',
	url: '',
	image_url: null,
	settings: blankSettings(),
	is_sent: 0,
	is_displayed: 0,
	is_clicked: 0,
	is_closed: 0,
	status: 'draft',
	scheduled_datetime: null,
	sent_datetime: null,
	last_datetime: null,
	datetime: installation.datetime(),
	stored: { ...blankStored(), ...unscheduled() },
});

/**
 * A draft, unless the test says otherwise. Nothing goes out.
 *
 * @param {Installation} installation
 * @param {PartialNotification} partial
 */
function addNotification(installation, partial) {
	const blank = blankNotification(installation);
	const { settings, ...fields } = partial;
	/** @type {NotificationRow} */
	const row = {
		...blank,
		name: `Notification ${blank.id}`,
		title: `Title ${blank.id}`,
		description: `Description ${blank.id}`,
		...fields,
		settings: { ...blank.settings, ...settings },
		stored: {
			...blank.stored,
			...scheduledFor(installation, fields.scheduled_datetime ?? null),
		},
	};
	NOTIFICATIONS.in(installation).add(row);
	return row;
}

/**
 * @param {Installation} installation
 * @param {NotificationRow} row
 */
function reportNotification(installation, row) {
	const { stored, ...notification } = row;
	return {
		...notification,
		settings: {
			is_scheduled: stored.isScheduled ? 1 : 0,
			...notification.settings,
			...reportUtm(installation, row),
		},
		scheduled_datetime: reportDatetime(installation, row),
	};
}

module.exports = { NOTIFICATIONS, addNotification, blankNotification, reportNotification };
