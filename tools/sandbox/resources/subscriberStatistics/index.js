'use strict';

const { errorAnswer, jsonAnswer } = require('../../http/answers.js');
const { lostPage } = require('../../http/pages.js');
const { lastValue } = require('../../lists/paging.js');
const { notFound } = require('../../http/route.js');
const { DAY_MS } = require('../../time/datetime.js');
const { SUBSCRIBERS } = require('../subscriber/store.js');
const { WEBSITES } = require('../website/store.js');
const { switches } = require('./switches.js');

/** @typedef {import('../subscriber/store.js').Subscriber} Subscriber */

/** @typedef {'continent_code' | 'country_code' | 'city_name' | 'os_name' | 'browser_name' | 'device_type' |
 *   'browser_language' | 'subscribed_on_url'} Breakdown */

/** @type {Breakdown[]} */
const BREAKDOWNS = [
	'continent_code',
	'country_code',
	'city_name',
	'os_name',
	'browser_name',
	'device_type',
	'browser_language',
	'subscribed_on_url',
];

/** Of a date's text. */
const DAY_LENGTH = '2025-10-31'.length;
const MONTH_LENGTH = '2025-10'.length;

/** @param {string | undefined} text */
function dayOf(text) {
	if (text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
	return Number.isNaN(Date.parse(text)) ? undefined : text;
}

/**
 * @template Key
 * @param {Key[]} keys
 * @returns {Map<Key, number>} how often each key occurs
 */
function count(keys) {
	/** @type {Map<Key, number>} */
	const counts = new Map();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

/**
 * @param {Subscriber[]} subscribers
 * @param {number} length of a date's text: a day or a month
 */
function overview(subscribers, length) {
	const counts = count(subscribers.map(({ datetime }) => datetime.slice(0, length)));
	return [...counts]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([formatted_date, number]) => ({ subscribers: number, formatted_date }));
}

/**
 * @param {Subscriber[]} subscribers
 * @param {Breakdown} breakdown
 */
function brokenDown(subscribers, breakdown) {
	const counts = count(subscribers.map((subscriber) => subscriber[breakdown]));
	return [...counts]
		.sort(([, a], [, b]) => b - a)
		.map(([value, number]) => ({ [breakdown]: value, subscribers: number }));
}

/** @type {import('../../http/route.js').Operation} */
function getStatistics(installation, { id, query }) {
	const { behaviour, words } = installation;
	if (behaviour.missing.includes('subscribers-statistics')) return lostPage(behaviour);
	const website = WEBSITES.in(installation).get(Number.parseInt(id, 10));
	if (!website) return notFound(installation);
	const start = dayOf(lastValue(query, 'start_date'));
	const end = dayOf(lastValue(query, 'end_date'));
	if (!start || !end) return errorAnswer(behaviour.missingFieldStatus, words.emptyFields);

	const subscribers = SUBSCRIBERS.in(installation).rows.filter(
		({ website_id, datetime }) =>
			website_id === website.id && datetime >= start && datetime.slice(0, 10) <= end,
	);
	const breakdown = BREAKDOWNS.find((name) => name === lastValue(query, 'type'));
	if (breakdown) return jsonAnswer({ data: brokenDown(subscribers, breakdown) });
	const days = (Date.parse(end) - Date.parse(start)) / DAY_MS + 1;
	const byMonth = days > behaviour.statisticsDays;
	return jsonAnswer({ data: overview(subscribers, byMonth ? MONTH_LENGTH : DAY_LENGTH) });
}

/** @type {import('../../http/route.js').Routes} */
const routes = {
	'/api/subscribers-statistics/:id': {
		GET: { operation: 'subscribers-statistics.get', answer: getStatistics },
	},
};

module.exports = { controls: () => ({}), routes, switches };
