'use strict';

const { collectionRoutes } = require('../../collection.js');
const { imageRoutes } = require('../common/image.js');
const { declareSegmentUser } = require('../segment/users.js');
const { createFlow, updateFlow } = require('./form.js');
const { FLOWS, reportFlow, seedFlow } = require('./store.js');
const { switches } = require('./switches.js');
const { work } = require('./work.js');

/** @typedef {import('./store.js').PartialFlow} PartialFlow */

declareSegmentUser(
	FLOWS,
	({ stored }) => stored.segment,
	(flow) => ({ ...flow, stored: { ...flow.stored, segment: 'all' } }),
);

const routes = {
	...collectionRoutes({
		path: 'flows',
		table: FLOWS,
		operations: {
			list: 'list',
			get: 'get',
			create: 'create',
			update: 'update',
			delete: 'delete',
		},
		list: {
			idName: 'flow_id',
			search: ['name', 'title', 'description', 'url'],
			equal: ['website_id'],
			datetimes: ['datetime', 'last_datetime', 'last_sent_datetime'],
			orders: [
				'datetime',
				'last_datetime',
				'last_sent_datetime',
				'name',
				'title',
				'total_sent_push_notifications',
				'total_displayed_push_notifications',
				'total_clicked_push_notifications',
				'total_closed_push_notifications',
			],
		},
		report: reportFlow,
		create: createFlow,
		update: updateFlow,
	}),
	...imageRoutes('flows', FLOWS),
};

/** @param {import('../../installation.js').Installation} installation */
function controls(installation) {
	/** @param {import('./store.js').FlowRow} row */
	const describe = (row) => ({ ...reportFlow(installation, row), stored: { ...row.stored } });
	/** @param {PartialFlow} [partial] */
	const addFlow = (partial = {}) => describe(seedFlow(installation, partial));
	return {
		addFlow,
		/**
		 * @param {number} count
		 * @param {(index: number) => PartialFlow} [partialOf]
		 */
		addFlows: (count, partialOf = () => ({})) =>
			Array.from({ length: count }, (_, index) => addFlow(partialOf(index))),
		flows: () => FLOWS.in(installation).rows.map(describe),
	};
}

module.exports = { controls, routes, switches, work };
