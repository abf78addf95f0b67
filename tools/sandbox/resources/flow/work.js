'use strict';

const { DAY_MS, earliest, fromDatetime } = require('../../time/datetime.js');
const { recipientsOf } = require('../campaign/audience.js');
const { deliver } = require('../common/delivery.js');
const { SUBSCRIBERS } = require('../subscriber/store.js');
const { FLOWS } = require('./store.js');

/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('./store.js').FlowRow} FlowRow */

/** @type {Record<string, number>} */
const UNIT_MS = { minutes: 60 * 1000, hours: 60 * 60 * 1000, days: DAY_MS };

/** @param {FlowRow} flow */
const waitOf = ({ wait_time, wait_time_type }) => wait_time * (UNIT_MS[wait_time_type] ?? DAY_MS);

/**
 * Those who subscribed since the flow is there, and have not had its notification.
 *
 * @param {Installation} installation
 * @param {FlowRow} flow
 */
function waitingFor(installation, flow) {
	const { had, segment } = flow.stored;
	const hadIds = new Set(had);
	const isNew = SUBSCRIBERS.in(installation).rows.filter(
		({ id, website_id, datetime }) =>
			website_id === flow.website_id && datetime >= flow.datetime && !hadIds.has(id),
	);
	if (isNew.length === 0) return [];
	const audience = { segment, ids: [], filters: {} };
	const reached = new Set(recipientsOf(installation, audience, flow.website_id));
	return isNew.filter(({ id }) => reached.has(id));
}

/**
 * @param {Installation} installation
 * @param {FlowRow} flow
 */
function sendDue(installation, flow) {
	const { id, title } = flow;
	const latest = installation.datetime(installation.clock.now() - waitOf(flow));
	const due = waitingFor(installation, flow).filter(({ datetime }) => datetime <= latest);
	if (due.length === 0) return;
	const sent = due.filter((one) => deliver(installation, { kind: 'flow', id, title }, one.id));
	FLOWS.in(installation).replace({
		...flow,
		total_sent_push_notifications: flow.total_sent_push_notifications + sent.length,
		last_sent_datetime: installation.datetime(),
		stored: { ...flow.stored, had: [...flow.stored.had, ...due.map((one) => one.id)] },
	});
}

/**
 * @param {Installation} installation
 * @param {FlowRow} flow
 */
function dueAt(installation, flow) {
	const { timezone } = installation.behaviour;
	const moments = waitingFor(installation, flow).map(
		({ datetime }) => fromDatetime(datetime, timezone) ?? Infinity,
	);
	return earliest(moments) + waitOf(flow);
}

/** @param {Installation} installation */
const enabledFlows = (installation) =>
	FLOWS.in(installation).rows.filter(({ is_enabled }) => is_enabled);

/** @type {import('../../time/schedule.js').Work} */
const work = {
	run(installation) {
		for (const flow of enabledFlows(installation)) sendDue(installation, flow);
	},
	nextAt: (installation) =>
		earliest(enabledFlows(installation).map((flow) => dueAt(installation, flow))),
};

module.exports = { work };
