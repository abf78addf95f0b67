'use strict';

const { collectionRoutes, operationsOf } = require('../../collection.js');
const { LOGS, addLog } = require('./store.js');

const routes = collectionRoutes({
	path: 'subscribers-logs',
	table: LOGS,
	operations: operationsOf('subscribers-logs', ['list']),
	list: {
		idName: 'subscriber_log_id',
		search: ['ip'],
		equal: ['type', 'website_id', 'campaign_id', 'subscriber_id', 'flow_id'],
		datetimes: ['datetime'],
		orders: ['datetime'],
		known: {
			type: [1, 3, 4],
			website_id: [1, 3, 4],
			search: [1, 3, 4],
			// Later generations print these no more.
			campaign_id: [1],
			subscriber_id: [1],
			flow_id: [1],
			order: [3, 4],
		},
	},
	report: (_installation, log) => log,
});

/** @param {import('../../installation.js').Installation} installation */
const controls = (installation) => ({
	/** @param {import('./store.js').PartialLog} [partial] */
	addSubscriberLog: (partial = {}) => addLog(installation, partial),
	subscriberLogs: () => [...LOGS.in(installation).rows],
});

module.exports = { controls, routes, switches: {} };
