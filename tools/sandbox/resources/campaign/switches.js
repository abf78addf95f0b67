'use strict';

/**
 * @typedef {object} CampaignBehaviour
 * @property {'processing' | 'sent'} releasedAs status of a campaign that was just released; the next
 *   tick makes `sent` of `processing`
 * @property {number | null} sendBatch how many subscribers get a campaign at once, the others tick by
 *   tick; null: all
 * @property {boolean} updateReleases an update without `save` sends or schedules a draft | leaves it one
 * @property {'sendsAgain' | 'kept'} processingUpdate an update of a campaign that is being sent sends it
 *   again to those who had it | changes it alone
 * @property {'rules' | 'all' | 'refuse'} foreignSegment a segment of another website is told as `all`, and
 *   its rules are applied to this website | becomes `all` | 404
 * @property {number | null} planCampaigns campaigns the plan allows, drafts and deleted ones included;
 *   null: no limit
 */

/** @type {import('../../profiles.js').Switches<CampaignBehaviour>} */
const switches = {
	// name: [ospyo, btools, newer]
	releasedAs: ['processing', 'sent', 'processing'],
	sendBatch: [null, null, null],
	updateReleases: [true, true, true],
	processingUpdate: ['sendsAgain', 'sendsAgain', 'kept'],
	foreignSegment: ['rules', 'rules', 'refuse'],
	planCampaigns: [null, null, null],
};

module.exports = { switches };
