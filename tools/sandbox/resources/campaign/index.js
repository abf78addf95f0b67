'use strict';

const { collectionRoutes, operationsOf } = require('../../collection.js');
const { imageRoutes } = require('../common/image.js');
const { createCampaign, updateCampaign } = require('./form.js');
const { work } = require('./release.js');
const { CAMPAIGNS, addCampaign, reportCampaign } = require('./store.js');
const { switches } = require('./switches.js');

/** @typedef {import('./store.js').PartialCampaign} PartialCampaign */

const routes = {
	...collectionRoutes({
		path: 'campaigns',
		table: CAMPAIGNS,
		operations: operationsOf('campaigns', ['list', 'get', 'create', 'update', 'delete']),
		list: {
			idName: 'campaign_id',
			search: ['name', 'title', 'description', 'url'],
			equal: ['status', 'website_id'],
			datetimes: ['datetime', 'scheduled_datetime', 'last_sent_datetime', 'last_datetime'],
			orders: [
				'datetime',
				'last_datetime',
				'scheduled_datetime',
				'last_sent_datetime',
				'name',
				'title',
				'total_push_notifications',
				'total_sent_push_notifications',
				'total_displayed_push_notifications',
				'total_clicked_push_notifications',
				'total_closed_push_notifications',
			],
			known: { search: [3, 4], status: [3, 4], website_id: [3, 4], order: [3, 4] },
		},
		report: reportCampaign,
		create: createCampaign,
		update: updateCampaign,
	}),
	...imageRoutes('campaigns', CAMPAIGNS),
};

/** @param {import('../../installation.js').Installation} installation */
function controls(installation) {
	/** @param {import('./store.js').CampaignRow} row */
	const describe = (row) => ({ ...reportCampaign(installation, row), stored: { ...row.stored } });
	/** @param {PartialCampaign} [partial] */
	const add = (partial = {}) => describe(addCampaign(installation, partial));
	return {
		addCampaign: add,
		/**
		 * @param {number} count
		 * @param {(index: number) => PartialCampaign} [partialOf]
		 */
		addCampaigns: (count, partialOf = () => ({})) =>
			Array.from({ length: count }, (_, index) => add(partialOf(index))),
		campaigns: () => CAMPAIGNS.in(installation).rows.map(describe),
	};
}

module.exports = { controls, routes, switches, work };
