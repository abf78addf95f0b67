'use strict';

const { emptyAnswer, jsonAnswer } = require('./answers.js');
const { documentationPage, lostPage } = require('./pages.js');
const { pageOf } = require('./paging.js');
const { notFound } = require('./route.js');
const { searchRows } = require('./search.js');

/** @typedef {import('./answers.js').Answer} Answer */
/** @typedef {import('./installation.js').Installation} Installation */
/** @typedef {import('./route.js').Call} Call */
/** @typedef {import('./route.js').Route} Route */
/** @typedef {import('./route.js').Routes} Routes */
/** @typedef {import('./table.js').Identified} Identified */

/** @typedef {'list' | 'get' | 'create' | 'update' | 'delete'} Verb */

/**
 * What is stored, or why nothing is.
 *
 * @template Row
 * @typedef {{ row: Row } | { refusal: Answer }} Outcome
 */

/**
 * A resource that is listed, and perhaps read and changed, in the way that all of them share.
 *
 * @template {Identified} Row
 * @typedef {object} Collection
 * @property {string} path below /api
 * @property {import('./store.js').TableDefinition<Row>} table
 * @property {Partial<Record<Verb, string>>} operations what it can do, by the names that faults use
 * @property {import('./search.js').ListDescription<Row>} list
 * @property {(installation: Installation) => Row[]} [rows] what is listed, where it is not the table
 *   as it is
 * @property {(installation: Installation, row: Row) => object} report what is told of a row
 * @property {(installation: Installation, call: Call) => Outcome<Row>} [create]
 * @property {(installation: Installation, call: Call, row: Row) => Outcome<Row>} [update]
 * @property {(installation: Installation, row: Row) => Answer | undefined} [refuseRemoval]
 * @property {(installation: Installation, row: Row) => void} [remove] what else a removal does
 * @property {(behaviour: import('./profiles.js').Behaviour) => boolean} [isServed]
 */

/**
 * The names by which faults know what a resource can do: `campaigns.list` …
 *
 * @param {string} path
 * @param {Verb[]} verbs
 * @returns {Partial<Record<Verb, string>>}
 */
function operationsOf(path, verbs) {
	return Object.fromEntries(verbs.map((verb) => [verb, `${path}.${verb}`]));
}

/**
 * @template {Identified} Row
 * @param {Collection<Row>} collection
 * @returns {Routes}
 */
function collectionRoutes(collection) {
	const { operations, path } = collection;
	/** @type {Record<Verb, import('./route.js').Operation>} */
	const answers = {
		list: (installation, { query }) => listRows(collection, installation, query),
		get: (installation, { id }) => getRow(collection, installation, id),
		create: (installation, call) => createRow(collection, installation, call),
		update: (installation, call) => updateRow(collection, installation, call),
		delete: (installation, { id }) => deleteRow(collection, installation, id),
	};
	const siblings = {
		/** @param {Installation} installation */
		list: (installation) => listRows(collection, installation, {}),
		/** @param {Installation} installation */
		one: (installation) => anyRow(collection, installation),
	};
	/**
	 * @param {string} method
	 * @param {Verb} verb
	 * @returns {Record<string, Route>}
	 */
	const route = (method, verb) => {
		const operation = operations[verb];
		if (operation === undefined) return {};
		return {
			[method]: {
				operation,
				...siblings,
				answer: whenServed(collection, operation, answers[verb]),
			},
		};
	};
	const page = { GET: documentation(collection) };
	return {
		[`/api/${path}`]: { ...route('GET', 'list'), ...route('POST', 'create') },
		[`/api/${path}/:id`]: {
			...route('GET', 'get'),
			...route('POST', 'update'),
			...route('DELETE', 'delete'),
		},
		[`/api-documentation/${path}`]: page,
		[`/:language/api-documentation/${path}`]: page,
	};
}

/**
 * @template {Identified} Row
 * @param {Collection<Row>} collection
 * @param {string} operation
 * @param {import('./route.js').Operation} answer
 * @returns {import('./route.js').Operation}
 */
