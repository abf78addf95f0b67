'use strict';

const { TableDefinition } = require('../../storage/store.js');
const { SEEDS } = require('../subscriber/seeds.js');

/**
 * What happened to a subscriber, in the documented shape and order; what there is not is 0.
 *
 * @typedef {object} SubscriberLog
 * @property {number} id
 * @property {number} subscriber_id
 * @property {number} campaign_id
 * @property {number} flow_id
 * @property {number} personal_notification_id
 * @property {number} website_id
 * @property {number} user_id
 * @property {string} ip
 * @property {string} type
 * @property {string} datetime
 */

/** @typedef {Partial<SubscriberLog>} PartialLog */

/**
 * @param {number} id
 * @param {string} datetime
 * @param {PartialLog} partial
 * @returns {SubscriberLog}
 */
const logOf = (id, datetime, partial) => ({
	id,
	subscriber_id: 0,
	campaign_id: 0,
	flow_id: 0,
	personal_notification_id: 0,
	website_id: 1,
	user_id: 1,
	ip: '',
	type: 'subscribed',
	datetime,
	...partial,
});

const LOGS = new TableDefinition(() =>
	[...SEEDS]
		.sort((a, b) => (a.datetime < b.datetime ? -1 : 1))
		.map(({ id: subscriber_id, website_id, datetime }, index) =>
			logOf(index + 1, datetime, { subscriber_id, website_id, ip: `10.0.0.${subscriber_id}` }),
		),
);

/**
 * @param {import('../../installation.js').Installation} installation
 * @param {PartialLog} partial
 */
function addLog(installation, partial) {
	const table = LOGS.in(installation);
	const log = logOf(
		partial.id ?? table.nextId,
		partial.datetime ?? installation.datetime(),
		partial,
	);
	table.add(log);
	return log;
}

/**
 * @param {import('../../installation.js').Installation} installation
 * @param {{ id: number, website_id: number, ip: string }} subscriber
 * @param {PartialLog & { type: string }} event
 */
function writeLog(installation, { id: subscriber_id, website_id, ip }, event) {
	return addLog(installation, { subscriber_id, website_id, ip, ...event });
}

module.exports = { LOGS, addLog, writeLog };
