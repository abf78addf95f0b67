'use strict';

const { collectionRoutes } = require('../../collection.js');
const { SEGMENTS } = require('./store.js');
const { switches } = require('./switches.js');

const routes = collectionRoutes({
	path: 'segments',
	table: SEGMENTS,
	operations: { list: 'segments' },
	list: { idName: 'segment_id', defaultOrder: ({ segmentsOrder }) => segmentsOrder },
	report: (_installation, segment) => segment,
	isServed: ({ segmentsList }) => segmentsList,
});

/** @param {import('../../installation.js').Installation} installation */
const controls = (installation) => ({ segments: SEGMENTS.in(installation).rows });

module.exports = { controls, routes, switches };
