'use strict';

/**
 * The parameters in the tables of two installations' documentation pages, and the values they allow.
 * Lengths are not documented.
 */
const CREATE = {
	website_id: 'required',
	name: 'required',
	title: 'required',
	description: 'required',
	url: 'optional',
	image: 'optional',
	wait_time: 'required',
	wait_time_type: 'required',
	button_title_1: 'optional',
	button_url_1: 'optional',
	button_title_2: 'optional',
	button_url_2: 'optional',
	is_silent: 'optional',
	is_auto_hide: 'optional',
	ttl: 'optional',
	utm_source: 'optional',
	utm_medium: 'optional',
	utm_campaign: 'optional',
	// In the table of BTools Push; Ospyo Pusher's page shows it in its cURL sample.
	segment: 'optional',
	is_enabled: 'optional',
};

const WAIT_TIME_TYPES = ['minutes', 'hours', 'days'];
const TTLS = [
	0, 900, 1800, 3600, 10800, 21600, 43200, 86400, 259200, 432000, 604800, 1209600, 2419200,
];
const PAGE_SIZES = [10, 25, 50, 100, 250, 500, 1000];

/** Documented by newer installations only. */
const LIST = [
	'search',
	'search_by',
	'website_id',
	'datetime_field',
	'datetime_start',
	'datetime_end',
	'order_by',
	'order_type',
];

module.exports = { CREATE, LIST, PAGE_SIZES, TTLS, WAIT_TIME_TYPES };
