'use strict';

const { TableDefinition } = require('../../store.js');

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
 * @property {number} [total_subscribers]
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
		total_subscribers: id * 100,
		last_datetime: null,
		datetime: '2025-01-02 03:04:05',
	};
}

const WEBSITES = new TableDefinition(() => [
	website(1, 'Main shop', 'shop.example.com', ''),
	website(2, '示例博客', 'blog.example.com', '/news'),
	website(5, 'Księgarnia Łódź', 'ksiegarnia.example.pl', ''),
]);

module.exports = { WEBSITES };
