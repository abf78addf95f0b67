'use strict';

const { errorAnswer } = require('../../http/answers.js');
const { copyMessage, readMessage } = require('../common/message.js');
const { FormReader } = require('../common/reader.js');
const { readSegment, readWebsite } = require('../common/target.js');
const { FLOWS, blankFlow } = require('./store.js');

/** @typedef {import('../../installation.js').Installation} Installation */
/** @typedef {import('../../http/route.js').Call} Call */
/** @typedef {import('./store.js').FlowRow} FlowRow */
/** @typedef {import('../../collection.js').Outcome<FlowRow>} Outcome */

const REQUIRED = ['website_id', 'name', 'title', 'description', 'wait_time', 'wait_time_type'];
const UNITS_IN_90_DAYS = new Map([
	['minutes', 90 * 24 * 60],
	['hours', 90 * 24],
	['days', 90],
]);

/**
 * @param {FormReader} reader
 * @param {FlowRow} flow
 */
function readWait(reader, flow) {
	const time = reader.integer('wait_time');
	const type = reader.sent('wait_time_type');
	if (type !== undefined) flow.wait_time_type = UNITS_IN_90_DAYS.has(type) ? type : 'days';
	if (time !== undefined) flow.wait_time = time;
	if ((time === undefined && type === undefined) || !reader.behaviour.clampsWait) return;
	const most = UNITS_IN_90_DAYS.get(flow.wait_time_type) ?? 90;
	flow.wait_time = Math.min(Math.max(flow.wait_time, 1), most);
}

/**
 * @param {FormReader} reader
 * @param {FlowRow} flow
 */
function readFlow(reader, flow) {
	flow.is_enabled = reader.flag('is_enabled', flow.is_enabled);
	readWait(reader, flow);
	return (
		reader.refuseMissing(REQUIRED) ??
		readWebsite(reader, flow) ??
		readSegment(reader, flow, flow.stored) ??
		readMessage(reader, flow, 'flows')
	);
}

/**
 * @param {Installation} installation
 * @param {Call} call
 * @returns {Outcome}
 */
function createFlow(installation, { form }) {
	const { behaviour, words } = installation;
	const table = FLOWS.in(installation);
	if (behaviour.planFlows !== null && table.rows.length >= behaviour.planFlows) {
		return { refusal: errorAnswer(401, words.planLimit) };
	}
	const row = blankFlow(installation);
	const refusal = readFlow(new FormReader(installation, form, true), row);
	if (refusal) return { refusal };
	table.createdCount += 1;
	row.stored.created_count = table.createdCount;
	table.add(row);
	return { row };
}

/**
 * @param {Installation} installation
 * @param {Call} call
 * @param {FlowRow} stored
 * @returns {Outcome}
 */
function updateFlow(installation, { form }, stored) {
	const row = copyMessage(stored);
	const refusal = readFlow(new FormReader(installation, form, false), row);
	if (refusal) return { refusal };
	row.last_datetime = installation.datetime();
	FLOWS.in(installation).replace(row);
	return { row };
}

module.exports = { createFlow, updateFlow };
