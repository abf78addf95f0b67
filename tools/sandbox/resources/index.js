'use strict';

/**
 * Everything that an installation offers: a resource is a folder here and an entry in this list.
 * Each brings its routes, its switches, and what a test can do with it.
 */
const RESOURCES = /** @type {const} */ ([
	require('./flow/index.js'),
	require('./website/index.js'),
	require('./segment/index.js'),
	require('./campaign/index.js'),
	require('./personalNotification/index.js'),
	require('./recurringCampaign/index.js'),
	require('./rssAutomation/index.js'),
	require('./user/index.js'),
	require('./subscriber/index.js'),
	require('./subscriberLog/index.js'),
	require('./subscriberStatistics/index.js'),
]);

/** @typedef {(typeof RESOURCES)[number]} Resource */

module.exports = { RESOURCES };
