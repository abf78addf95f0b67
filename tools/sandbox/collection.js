'use strict';

const { emptyAnswer, jsonAnswer } = require('./http/answers.js');
const { documentationPage, lostPage } = require('./http/pages.js');
const { pageOf } = require('./lists/paging.js');
const { notFound } = require('./http/route.js');
const { searchRows } = require('./lists/search.js');

/** @typedef {import('./http/answers.js').Answer} Answer */
/** @typedef {import('./installation.js').Installation} Installation */
/** @typedef {import('./http/route.js').Call} Call */
/** @typedef {import('./http/route.js').Operation} Operation */
/** @typedef {import('./http/route.js').Route} Route */
/** @typedef {import('./http/route.js').Routes} Routes */
/** @typedef {import('./storage/table.js').Identified} Identified */

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
 * @typedef {object} CollectionDescription
 * @property {string} path below /api
 * @property {import('./storage/store.js').TableDefinition<Row>} table
 * @property {Partial<Record<Verb, string>>} operations what it can do, by the names that faults use
 * @property {import('./lists/search.js').ListDescription<Row>} list
 * @property {(installation: Installation) => Row[]} [rows] what is listed, where it is not the table
 *   as it is
 * @property {(installation: Installation, row: Row) => object} report what is told of a row
 * @property {(installation: Installation, call: Call) => Outcome<Row>} [create]
 * @property {(installation: Installation, call: Call, row: Row) => Outcome<Row>} [update]
 * @property {(installation: Installation, row: Row) => Answer | undefined} [refuseRemoval]
 * @property {(installation: Installation, row: Row) => void} [remove] what else a removal does
 * @property {(behaviour: import('./profiles.js').Behaviour) => boolean} [isServed]
 */

/** @template {Identified} Row */
class Collection {
	/** @param {CollectionDescription<Row>} description */
	constructor(description) {
		this.description = description;
	}

	/** @returns {Routes} */
	routes() {
		const { path } = this.description;
		const page = { GET: this.#documentation() };
		return {
			[`/api/${path}`]: {
				...this.#route('GET', 'list', (...call) => this.#list(...call)),
				...this.#route('POST', 'create', (...call) => this.#create(...call)),
			},
			[`/api/${path}/:id`]: {
				...this.#route('GET', 'get', (...call) => this.#get(...call)),
				...this.#route('POST', 'update', (...call) => this.#update(...call)),
				...this.#route('DELETE', 'delete', (...call) => this.#delete(...call)),
			},
			[`/api-documentation/${path}`]: page,
			[`/:language/api-documentation/${path}`]: page,
		};
	}

	/**
	 * @param {string} method
	 * @param {Verb} verb
	 * @param {Operation} operate
	 * @returns {Record<string, Route>} empty where the resource can't do that
	 */
	#route(method, verb, operate) {
		const operation = this.description.operations[verb];
		if (operation === undefined) return {};
		/** @type {Route} */
		const route = {
			operation,
			list: (installation) => this.#page(installation, {}),
			one: (installation) => this.#first(installation),
			answer: (installation, call) =>
				this.#missing(installation, operation) ?? operate(installation, call),
		};
		return { [method]: route };
	}

	/**
	 * @param {Installation} installation
	 * @param {string} operation
	 */
	#missing(installation, operation) {
		const { isServed = () => true, path } = this.description;
		const { behaviour } = installation;
		if (!isServed(behaviour) || behaviour.missing.includes(path)) return lostPage(behaviour);
		return behaviour.missing.includes(operation) ? notFound(installation) : undefined;
	}

	/** @returns {Route} */
	#documentation() {
		const { operations, path } = this.description;
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
	 * @param {Installation} installation
	 * @param {string} id
	 */
	#find(installation, id) {
		if (!installation.behaviour.lenientIds && !/^\d+$/.test(id)) return undefined;
		return this.description.table.in(installation).get(Number.parseInt(id, 10));
	}

	/**
	 * @param {Installation} installation
	 * @param {import('./lists/paging.js').Query} query
	 */
	#page(installation, query) {
		const { list, path, report, rows, table } = this.description;
		const all = rows?.(installation) ?? table.in(installation).rows;
		const found = searchRows(all, query, list, installation.behaviour);
		return pageOf(installation, `/api/${path}`, found, query, (row) => report(installation, row));
	}

	/** @param {Installation} installation */
	#first(installation) {
		const { report, table } = this.description;
		const [row] = table.in(installation).rows;
		return jsonAnswer({ data: row ? report(installation, row) : { id: 1 } });
	}

	/**
	 * @param {Installation} installation
	 * @param {Row} row
	 * @param {number} status
	 */
	#saved(installation, row, status) {
		const { replyWith } = installation.behaviour;
		if (replyWith === 'topId') return jsonAnswer({ id: row.id }, status);
		const isWhole = replyWith === 'flow';
		const data = isWhole ? this.description.report(installation, row) : { id: row.id };
		return jsonAnswer({ data }, status);
	}

	/** @type {Operation} */
	#list(installation, { query }) {
		return this.#page(installation, query);
	}

	/** @type {Operation} */
	#get(installation, { id }) {
		const row = this.#find(installation, id);
		if (!row) return notFound(installation);
		return jsonAnswer({ data: this.description.report(installation, row) });
	}

	/** @type {Operation} */
	#create(installation, call) {
		const outcome = this.description.create?.(installation, call);
		if (!outcome) return notFound(installation);
		if ('refusal' in outcome) return outcome.refusal;
		return this.#saved(installation, outcome.row, installation.behaviour.createStatus);
	}

	/** @type {Operation} */
	#update(installation, call) {
		const row = this.#find(installation, call.id);
		const outcome = row && this.description.update?.(installation, call, row);
		if (!outcome) return notFound(installation);
		if ('refusal' in outcome) return outcome.refusal;
		return this.#saved(installation, outcome.row, 200);
	}

	/** @type {Operation} */
	#delete(installation, { id }) {
		const { refuseRemoval, remove, table } = this.description;
		const row = this.#find(installation, id);
		if (!row) return notFound(installation);
		const refusal = refuseRemoval?.(installation, row);
		if (refusal) return refusal;
		table.in(installation).remove(row.id);
		remove?.(installation, row);
		return emptyAnswer(installation.behaviour.deleteStatus);
	}
}

/**
 * @template {Identified} Row
 * @param {CollectionDescription<Row>} description
 */
const collectionRoutes = (description) => new Collection(description).routes();

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

module.exports = { collectionRoutes, operationsOf };
