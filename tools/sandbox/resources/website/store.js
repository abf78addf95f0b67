'use strict';

const { TableDefinition } = require('../../storage/store.js');
const { SUBSCRIBERS } = require('../subscriber/store.js');

/**
 * @typedef {object} Website
 * @property {number} id
 * @property {number} [user_id]
 * @property {string} name
 * @property {string} [scheme]
 * @property {string | null} host
 * @property {string | null} path
 * @property {{ public_key: string, private_key: string }} [keys]
 * @property {boolean} [is_enabled]
 * @property {number} [total_subscribers] counted when the website is told, unless a test gives it
 * @property {string | null} [last_datetime]
 * @property {string} [datetime]
 */

/**
 * @param {number} id
 * @param {string} name
 * @param {string} host
 * @param {string} path
 * @returns {Website}
 */
function website(id, name, host, path) {
	return {
		id,
		user_id: 1,
		name,
		scheme: 'https://',
		host,
		path,
		// The private key must never leave a client.
		keys: { public_key: `public-key-${id}`, private_key: `secret-private-key-${id}` },
		is_enabled: true,
		last_datetime: null,
		datetime: '2025-01-02 03:04:05',
	};
}

const WEBSITES = new TableDefinition(() => [
	website(1, 'Main shop', 'shop.example.com', ''),
	website(2, '示例博客', 'blog.example.com', '/news'),
	website(5, 'Księgarnia Łódź', 'ksiegarnia.example.pl', ''),
]);

/**
 * @param {import('../../installation.js').Installation} installation
 * @param {Website} site
 */
function reportWebsite(installation, site) {
	const { last_datetime, datetime, ...others } = site;
	const own = SUBSCRIBERS.in(installation).rows.filter(({ website_id }) => website_id === site.id);
	return { total_subscribers: own.length, ...others, last_datetime, datetime };
}

module.exports = { WEBSITES, reportWebsite };
