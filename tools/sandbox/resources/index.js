'use strict';

/**
 * Everything that an installation offers: a resource is a folder here and an entry in this list.
 * Each brings its routes, its switches, and what a test can do with it.
 */
const RESOURCES = /** @type {const} */ ([
	require('./flow/index.js'),
	require('./website/index.js'),
	require('./segment/index.js'),
	require('./user/index.js'),
]);

/** @typedef {(typeof RESOURCES)[number]} Resource */

module.exports = { RESOURCES };
