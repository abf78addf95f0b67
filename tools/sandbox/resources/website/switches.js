'use strict';

/**
 * @typedef {object} WebsiteBehaviour
 * @property {boolean} websitesList GET /api/websites is served | an HTML 404 page
 * @property {import('../../switches.js').CommonBehaviour['defaultOrder']} websitesOrder order of the list where none is asked for
 */

/** @type {import('../../profiles.js').Switches<WebsiteBehaviour>} */
const switches = {
	// name: [ospyo, btools, newer]
	websitesList: [false, true, true],
	websitesOrder: ['oldest', 'oldest', 'oldest'],
};

module.exports = { switches };
