'use strict';

/** @typedef {import('./store.js').PartialSubscriber} PartialSubscriber */

/**
 * Three websites' subscribers, with enough differences that each audience filter finds some of them
 * and leaves others out.
 *
 * @type {(PartialSubscriber & { id: number, datetime: string })[]}
 */
const SEEDS = [
	{
		id: 1,
		website_id: 1,
		custom_parameters: { customer_number: '1001', plan: 'gold' },
		datetime: '2025-01-05 08:00:00',
	},
	{
		id: 2,
		website_id: 1,
		custom_parameters: { customer_number: '1002', plan: 'silver' },
		city_name: 'Berlin',
		country_code: 'DE',
		browser_language: 'de',
		browser_name: 'Firefox',
		datetime: '2025-01-05 17:45:10',
	},
	{
		id: 3,
		website_id: 1,
		custom_parameters: { customer_number: '1003', plan: 'gold' },
		city_name: 'Łódź',
		device_type: 'mobile',
		os_name: 'Android',
		datetime: '2025-02-14 12:30:00',
	},
	{
		id: 4,
		website_id: 1,
		city_name: 'New York',
		country_code: 'US',
		continent_code: 'NA',
		browser_language: 'en',
		os_name: 'OS X',
		browser_name: 'Safari',
		datetime: '2025-03-01 00:00:00',
	},
	{
		id: 5,
		website_id: 1,
		custom_parameters: { customer_number: '1005' },
		device_type: 'tablet',
		os_name: 'iOS',
		browser_name: 'Safari',
		subscribed_on_url: 'https://shop.example.com/sale',
		datetime: '2025-03-31 23:59:59',
	},
	{
		id: 6,
		website_id: 1,
		// What can't be told from an address stays unknown.
		city_name: null,
		country_code: null,
		continent_code: null,
		browser_language: 'en',
		datetime: '2025-04-02 09:15:00',
	},
	{
		id: 7,
		website_id: 2,
		custom_parameters: { customer_number: '2001', plan: 'gold' },
		city_name: '上海',
		country_code: 'CN',
		continent_code: 'AS',
		browser_language: 'zh',
		subscribed_on_url: 'https://blog.example.com/news/',
		datetime: '2025-01-20 03:00:00',
	},
	{
		id: 8,
		website_id: 2,
		city_name: '北京',
		country_code: 'CN',
		continent_code: 'AS',
		browser_language: 'zh',
		device_type: 'mobile',
		os_name: 'Android',
		subscribed_on_url: 'https://blog.example.com/news/',
		datetime: '2025-02-20 04:00:00',
	},
	{
		id: 9,
		website_id: 2,
		custom_parameters: { plan: 'free' },
		city_name: 'Singapore',
		country_code: 'SG',
		continent_code: 'AS',
		browser_language: 'en',
		subscribed_on_url: 'https://blog.example.com/news/',
		datetime: '2025-02-21 05:00:00',
	},
	{
		id: 10,
		website_id: 2,
		city_name: 'Paris',
		country_code: 'FR',
		browser_language: 'fr',
		subscribed_on_url: 'https://blog.example.com/news/',
		datetime: '2025-05-01 06:00:00',
	},
	{
		id: 11,
		website_id: 5,
		custom_parameters: { customer_number: '5001', plan: 'silver' },
		city_name: 'Kraków',
		subscribed_on_url: 'https://ksiegarnia.example.pl/',
		datetime: '2025-03-03 10:00:00',
	},
	{
		id: 12,
		website_id: 5,
		device_type: 'mobile',
		os_name: 'Android',
		subscribed_on_url: 'https://ksiegarnia.example.pl/',
		datetime: '2025-03-04 11:00:00',
	},
];

module.exports = { SEEDS };
