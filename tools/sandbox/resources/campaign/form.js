'use strict';

const { errorAnswer } = require('../../http/answers.js');
const { copyMessage, readMessage } = require('../common/message.js');
const { FormReader } = require('../common/reader.js');
const { readSave, readSchedule } = require('../common/schedule.js');
const { readWebsite } = require('../common/target.js');
const { readAudience, recipientsOf } = require('./audience.js');
const { release } = require('./release.js');
const { CAMPAIGNS, blankCampaign } = require('./store.js');

/** @typedef {import('../../http/answers.js').Answer} Answer */
/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('../../http/route.js').Call} Call */
/** @typedef {import('./store.js').CampaignRow} CampaignRow */
/** @typedef {import('../../collection.js').Outcome<CampaignRow>} Outcome */

const REQUIRED = ['website_id', 'name', 'title', 'description'];

/**
 * @param {FormReader} reader
 * @param {CampaignRow} row
 * @returns {Answer | undefined}
 */
function readRecipients(reader, row) {
	const { installation } = reader;
	const outcome = readAudience(reader, row.stored.audience, row.website_id);
	if ('refusal' in outcome) return outcome.refusal;
	row.segment = outcome.told;
	row.stored.audience = outcome.audience;
	row.subscribers_ids = recipientsOf(installation, outcome.audience, row.website_id);
	row.total_push_notifications = row.subscribers_ids.length;
	return undefined;
}

/**
 * @param {FormReader} reader
 * @param {CampaignRow} row
 */
function readCampaign(reader, row) {
	return (
		reader.refuseMissing(REQUIRED) ??
		readWebsite(reader, row) ??
		readRecipients(reader, row) ??
		readSchedule(reader, row) ??
		readMessage(reader, row, 'campaigns')
	);
}

/**
 * @param {Installation} installation
 * @param {CampaignRow} row
 * @returns {CampaignRow}
 */
function sendOrSchedule(installation, row) {
	return row.stored.isScheduled ? { ...row, status: 'scheduled' } : release(installation, row);
}

/**
 * @param {Installation} installation
 * @param {Call} call
 * @returns {Outcome}
 */
function createCampaign(installation, { form }) {
	const { planCampaigns } = installation.behaviour;
	const table = CAMPAIGNS.in(installation);
	// Drafts and deleted campaigns count too.
	if (planCampaigns !== null && table.createdCount >= planCampaigns) {
		return { refusal: errorAnswer(401, installation.words.planLimit) };
	}
	const reader = new FormReader(installation, form, true);
	const read = blankCampaign(installation);
	const refusal = readCampaign(reader, read);
	if (refusal) return { refusal };
	const row = readSave(reader) ? read : sendOrSchedule(installation, read);
	table.createdCount += 1;
	table.add(row);
	return { row };
}

/**
 * What an update makes of a campaign that was not sent yet.
 *
 * @param {FormReader} reader
 * @param {CampaignRow} stored
 * @param {CampaignRow} read
 * @returns {CampaignRow}
 */
function afterUpdate(reader, stored, read) {
	const { behaviour, installation } = reader;
	if (stored.status === 'processing') {
		return behaviour.processingUpdate === 'sendsAgain' ? release(installation, read) : read;
	}
	if (readSave(reader)) return { ...read, status: 'draft' };
	return behaviour.updateReleases ? sendOrSchedule(installation, read) : read;
}

/**
 * @param {Installation} installation
 * @param {Call} call
 * @param {CampaignRow} stored
 * @returns {Outcome}
 */
function updateCampaign(installation, { form }, stored) {
	const reader = new FormReader(installation, form, false);
	const last_datetime = installation.datetime();
	const table = CAMPAIGNS.in(installation);
	if (stored.status === 'sent') {
		const row = { ...stored, name: reader.text('name', 256, stored.name), last_datetime };
		table.replace(row);
		return { row };
	}
	const read = { ...copyMessage(stored), last_datetime };
	const refusal = readCampaign(reader, read);
	if (refusal) return { refusal };
	const row = afterUpdate(reader, stored, read);
	table.replace(row);
	return { row };
}

module.exports = { createCampaign, updateCampaign };
