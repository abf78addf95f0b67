'use strict';

const { TableDefinition } = require('../../storage/store.js');
const { reportFilters } = require('../common/filters.js');
const { blankSettings, blankStored, reportUtm } = require('../common/message.js');
const { reportDatetime, scheduledFor, unscheduled } = require('../common/schedule.js');
const { WEBSITES } = require('../website/store.js');
const { recipientsOf } = require('./audience.js');

/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('../common/message.js').Message} Message */
/** @typedef {import('../common/message.js').MessageSettings} MessageSettings */
/** @typedef {import('../common/message.js').StoredMessage} StoredMessage */

/** @typedef {'draft' | 'scheduled' | 'processing' | 'sent'} Status */

/**
 * A campaign in the documented shape.
 *
 * @typedef {object} CampaignFields
 * @property {number} id
 * @property {number} user_id
 * @property {number} website_id
 * @property {string} segment as it is told: `all`, `custom`, `filter` or a segment ID
 * @property {number[]} subscribers_ids the recipients, counted when it is created or changed
 * @property {number[]} sent_subscribers_ids
 * @property {number} total_sent_push_notifications
 * @property {number} total_push_notifications
 * @property {number} total_displayed_push_notifications
 * @property {number} total_clicked_push_notifications
 * @property {number} total_closed_push_notifications
 * @property {Status} status
 * @property {string | null} scheduled_datetime
 * @property {string | null} last_sent_datetime
 * @property {string | null} last_datetime
 * @property {string} datetime
 */

/** @typedef {CampaignFields & Message} Campaign */

/**
 * @typedef {object} OwnStored
 * @property {import('./audience.js').Audience} audience to whom it really goes
 */

/** @typedef {StoredMessage & import('../common/schedule.js').ScheduleStored & OwnStored} Stored */
/** @typedef {Campaign & { stored: Stored }} CampaignRow */

/**
 * @typedef {Partial<Omit<Campaign, 'settings'>> & { settings?: Partial<MessageSettings>,
 *   filters?: import('../common/filters.js').Filters }} PartialCampaign
 */

/** @type {TableDefinition<CampaignRow>} */
const CAMPAIGNS = new TableDefinition();

/**
 * @param {Installation} installation
 * @returns {CampaignRow} not stored yet, with the ID that it would get
 */
function blankCampaign(installation) {
	return {
		id: CAMPAIGNS.in(installation).nextId,
		user_id: 1,
		website_id: WEBSITES.in(installation).rows[0]?.id ?? 1,
		name: '',
		title: '',
		description: '',
		url: '',
		image_url: null,
		segment: 'all',
		settings: blankSettings(),
		subscribers_ids: [],
		sent_subscribers_ids: [],
		total_sent_push_notifications: 0,
		total_push_notifications: 0,
		total_displayed_push_notifications: 0,
		total_clicked_push_notifications: 0,
		total_closed_push_notifications: 0,
		status: 'draft',
		scheduled_datetime: null,
		last_sent_datetime: null,
		last_datetime: null,
		datetime: installation.datetime(),
		stored: {
			...blankStored(),
			audience: { segment: 'all', ids: [], filters: {} },
			...unscheduled(),
		},
	};
}

/**
 * A draft, unless the test says otherwise. Nothing goes out.
 *
 * @param {Installation} installation
 * @param {PartialCampaign} partial
 */
function addCampaign(installation, partial) {
	const blank = blankCampaign(installation);
	const { settings, filters = {}, ...fields } = partial;
	const { segment = 'all', scheduled_datetime = null, subscribers_ids } = fields;
	const audience = { segment, ids: subscribers_ids ?? [], filters };
	const websiteId = fields.website_id ?? blank.website_id;
	const recipients = subscribers_ids ?? recipientsOf(installation, audience, websiteId);
	/** @type {CampaignRow} */
	const row = {
		...blank,
		name: `Campaign ${blank.id}`,
		title: `Title ${blank.id}`,
		description: `Description ${blank.id}`,
		subscribers_ids: recipients,
		total_push_notifications: recipients.length,
		...fields,
		settings: { ...blank.settings, ...settings },
		stored: {
			...blank.stored,
			audience,
			...scheduledFor(installation, scheduled_datetime),
		},
	};
	CAMPAIGNS.in(installation).add(row);
	return row;
}

/**
 * @param {Installation} installation
 * @param {CampaignRow} row
 */
function reportCampaign(installation, row) {
	const { stored, ...campaign } = row;
	const { behaviour } = installation;
	const { segment, settings } = campaign;
	const filters = segment === 'filter' && reportFilters(stored.audience.filters, behaviour);
	return {
		...campaign,
		settings: {
			is_scheduled: stored.isScheduled ? 1 : 0,
			...settings,
			...reportUtm(installation, row),
			...filters,
		},
		scheduled_datetime: reportDatetime(installation, row),
	};
}

module.exports = { CAMPAIGNS, addCampaign, blankCampaign, reportCampaign };
