'use strict';

const { TableDefinition } = require('../../storage/store.js');
const { writeLog } = require('../subscriberLog/store.js');
const { SEEDS } = require('./seeds.js');

/** @typedef {import('../../installation.js').Installation} Installation */

/**
 * A subscriber in the documented shape and order: one browser on one website.
 *
 * @typedef {object} Subscriber
 * @property {number} id
 * @property {number} user_id
 * @property {number} website_id
 * @property {string} unique_endpoint_id
 * @property {string} endpoint a secret: with the website's key, it lets anybody push to that person
 * @property {string} ip
 * @property {Record<string, string>} custom_parameters
 * @property {string | null} city_name
 * @property {string | null} country_code
 * @property {string | null} continent_code
 * @property {string | null} os_name
 * @property {string | null} browser_name
 * @property {string | null} browser_language
 * @property {string | null} device_type
 * @property {string | null} subscribed_on_url
 * @property {number} total_sent_push_notifications
 * @property {number} total_displayed_push_notifications
 * @property {number} total_clicked_push_notifications
 * @property {number} total_closed_push_notifications
 * @property {string | null} last_sent_datetime
 * @property {string | null} last_seen_online_datetime
 * @property {string | null} last_datetime
 * @property {string} datetime
 * @property {boolean} is_gone the browser takes no notifications any more, and nobody knows it yet
 */

/** @typedef {Partial<Subscriber>} PartialSubscriber */

/**
 * @param {number} id
 * @param {string} datetime
 * @param {PartialSubscriber} partial
 * @returns {Subscriber}
 */
function subscriberOf(id, datetime, partial) {
	return {
		id,
		user_id: 1,
		website_id: 1,
		unique_endpoint_id: id.toString(16).padStart(32, '0'),
		endpoint: `https://push.example/send/secret-endpoint-${id}`,
		ip: `10.${(id >> 16) & 255}.${(id >> 8) & 255}.${id & 255}`,
		custom_parameters: {},
		city_name: 'Warszawa',
		country_code: 'PL',
		continent_code: 'EU',
		os_name: 'Windows',
		browser_name: 'Chrome',
		browser_language: 'pl',
		device_type: 'desktop',
		subscribed_on_url: 'https://shop.example.com/',
		total_sent_push_notifications: 0,
		total_displayed_push_notifications: 0,
		total_clicked_push_notifications: 0,
		total_closed_push_notifications: 0,
		last_sent_datetime: null,
		last_seen_online_datetime: null,
		last_datetime: null,
		datetime,
		is_gone: false,
		...partial,
	};
}

const SUBSCRIBERS = new TableDefinition(() =>
	SEEDS.map((seed) => subscriberOf(seed.id, seed.datetime, seed)),
);

/**
 * @param {Installation} installation
 * @param {PartialSubscriber} partial
 */
function subscribe(installation, partial) {
	const table = SUBSCRIBERS.in(installation);
	const subscriber = subscriberOf(
		partial.id ?? table.nextId,
		partial.datetime ?? installation.datetime(),
		partial,
	);
	table.add(subscriber);
	const { datetime } = subscriber;
	writeLog(installation, subscriber, { type: 'subscribed', datetime });
	return subscriber;
}

/**
 * @param {Installation} installation
 * @param {number} id
 */
function subscriberWith(installation, id) {
	const subscriber = SUBSCRIBERS.in(installation).get(id);
	if (!subscriber) throw new Error(`There is no subscriber ${id}`);
	return subscriber;
}

/**
 * @param {Installation} installation
 * @param {number} id
 */
function unsubscribe(installation, id) {
	const subscriber = subscriberWith(installation, id);
	SUBSCRIBERS.in(installation).remove(id);
	writeLog(installation, subscriber, { type: 'unsubscribed', ...withoutId(installation) });
}

/**
 * The browser subscribes once more: the row stays as it is, and only the log tells.
 *
 * @param {Installation} installation
 * @param {number} id
 */
function resubscribe(installation, id) {
	const subscriber = subscriberWith(installation, id);
	writeLog(installation, subscriber, { type: 'unsubscribed', ...withoutId(installation) });
	writeLog(installation, subscriber, { type: 'subscribed' });
}

/** @param {Installation} installation */
const withoutId = ({ behaviour }) => (behaviour.goneHaveNoSubscriber ? { subscriber_id: 0 } : {});

/**
 * @param {Installation} installation
 * @param {Subscriber} subscriber whose row is gone already
 */
function logDeletion(installation, subscriber) {
	writeLog(installation, subscriber, { type: 'manually_deleted', ...withoutId(installation) });
}

/**
 * @param {Installation} installation
 * @param {Subscriber} subscriber
 */
function reportSubscriber({ behaviour }, { is_gone: _, ...subscriber }) {
	const { emptyCustomParameters, generation, reportsSubscriberKeys } = behaviour;
	const { custom_parameters, last_seen_online_datetime, ...others } = subscriber;
	const isEmpty = Object.keys(custom_parameters).length === 0;
	return {
		...others,
		custom_parameters: isEmpty && emptyCustomParameters === 'array' ? [] : custom_parameters,
		...(generation === 4 && { last_seen_online_datetime }),
		...(reportsSubscriberKeys && {
			keys: { p256dh: `secret-p256dh-${others.id}`, auth: `secret-auth-${others.id}` },
		}),
	};
}

module.exports = {
	SUBSCRIBERS,
	logDeletion,
	reportSubscriber,
	resubscribe,
	subscribe,
	unsubscribe,
};
