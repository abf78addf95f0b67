'use strict';

/**
 * @typedef {object} SegmentBehaviour
 * @property {boolean} segmentsList /api/segments is served | an HTML 404 page
 * @property {'newest' | 'oldest'} segmentsOrder order of the list where none is asked for
 */

/** @type {import('../../profiles.js').Switches<SegmentBehaviour>} */
const switches = {
	// name: [ospyo, btools, newer]
	segmentsList: [false, true, true],
	segmentsOrder: ['oldest', 'oldest', 'oldest'],
};

module.exports = { switches };
