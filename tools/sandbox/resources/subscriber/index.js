'use strict';

const { collectionRoutes, operationsOf } = require('../../collection.js');
const { updateSubscriber } = require('./form.js');
const {
	SUBSCRIBERS,
	logDeletion,
	reportSubscriber,
	resubscribe,
	subscribe,
	unsubscribe,
} = require('./store.js');
const { switches } = require('./switches.js');

/** @typedef {import('./store.js').PartialSubscriber} PartialSubscriber */

const routes = collectionRoutes({
	path: 'subscribers',
	table: SUBSCRIBERS,
	operations: operationsOf('subscribers', ['list', 'get', 'update', 'delete']),
	list: {
		idName: 'subscriber_id',
		search: ['ip', 'city_name', 'os_name', 'browser_name', 'browser_language', 'subscribed_on_url'],
		equal: ['website_id', 'device_type', 'continent_code', 'country_code'],
		datetimes: ['datetime', 'last_datetime', 'last_sent_datetime', 'last_seen_online_datetime'],
		orders: [
			'datetime',
			'last_datetime',
			'last_sent_datetime',
			'total_sent_push_notifications',
			'total_displayed_push_notifications',
			'total_clicked_push_notifications',
			'total_closed_push_notifications',
		],
		known: {
			search: [3, 4],
			website_id: [3, 4],
			device_type: [3, 4],
			continent_code: [3, 4],
			country_code: [3, 4],
			order: [3, 4],
		},
	},
	report: reportSubscriber,
	update: updateSubscriber,
	remove: logDeletion,
});

/** @param {import('../../installation.js').Installation} installation */
function controls(installation) {
	/** @param {PartialSubscriber} [partial] */
	const addSubscriber = (partial = {}) => subscribe(installation, partial);
	return {
		addSubscriber,
		/**
		 * @param {number} count
		 * @param {(index: number) => PartialSubscriber} [partialOf]
		 */
		addSubscribers: (count, partialOf = () => ({})) =>
			Array.from({ length: count }, (_, index) => addSubscriber(partialOf(index))),
		subscribers: () => [...SUBSCRIBERS.in(installation).rows],
		/**
		 * The person leaves: the row goes.
		 *
		 * @param {number} id
		 */
		unsubscribe: (id) => unsubscribe(installation, id),
		/**
		 * The same browser subscribes once more.
		 *
		 * @param {number} id
		 */
		resubscribe: (id) => resubscribe(installation, id),
	};
}

module.exports = { controls, routes, switches };
