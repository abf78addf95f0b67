'use strict';

/**
 * Reads the text format in which n8n stores an execution: a JSON array in which every string, object
 * and array stands once, and others refer to it by its place, written as a text.
 *
 * @param {string} text
 * @returns {any}
 */
function parseFlatted(text) {
	/** @type {any[]} */
	const values = JSON.parse(text);
	const resolved = new Set();

	/** @param {unknown} part */
	const valueOf = (part) => (typeof part === 'string' ? resolve(Number(part)) : part);
	/** @param {number} place */
	const resolve = (place) => {
		const value = values[place];
		// An object may contain itself, so each is filled in only once.
		if (typeof value === 'object' && value !== null && !resolved.has(place)) {
			resolved.add(place);
			for (const key of Object.keys(value)) value[key] = valueOf(value[key]);
		}
		return value;
	};
	return resolve(0);
}

module.exports = { parseFlatted };
