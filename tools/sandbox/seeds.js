'use strict';

/**
 * @typedef {object} Website
 * @property {number} id
 * @property {string} name
 * @property {string} host
 * @property {string} path
 * @property {{ public_key: string, private_key: string }} keys
 * @property {number} [user_id]
 * @property {string} [scheme]
 * @property {boolean} [is_enabled]
 * @property {number} [total_subscribers]
 * @property {string} [datetime]
 */

/**
 * @typedef {object} Segment
 * @property {number} id
 * @property {number} website_id
 * @property {string} name
 * @property {string} type
 * @property {number} total_subscribers
 * @property {number} [user_id]
 * @property {{ filters: string[], export_token: string }} [settings]
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
		keys: { public_key: `public-key-${id}`, private_key: `secret-private-key-${id}` },
		is_enabled: true,
		total_subscribers: id * 100,
		datetime: '2025-01-02 03:04:05',
	};
}

/**
 * @param {number} id
 * @param {number} website_id
 * @param {string} name
 * @param {string} type
 * @returns {Segment}
 */
function segment(id, website_id, name, type) {
	return {
		id,
		user_id: 1,
		website_id,
		name,
		type,
		total_subscribers: id * 10,
		settings: { filters: [], export_token: `secret-export-token-${id}` },
		datetime: '2025-01-02 03:04:05',
	};
}

const seedWebsites = () => [
	website(1, 'Main shop', 'shop.example.com', ''),
	website(2, '示例博客', 'blog.example.com', '/news'),
	website(5, 'Księgarnia Łódź', 'ksiegarnia.example.pl', ''),
];

const seedSegments = () => [
	segment(11, 1, 'Returning customers', 'filter'),
	segment(12, 1, 'VIP', 'custom'),
	segment(15, 2, '中文读者', 'filter'),
];

module.exports = { seedSegments, seedWebsites };
