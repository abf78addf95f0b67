'use strict';

const { TableDefinition } = require('../../storage/store.js');
const { blankSettings, blankStored, reportUtm } = require('../common/message.js');
const { WEBSITES } = require('../website/store.js');

/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('../common/message.js').Message} Message */
/** @typedef {import('../common/message.js').MessageSettings} MessageSettings */
/** @typedef {import('../common/message.js').StoredMessage} StoredMessage */

/**
 * A flow in the documented shape, in the documented order.
 *
 * @typedef {object} FlowFields
 * @property {number} id
 * @property {number} user_id
 * @property {number} website_id
 * @property {number} wait_time
 * @property {string} wait_time_type
 * @property {boolean} is_enabled
 * @property {number} total_sent_push_notifications
 * @property {number} total_displayed_push_notifications
 * @property {number} total_clicked_push_notifications
 * @property {number} total_closed_push_notifications
 * @property {string | null} last_sent_datetime
 * @property {string | null} last_datetime
 * @property {string} datetime
 */

/** @typedef {FlowFields & Message} Flow */

/**
 * What a flow has besides what the documented reply shows.
 *
 * @typedef {object} OwnStored
 * @property {string} segment `all` or a segment ID
 * @property {number} created_count how many flows the API had created when it created this one, this
 *   one included; 0 for a seeded flow
 * @property {number[]} had subscribers to whom it was sent
 */

/** @typedef {StoredMessage & OwnStored} Stored */
/** @typedef {Flow & { stored: Stored }} FlowRow */

/**
 * @typedef {Partial<Omit<Flow, 'settings'>> & Partial<Stored> &
 *   { settings?: Partial<MessageSettings> }} PartialFlow
 */

/** @type {TableDefinition<FlowRow>} */
const FLOWS = new TableDefinition();

/**
 * @param {Installation} installation
 * @returns {FlowRow} not stored yet, with the ID that it would get
 */
function blankFlow(installation) {
	return {
		id: FLOWS.in(installation).nextId,
		user_id: 1,
		website_id: WEBSITES.in(installation).rows[0]?.id ?? 1,
		name: '',
		title: '',
		description: '',
		url: '',
		image_url: null,
		settings: blankSettings(),
		wait_time: 1,
		wait_time_type: 'days',
		is_enabled: true,
		total_sent_push_notifications: 0,
		total_displayed_push_notifications: 0,
		total_clicked_push_notifications: 0,
		total_closed_push_notifications: 0,
		last_sent_datetime: null,
		last_datetime: null,
		datetime: installation.datetime(),
		stored: { segment: 'all', ...blankStored(), created_count: 0, had: [] },
	};
}

/**
 * @param {Installation} installation
 * @param {PartialFlow} partial
 */
function seedFlow(installation, partial) {
	const blank = blankFlow(installation);
	const { settings, ...given } = partial;
	const { segment, utm_source, utm_medium, utm_campaign, image, created_count, had, ...fields } =
		given;
	const { id } = blank;
	/** @type {FlowRow} */
	const flow = {
		...blank,
		name: `Flow ${id}`,
		title: `Title ${id}`,
		description: `Description ${id}`,
		url: 'https://example.com',
		...fields,
		settings: { ...blank.settings, ...settings },
		stored: {
			segment: segment ?? 'all',
			utm_source: utm_source ?? '',
			utm_medium: utm_medium ?? '',
			utm_campaign: utm_campaign ?? '',
			image: image ?? null,
			created_count: created_count ?? 0,
			had: had ?? [],
		},
	};
	FLOWS.in(installation).add(flow);
	return flow;
}

/**
 * @param {Installation} installation
 * @param {FlowRow} row
 * @returns {Flow & { segment?: string }}
 */
function reportFlow(installation, row) {
	const { stored, ...flow } = row;
	const { reportsSegment } = installation.behaviour;
	const segment = reportsSegment && { segment: stored.segment };
	return { ...flow, ...segment, settings: { ...flow.settings, ...reportUtm(installation, row) } };
}

module.exports = { FLOWS, blankFlow, reportFlow, seedFlow };
