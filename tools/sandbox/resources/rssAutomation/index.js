'use strict';

const { collectionRoutes, operationsOf } = require('../../collection.js');
const { TOTAL_NAMES } = require('../common/automation.js');
const { imageRoutes } = require('../common/image.js');
const { declareSegmentUser } = require('../segment/users.js');
const { feedsOf } = require('./feeds.js');
const { createRss, updateRss } = require('./form.js');
const { RSS, addRss, reportRss } = require('./store.js');
const { switches } = require('./switches.js');
const { work } = require('./work.js');

const PATH = 'rss-automations';

declareSegmentUser(
	RSS,
	({ segment }) => segment,
	(row) => ({ ...row, segment: 'all' }),
);

const routes = {
	...collectionRoutes({
		path: PATH,
		table: RSS,
		operations: operationsOf(PATH, ['list', 'get', 'create', 'update', 'delete']),
		list: {
			idName: 'rss_automation_id',
			search: ['name', 'title', 'description', 'url', 'rss_url'],
			equal: ['website_id'],
			datetimes: ['datetime', 'last_check_datetime', 'next_check_datetime', 'last_datetime'],
			orders: [
				'datetime',
				'last_datetime',
				'last_check_datetime',
				'next_check_datetime',
				'name',
				'title',
				...TOTAL_NAMES,
			],
		},
		report: reportRss,
		create: createRss,
		update: updateRss,
	}),
	...imageRoutes(PATH, RSS),
};

/** @param {import('../../installation.js').Installation} installation */
const controls = (installation) => ({
	/** @param {import('./store.js').PartialRss} [partial] */
	addRssAutomation: (partial = {}) => reportRss(installation, addRss(installation, partial)),
	rssAutomations: () => RSS.in(installation).rows.map((row) => reportRss(installation, row)),
	/**
	 * Puts items into a feed, newest first; null: nothing can be read there.
	 *
	 * @param {string} url
	 * @param {import('./feeds.js').FeedItem[] | null} items
	 */
	setFeed: (url, items) => {
		feedsOf(installation).set(url, items);
	},
});

module.exports = { controls, routes, switches, work };
