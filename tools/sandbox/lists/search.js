'use strict';

const { foldLetters } = require('./letters.js');
const { orderOf, sorted } = require('./order.js');
const { lastValue } = require('./paging.js');

/** @typedef {import('./paging.js').Query} Query */
/** @typedef {import('../profiles.js').Behaviour} Behaviour */
/** @typedef {import('../storage/table.js').Identified} Identified */

/**
 * @template Row
 * @typedef {Extract<keyof Row, string>} Name
 */

/**
 * What a list can be asked for. Every other parameter is ignored without a word.
 *
 * @template Row
 * @typedef {object} ListDescription
 * @property {string} idName what `order_by` calls the ID
 * @property {Name<Row>[]} [search] fields of `search_by`, the first being the default
 * @property {Name<Row>[]} [equal] parameters that are compared with the field of their name
 * @property {Name<Row>[]} [datetimes] fields of `datetime_field`, the first being the default
 * @property {Name<Row>[]} [orders] fields of `order_by`, beside the ID
 * @property {Known<Row>} [known] which generations know a parameter, where it is not the newest alone
 * @property {(behaviour: Behaviour) => Behaviour['defaultOrder']} [defaultOrder] where the list has one
 *   of its own
 */

/**
 * @template Row
 * @typedef {Partial<Record<Name<Row> | 'search' | 'order' | 'datetime', number[]>>} Known
 */

/** @param {Behaviour} behaviour */
function generationOf({ generation, newerListParameters }) {
	if (newerListParameters) return generation === 3 ? 3 : 4;
	return generation === 1 ? 1 : 2;
}

/**
 * @template Row
 * @param {Name<Row>[]} names
 * @param {string | undefined} asked
 */
function choose(names, asked) {
	return names.find((name) => name === asked) ?? names[0];
}

/**
 * @param {unknown} value
 * @param {string} wanted
 */
function equals(value, wanted) {
	return typeof value === 'number' ? value === Number.parseInt(wanted, 10) : value === wanted;
}

/**
 * @template {Identified} Row
 * @typedef {(row: Row) => boolean} Condition
 */

/**
 * @template {Identified} Row
 * @param {Query} query
 * @param {ListDescription<Row>} description
 * @param {(text: string) => string} fold
 * @returns {Condition<Row>[]}
 */
function searchCondition(query, { search: names = [] }, fold) {
	const search = fold(lastValue(query, 'search') ?? '');
	const name = choose(names, lastValue(query, 'search_by'));
	return search && name ? [(row) => fold(String(row[name])).includes(search)] : [];
}

/**
 * @template {Identified} Row
 * @param {Query} query
 * @param {Name<Row>} name
 * @returns {Condition<Row>[]}
 */
function equalCondition(query, name) {
	const wanted = lastValue(query, name);
	return wanted ? [(row) => equals(row[name], wanted)] : [];
}

/**
 * @template {Identified} Row
 * @param {Query} query
 * @param {ListDescription<Row>} description
 * @returns {Condition<Row>[]}
 */
function datetimeCondition(query, { datetimes = [] }) {
	const start = lastValue(query, 'datetime_start');
	const end = lastValue(query, 'datetime_end');
	const name = choose(datetimes, lastValue(query, 'datetime_field'));
	if (!name || (!start && !end)) return [];
	return [
		(row) => {
			// Datetimes in this format compare as text.
			const datetime = row[name];
			if (typeof datetime !== 'string') return false;
			return (!start || datetime >= start) && (!end || datetime <= end);
		},
	];
}

/**
 * @template {Identified} Row
 * @param {Row[]} rows
 * @param {Query} query
 * @param {ListDescription<Row>} description
 * @param {Behaviour} behaviour
 */
function searchRows(rows, query, description, behaviour) {
	const generation = generationOf(behaviour);
	/** @param {Name<Row> | 'search' | 'order' | 'datetime'} parameter */
	const knows = (parameter) => (description.known?.[parameter] ?? [4]).includes(generation);
	const fold = behaviour.searchFolds ? foldLetters : (/** @type {string} */ s) => s.toLowerCase();
	const conditions = [
		...(knows('search') ? searchCondition(query, description, fold) : []),
		...(description.equal ?? []).filter(knows).flatMap((name) => equalCondition(query, name)),
		...(knows('datetime') ? datetimeCondition(query, description) : []),
	];
	const defaultOrder = description.defaultOrder?.(behaviour) ?? behaviour.defaultOrder;
	const found = rows.filter((row) => conditions.every((condition) => condition(row)));
	return sorted(found, orderOf(knows('order') ? query : {}, description, defaultOrder));
}

module.exports = { searchRows };
