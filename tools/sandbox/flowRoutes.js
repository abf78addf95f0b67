'use strict';

const { emptyAnswer, errorAnswer, jsonAnswer } = require('./answers.js');
const { changedFlow, newFlow } = require('./flowForm.js');
const { searchFlows } = require('./flowSearch.js');
const { pageOf } = require('./paging.js');

/** @typedef {import('./answers.js').Answer} Answer */
/** @typedef {import('./installation.js').Installation} Installation */
/** @typedef {import('./store.js').Entry} Entry */

/**
 * @typedef {object} Call
 * @property {import('./paging.js').Query} query
 * @property {string} id flow id or file name as it stands in the address
 * @property {import('./form.js').Form} form
 * @property {string} key the API key that the caller showed
 */

/** @typedef {(installation: Installation, call: Call) => Answer} Operation */

/** @param {Installation} installation */
const notFound = ({ words }) => errorAnswer(404, words.notFound);

/**
 * @param {Installation} installation
 * @param {string} flowId
 */
function findFlow({ behaviour, store }, flowId) {
	if (!behaviour.lenientIds && !/^\d+$/.test(flowId)) return undefined;
	return store.get(Number.parseInt(flowId, 10));
}

/**
 * @param {Installation} installation
 * @param {Entry} entry
 * @param {number} status
 */
function savedAnswer(installation, entry, status) {
	const whole = installation.behaviour.replyWith === 'flow';
	return jsonAnswer({ data: whole ? installation.report(entry) : { id: entry.flow.id } }, status);
}

/** @type {Operation} */
function listFlows(installation, { query }) {
	const { behaviour, store } = installation;
	const flows = store.all().map(({ flow }) => flow);
	const found = searchFlows(flows, query, behaviour);
	const report = (/** @type {import('./store.js').Flow} */ { id }) => {
		const entry = store.get(id);
		return entry && installation.report(entry);
	};
	return pageOf(installation, '/api/flows', found, query, report);
}

/** @type {Operation} */
function getFlow(installation, { id }) {
	const entry = findFlow(installation, id);
	return entry ? jsonAnswer({ data: installation.report(entry) }) : notFound(installation);
}

/** @type {Operation} */
function createFlow(installation, { form }) {
	const { behaviour, store, words } = installation;
	if (behaviour.planFlows !== null && store.size >= behaviour.planFlows) {
		return errorAnswer(401, words.planLimit);
	}
	const outcome = newFlow(installation, form);
	if ('refusal' in outcome) return outcome.refusal;
	store.create(outcome.entry);
	return savedAnswer(installation, outcome.entry, behaviour.createStatus);
}

/** @type {Operation} */
function updateFlow(installation, { id, form }) {
	const { store } = installation;
	const entry = findFlow(installation, id);
	if (!entry) return notFound(installation);
	const outcome = changedFlow(installation, form, entry);
	if ('refusal' in outcome) return outcome.refusal;
	outcome.entry.flow.last_datetime = store.datetime();
	store.replace(outcome.entry);
	return savedAnswer(installation, outcome.entry, 200);
}

/** @type {Operation} */
function deleteFlow(installation, { id }) {
	const entry = findFlow(installation, id);
	if (!entry) return notFound(installation);
	installation.store.remove(entry.flow.id);
	return emptyAnswer(installation.behaviour.deleteStatus);
}

module.exports = { createFlow, deleteFlow, getFlow, listFlows, notFound, updateFlow };
