'use strict';

/**
 * @typedef {object} FeedItem
 * @property {string} url
 * @property {string} [id]
 * @property {string} [publication_date]
 */

/** @type {WeakMap<object, Map<string, FeedItem[] | null>>} */
const feeds = new WeakMap();

/**
 * @param {import('../../installation.js').Installation} installation
 * @returns {Map<string, FeedItem[] | null>} by address
 */
function feedsOf(installation) {
	/** @type {Map<string, FeedItem[] | null>} */
	const known = feeds.get(installation) ?? new Map();
	feeds.set(installation, known);
	return known;
}

/**
 * What the installation finds at an address. Nothing is fetched: a test says what is there.
 *
 * @param {import('../../installation.js').Installation} installation
 * @param {string} url
 * @returns {FeedItem[] | null} newest first; null where there is no feed
 */
function readFeed(installation, url) {
	const given = feedsOf(installation).get(url);
	if (given !== undefined) return given;
	return /^https?:\/\/\S+$/.test(url) ? [] : null;
}

/**
 * @param {FeedItem} item
 * @param {string} identifier
 */
function keyOf({ url, id, publication_date: date }, identifier) {
	if (identifier === 'id') return id ?? url;
	return identifier === 'publication_date' ? (date ?? url) : url;
}

module.exports = { feedsOf, keyOf, readFeed };
