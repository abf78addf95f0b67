'use strict';

const { jsonAnswer } = require('../http/answers.js');

/** @typedef {Record<string, string | string[]>} Query */

const PAGE_SIZES = ['10', '25', '50', '100', '250', '500', '1000'];

/**
 * @param {Query} query
 * @param {string} name
 */
function lastValue(query, name) {
	const value = query[name];
	return Array.isArray(value) ? value.at(-1) : value;
}

/**
 * @param {import('../installation.js').Installation} installation
 * @param {string} apiPath
 */
function linkTo({ behaviour, address, basePath }, apiPath) {
	const { linksHost, linkQuery } = behaviour;
	const origin = linksHost?.includes('://') ? linksHost : `https://${linksHost}`;
	const base = linksHost === null ? address : origin + basePath;
	// Only the page is printed: links drop every other parameter.
	return (/** @type {number} */ page) => `${base}${apiPath}${linkQuery}${page}`;
}

/**
 * How a list of that length is divided.
 *
 * @param {import('../profiles.js').Behaviour} behaviour
 * @param {Query} query
 * @param {number} length
 */
function divide({ pageCap, pageCapInMeta }, query, length) {
	const asked = lastValue(query, 'results_per_page') ?? '';
	const wanted = PAGE_SIZES.includes(asked) ? Number(asked) : 25;
	const size = Math.min(wanted, pageCap ?? Infinity);
	const told = pageCapInMeta ? size : wanted;
	return { size, told, toldPages: Math.ceil(length / told), pages: Math.ceil(length / size) };
}

/**
 * @param {import('../profiles.js').Behaviour} behaviour
 * @param {number} page
 * @param {number} length
 * @param {{ told: number, toldPages: number }} division
 */
function metaOf(behaviour, page, length, { told, toldPages }) {
	const { pageAsText, totalError, totalName, totalPagesAsText, withTotal } = behaviour;
	return {
		page: pageAsText ? String(page) : page,
		results_per_page: told,
		...(withTotal && { [totalName]: length + totalError }),
		total_pages: totalPagesAsText ? String(toldPages) : toldPages,
	};
}

/**
 * @template Item
 * @param {import('../installation.js').Installation} installation
 * @param {string} apiPath
 * @param {Item[]} items
 * @param {Query} query
 * @param {(item: Item) => unknown} show what is answered of an item
 */
function pageOf(installation, apiPath, items, query, show) {
	const { behaviour } = installation;
	const page = Math.max(1, Number.parseInt(lastValue(query, 'page') ?? '1', 10) || 1);
	const division = divide(behaviour, query, items.length);
	const { pages, size } = division;
	const link = linkTo(installation, apiPath);
	const links = {
		first: link(1),
		last: link(Math.max(1, pages)),
		next: page < pages ? link(page + 1) : null,
		prev: page > 1 ? link(page - 1) : null,
		self: link(page),
	};
	const data = items.slice((page - 1) * size, page * size).map(show);
	const meta = metaOf(behaviour, page, items.length, division);
	return jsonAnswer({ data, ...(behaviour.withMeta && { meta }), links });
}

module.exports = { lastValue, pageOf };
