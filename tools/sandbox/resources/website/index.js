'use strict';

const { collectionRoutes } = require('../../collection.js');
const { WEBSITES, reportWebsite } = require('./store.js');
const { switches } = require('./switches.js');

const routes = collectionRoutes({
	path: 'websites',
	table: WEBSITES,
	operations: { list: 'websites' },
	list: { idName: 'website_id', defaultOrder: ({ websitesOrder }) => websitesOrder },
	report: reportWebsite,
	isServed: ({ websitesList }) => websitesList,
});

/** @param {import('../../installation.js').Installation} installation */
const controls = (installation) => ({ websites: WEBSITES.in(installation).rows });

module.exports = { controls, routes, switches };
