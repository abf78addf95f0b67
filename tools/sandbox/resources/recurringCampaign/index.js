'use strict';

const { collectionRoutes, operationsOf } = require('../../collection.js');
const { TOTAL_NAMES } = require('../common/automation.js');
const { imageRoutes } = require('../common/image.js');
const { declareSegmentUser } = require('../segment/users.js');
const { createRecurring, updateRecurring } = require('./form.js');
const { RECURRING, addRecurring, reportRecurring } = require('./store.js');
const { switches } = require('./switches.js');
const { work } = require('./work.js');

const PATH = 'recurring-campaigns';

declareSegmentUser(
	RECURRING,
	({ segment }) => segment,
	(row) => ({ ...row, segment: 'all' }),
);

const routes = {
	...collectionRoutes({
		path: PATH,
		table: RECURRING,
		operations: operationsOf(PATH, ['list', 'get', 'create', 'update', 'delete']),
		list: {
			idName: 'recurring_campaign_id',
			search: ['name', 'title', 'description', 'url'],
			equal: ['website_id'],
			datetimes: ['datetime', 'last_run_datetime', 'next_run_datetime', 'last_datetime'],
			orders: [
				'datetime',
				'last_datetime',
				'last_run_datetime',
				'next_run_datetime',
				'name',
				'title',
				...TOTAL_NAMES,
			],
		},
		report: reportRecurring,
		create: createRecurring,
		update: updateRecurring,
	}),
	...imageRoutes(PATH, RECURRING),
};

/** @param {import('../../installation.js').Installation} installation */
const controls = (installation) => ({
	/** @param {import('./store.js').PartialRecurring} [partial] */
	addRecurringCampaign: (partial = {}) =>
		reportRecurring(installation, addRecurring(installation, partial)),
	recurringCampaigns: () =>
		RECURRING.in(installation).rows.map((row) => reportRecurring(installation, row)),
});

module.exports = { controls, routes, switches, work };
