'use strict';

const { blankCampaign, CAMPAIGNS } = require('./store.js');
const { recipientsOf } = require('./audience.js');
const { release } = require('./release.js');

/**
 * Creates and sends a campaign on behalf of an automation.
 *
 * @param {import('../../installation.js').Installation} installation
 * @param {import('../common/message.js').Message & { website_id: number, segment: string }} automation
 * @param {{ url?: string, at?: number }} [particulars] another link; a later time
 * @returns {number} how many notifications it is for
 */
function spawnCampaign(installation, automation, { url = automation.url, at } = {}) {
	const blank = blankCampaign(installation);
	const { name, title, description, image_url, segment, website_id } = automation;
	const { ttl, urgency, is_silent, is_auto_hide, ...buttons } = automation.settings;
	const { button_title_1, button_url_1, button_title_2, button_url_2 } = buttons;
	const audience = { segment, ids: [], filters: {} };
	const recipients = recipientsOf(installation, audience, website_id);
	/** @type {import('./store.js').CampaignRow} */
	const row = {
		...blank,
		website_id,
		name,
		title,
		description,
		url,
		image_url,
		segment,
		settings: {
			ttl,
			urgency,
			is_silent,
			is_auto_hide,
			button_title_1,
			button_url_1,
			button_title_2,
			button_url_2,
		},
		subscribers_ids: recipients,
		total_push_notifications: recipients.length,
		status: 'scheduled',
		scheduled_datetime: at === undefined ? null : installation.datetime(at),
		stored: { ...blank.stored, audience, isScheduled: at !== undefined, scheduledAt: at ?? null },
	};
	CAMPAIGNS.in(installation).add(at === undefined ? release(installation, row) : row);
	return recipients.length;
}

module.exports = { spawnCampaign };
