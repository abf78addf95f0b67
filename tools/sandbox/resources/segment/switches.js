'use strict';

/**
 * @typedef {object} SegmentBehaviour
 * @property {boolean} segmentsList /api/segments is served | an HTML 404 page
 * @property {import('../../switches.js').CommonBehaviour['defaultOrder']} segmentsOrder order of the
 *   list where none is asked for
 * @property {boolean} segmentUpdateReplaces an update replaces all IDs or filters, also by none | keeps
 *   what it does not name
 * @property {'all' | 'kept' | 'refuse'} deletedSegment what uses a deleted segment turns to all
 *   subscribers | keeps its ID and reaches nobody | the segment can't be deleted
 * @property {'nobody' | 'everybody'} emptyFilter whom filters reach of which none is usable
 * @property {'drop' | 'keep'} unknownFilterValues an unknown country, language … is dropped, which
 *   widens the audience | kept, and nobody has it
 * @property {boolean} trimsCities spaces around the names of `filters_cities` are taken off | kept, and
 *   no city is called so
 * @property {'asSent' | 'objects'} filterSettings how `settings` tells filters: in the form's fields and
 *   lists | custom parameters as objects, cities as a list
 */

/** @type {import('../../profiles.js').Switches<SegmentBehaviour>} */
const switches = {
	// name: [ospyo, btools, newer]
	segmentsList: [false, true, true],
	segmentsOrder: ['oldest', 'oldest', 'oldest'],
	segmentUpdateReplaces: [true, true, false],
	deletedSegment: ['all', 'all', 'refuse'],
	emptyFilter: ['nobody', 'nobody', 'nobody'],
	unknownFilterValues: ['drop', 'drop', 'keep'],
	trimsCities: [false, false, true],
	filterSettings: ['asSent', 'objects', 'objects'],
};

module.exports = { switches };
