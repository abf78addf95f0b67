'use strict';

const { collectionRoutes, operationsOf } = require('../../collection.js');
const { WEBSITES, reportWebsite } = require('./store.js');
const { switches } = require('./switches.js');

const routes = collectionRoutes({
	path: 'websites',
	table: WEBSITES,
	operations: { ...operationsOf('websites', ['get']), list: 'websites' },
	list: { idName: 'website_id', defaultOrder: ({ websitesOrder }) => websitesOrder },
	report: reportWebsite,
	isServed: ({ websitesList }) => websitesList,
});

/** @param {import('../../installation.js').Installation} installation */
const controls = (installation) => ({ websites: WEBSITES.in(installation).rows });

module.exports = { controls, routes, switches };