function whenServed({ isServed = () => true, path }, operation, answer) {
	return (installation, call) => {
		const { behaviour } = installation;
		if (!isServed(behaviour) || behaviour.missing.includes(path)) return lostPage(behaviour);
		if (behaviour.missing.includes(operation)) return notFound(installation);
		return answer(installation, call);
	};
}

/**
 * @template {Identified} Row
 * @param {Collection<Row>} collection
 * @returns {Route}
 */
function documentation({ path, operations }) {
	const requests = [
		operations.list && `GET /api/${path}/`,
		operations.get && `GET /api/${path}/{id}`,
		operations.create && `POST /api/${path}`,
		operations.update && `POST /api/${path}/{id}`,
		operations.delete && `DELETE /api/${path}/{id}`,
	].filter((request) => request !== undefined);
	return {
		isPublic: true,
		answer: ({ behaviour }) => documentationPage(behaviour, path, requests),
	};
}

/**
 * @template {Identified} Row
 * @param {Collection<Row>} collection
 * @param {Installation} installation
 * @param {string} id
 */
function findRow({ table }, installation, id) {
	if (!installation.behaviour.lenientIds && !/^\d+$/.test(id)) return undefined;
	return table.in(installation).get(Number.parseInt(id, 10));
}

/**
 * @template {Identified} Row
 * @param {Collection<Row>} collection
 * @param {Installation} installation
 * @param {import('./paging.js').Query} query
 */
function listRows({ list, path, report, rows, table }, installation, query) {
	const all = rows?.(installation) ?? table.in(installation).rows;
	const found = searchRows(all, query, list, installation.behaviour);
	return pageOf(installation, `/api/${path}`, found, query, (row) => report(installation, row));
}

/**
 * @template {Identified} Row
 * @param {Collection<Row>} collection
 * @param {Installation} installation
 */
function anyRow({ report, table }, installation) {
	const [row] = table.in(installation).rows;
	return jsonAnswer({ data: row ? report(installation, row) : { id: 1 } });
}

/**
 * @template {Identified} Row
 * @param {Collection<Row>} collection
 * @param {Installation} installation
 * @param {string} id
 */
function getRow(collection, installation, id) {
	const row = findRow(collection, installation, id);
	return row ? jsonAnswer({ data: collection.report(installation, row) }) : notFound(installation);
}

/**
 * @template {Identified} Row
 * @param {Collection<Row>} collection
 * @param {Installation} installation
 * @param {Row} row
 * @param {number} status
 */
function savedAnswer({ report }, installation, row, status) {
	const { replyWith } = installation.behaviour;
	if (replyWith === 'topId') return jsonAnswer({ id: row.id }, status);
	const data = replyWith === 'flow' ? report(installation, row) : { id: row.id };
	return jsonAnswer({ data }, status);
}

/**
 * @template {Identified} Row
 * @param {Collection<Row>} collection
 * @param {Installation} installation
 * @param {Call} call
 */
function createRow(collection, installation, call) {
	const outcome = collection.create?.(installation, call);
	if (!outcome) return notFound(installation);
	if ('refusal' in outcome) return outcome.refusal;
	return savedAnswer(collection, installation, outcome.row, installation.behaviour.createStatus);
}

/**
 * @template {Identified} Row
 * @param {Collection<Row>} collection
 * @param {Installation} installation
 * @param {Call} call
 */
function updateRow(collection, installation, call) {
	const row = findRow(collection, installation, call.id);
	const outcome = row && collection.update?.(installation, call, row);
	if (!outcome) return notFound(installation);
	if ('refusal' in outcome) return outcome.refusal;
	return savedAnswer(collection, installation, outcome.row, 200);
}

/**
 * @template {Identified} Row
 * @param {Collection<Row>} collection
 * @param {Installation} installation
 * @param {string} id
 */
function deleteRow(collection, installation, id) {
	const row = findRow(collection, installation, id);
	if (!row) return notFound(installation);
	const refusal = collection.refuseRemoval?.(installation, row);
	if (refusal) return refusal;
	collection.table.in(installation).remove(row.id);
	collection.remove?.(installation, row);
	return emptyAnswer(installation.behaviour.deleteStatus);
}

module.exports = { collectionRoutes, operationsOf };
