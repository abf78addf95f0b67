'use strict';

const { errorAnswer } = require('../../http/answers.js');
const { serverPage } = require('../../http/pages.js');
const { notFound } = require('../../http/route.js');
const { readMessage } = require('../common/message.js');
const { FormReader, toInteger } = require('../common/reader.js');
const { readSave, readSchedule } = require('../common/schedule.js');
const { readWebsite } = require('../common/target.js');
const { SUBSCRIBERS } = require('../subscriber/store.js');
const { release } = require('./release.js');
const { NOTIFICATIONS, blankNotification } = require('./store.js');

/** @typedef {import('../../http/answers.js').Answer} Answer */
/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('../../http/route.js').Call} Call */
/** @typedef {import('./store.js').NotificationRow} NotificationRow */
/** @typedef {import('../../collection.js').Outcome<NotificationRow>} Outcome */

const REQUIRED = ['website_id', 'subscriber_id', 'name', 'title', 'description'];

/**
 * @param {FormReader} reader
 * @param {NotificationRow} row
 * @returns {Answer | undefined}
 */
function readSubscriber({ behaviour, form, installation }, row) {
	const id = toInteger(form.fields.get('subscriber_id') ?? '');
	const subscriber = SUBSCRIBERS.in(installation).get(id);
	if (!subscriber) return errorAnswer(404, installation.words.notFound);
	if (subscriber.website_id !== row.website_id && behaviour.foreignSubscriber === 'refuse') {
		return errorAnswer(behaviour.missingFieldStatus, installation.words.otherWebsite);
	}
	row.subscriber_id = id;
	return undefined;
}

/**
 * @param {Installation} installation
 * @param {Call} call
 * @returns {Outcome}
 */
function createNotification(installation, { form }) {
	const { claimsDelivery, planPersonalNotifications: limit } = installation.behaviour;
	const table = NOTIFICATIONS.in(installation);
	// Not a month's: what is deleted makes room.
	if (limit !== null && table.rows.length >= limit) {
		return { refusal: errorAnswer(401, installation.words.planLimit) };
	}
	const reader = new FormReader(installation, form, true);
	const row = blankNotification(installation);
	const refusal =
		reader.refuseMissing(REQUIRED) ??
		readWebsite(reader, row) ??
		readSubscriber(reader, row) ??
		readSchedule(reader, row) ??
		readMessage(reader, row, 'personal-notifications');
	if (refusal) return { refusal };

	table.createdCount += 1;
	if (readSave(reader)) {
		table.add(row);
		return { row };
	}
	if (row.stored.isScheduled) {
		const scheduled = { ...row, status: 'scheduled' };
		table.add(scheduled);
		return { row: scheduled };
	}
	const released = release(installation, row);
	table.add(released);
	// The reply may say "sent" though it failed: only a later GET tells.
	return { row: claimsDelivery ? { ...released, is_sent: 1, status: 'sent' } : released };
}

/**
 * No installation documents an update. It has been reported to send a scheduled notification at
 * once, and to fail then.
 *
 * @param {Installation} installation
 * @param {Call} _call
 * @param {NotificationRow} stored
 * @returns {Outcome}
 */
function updateNotification(installation, _call, stored) {
	if (installation.behaviour.personalUpdate === 'missing') {
		return { refusal: notFound(installation) };
	}
	if (stored.status === 'scheduled') {
		NOTIFICATIONS.in(installation).replace(release(installation, stored));
	}
	return { refusal: serverPage(500) };
}

module.exports = { createNotification, updateNotification };
