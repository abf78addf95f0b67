'use strict';

const { jsonAnswer } = require('./answers.js');

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
 * @param {import('./installation.js').Installation} installation
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
 * @template Item
 * @param {import('./installation.js').Installation} installation
 * @param {string} apiPath
 * @param {Item[]} items
 * @param {Query} query
 * @param {(item: Item) => unknown} [show] what is answered of an item; all of it where not given
 */
function pageOf(installation, apiPath, items, query, show = (item) => item) {
	const { pageAsText, totalName, totalPagesAsText, withMeta } = installation.behaviour;
	const asked = lastValue(query, 'results_per_page') ?? '';
	const size = PAGE_SIZES.includes(asked) ? Number(asked) : 25;
	const page = Math.max(1, Number.parseInt(lastValue(query, 'page') ?? '1', 10) || 1);
	const totalPages = Math.ceil(items.length / size);
	const link = linkTo(installation, apiPath);

	const meta = {
		page: pageAsText ? String(page) : page,
		results_per_page: size,
		[totalName]: items.length,
		total_pages: totalPagesAsText ? String(totalPages) : totalPages,
	};
	const links = {
		first: link(1),
		last: link(Math.max(1, totalPages)),
		next: page < totalPages ? link(page + 1) : null,
		prev: page > 1 ? link(page - 1) : null,
		self: link(page),
	};
	const data = items.slice((page - 1) * size, page * size).map(show);
	return jsonAnswer({ data, ...(withMeta && { meta }), links });
}

module.exports = { lastValue, pageOf };
