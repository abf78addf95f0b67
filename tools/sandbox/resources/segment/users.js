'use strict';

/** @typedef {import('../../installation.js').Installation} Installation */

/**
 * A resource whose entries may be for a segment alone.
 *
 * @typedef {object} SegmentUser
 * @property {(installation: Installation, segmentId: number) => boolean} uses
 * @property {(installation: Installation, segmentId: number) => void} widen makes all subscribers the
 *   audience of what uses the segment
 */

/** @type {SegmentUser[]} */
const USERS = [];

/**
 * @template {import('../../storage/table.js').Identified} Row
 * @param {import('../../storage/store.js').TableDefinition<Row>} definition
 * @param {(row: Row) => string} segmentOf
 * @param {(row: Row) => Row} withAll the row with all subscribers as its audience
 */
function declareSegmentUser(definition, segmentOf, withAll) {
	/**
	 * @param {Installation} installation
	 * @param {number} segmentId
	 */
	const usersIn = (installation, segmentId) =>
		definition.in(installation).rows.filter((row) => segmentOf(row) === String(segmentId));
	USERS.push({
		uses: (installation, segmentId) => usersIn(installation, segmentId).length > 0,
		widen: (installation, segmentId) => {
			for (const row of usersIn(installation, segmentId)) {
				definition.in(installation).replace(withAll(row));
			}
		},
	});
}

/** @type {SegmentUser['uses']} */
const isUsed = (installation, segmentId) => USERS.some(({ uses }) => uses(installation, segmentId));

/** @type {SegmentUser['widen']} */
function widenUsers(installation, segmentId) {
	for (const { widen } of USERS) widen(installation, segmentId);
}

module.exports = { declareSegmentUser, isUsed, widenUsers };
