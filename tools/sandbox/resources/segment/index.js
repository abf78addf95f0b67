'use strict';

const { errorAnswer } = require('../../http/answers.js');
const { collectionRoutes, operationsOf } = require('../../collection.js');
const { createSegment, updateSegment } = require('./form.js');
const { SEGMENTS, addSegment, reportSegment, totalOf } = require('./store.js');
const { switches } = require('./switches.js');
const { isUsed, widenUsers } = require('./users.js');

/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('./store.js').Segment} Segment */

/**
 * @param {Installation} installation
 * @param {Segment} segment
 */
function refuseRemoval(installation, { id }) {
	if (installation.behaviour.deletedSegment !== 'refuse') return undefined;
	return isUsed(installation, id) ? errorAnswer(400, installation.words.inUse) : undefined;
}

/**
 * @param {Installation} installation
 * @param {Segment} segment
 */
function afterRemoval(installation, { id }) {
	if (installation.behaviour.deletedSegment === 'all') widenUsers(installation, id);
}

const routes = collectionRoutes({
	path: 'segments',
	table: SEGMENTS,
	operations: {
		...operationsOf('segments', ['get', 'create', 'update', 'delete']),
		list: 'segments',
	},
	list: {
		idName: 'segment_id',
		search: ['name'],
		equal: ['website_id'],
		datetimes: ['datetime', 'last_datetime'],
		orders: ['datetime', 'last_datetime', 'name', 'total_subscribers'],
		defaultOrder: ({ segmentsOrder }) => segmentsOrder,
	},
	rows: (installation) =>
		SEGMENTS.in(installation).rows.map((segment) => ({
			...segment,
			total_subscribers: totalOf(installation, segment),
		})),
	report: reportSegment,
	create: createSegment,
	update: updateSegment,
	refuseRemoval,
	remove: afterRemoval,
	isServed: ({ segmentsList }) => segmentsList,
});

/** @param {Installation} installation */
const controls = (installation) => ({
	segments: SEGMENTS.in(installation).rows,
	/** @param {import('./store.js').PartialSegment} [partial] */
	addSegment: (partial = {}) => addSegment(installation, partial),
});

module.exports = { controls, routes, switches };
