'use strict';

const { checkKind } = require('./answers.js');

/** @typedef {import('../recorder.js').RecordedRequest} RecordedRequest */

/**
 * @typedef {object} FixedAnswer
 * @property {number} status
 * @property {Record<string, string>} [headers]
 * @property {object | string} [body]
 */

/**
 * @typedef {object} ChangeableAnswer
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {object | string | Buffer | null} body
 */

/** @typedef {(request: RecordedRequest, answer: ChangeableAnswer) => ChangeableAnswer} Change */

/**
 * Of a list, `listInsteadOfFlow` and `flowInsteadOfList` give what belongs to the same resource.
 * `before` and `change` run a test's own code around a request that is carried out.
 *
 * @typedef {{ kind: 'htmlPage', status?: number }
 *   | { kind: 'serverPage', status: 405 | 406 | 407 | number }
 *   | { kind: 'phpNotice', where?: 'before' | 'after' | 'both' }
 *   | { kind: 'notDone', body?: object }
 *   | { kind: 'dataAsObject' }
 *   | { kind: 'dataAsNull' }
 *   | { kind: 'slow', ms: number }
 *   | { kind: 'before', run: (request: RecordedRequest) => void }
 *   | { kind: 'cutJson' }
 *   | { kind: 'emptyBody', status?: number }
 *   | { kind: 'emptyObject' }
 *   | { kind: 'statusError', messages: string[] }
 *   | { kind: 'listInsteadOfFlow' }
 *   | { kind: 'flowInsteadOfList' }
 *   | { kind: 'withoutId' }
 *   | { kind: 'otherId', id?: number }
 *   | { kind: 'redirect', status?: 301 | 302 | 307 | 308, location: string }
 *   | { kind: 'reset' }
 *   | { kind: 'cutConnection' }
 *   | { kind: 'silence' }
 *   | { kind: 'rateLimited', resetSeconds?: number, retryAfter?: number | string, status?: number }
 *   | { kind: 'echoKey', status?: number }
 *   | { kind: 'change', with: Change }} KindOfAnswer
 */

/**
 * @typedef {object} FaultMatch every condition given has to hold
 * @property {string} [method]
 * @property {string | RegExp} [path] without the installation's sub-directory
 * @property {string} [operation] as the routes of the resources name it
 * @property {Record<string, string>} [query]
 */

/**
 * @typedef {object} Fault
 * @property {FaultMatch} [on] nothing: every request
 * @property {number} [skip] how many matching requests are spared first, default 0
 * @property {number} [times] how many are hit then, default 1
 * @property {boolean} [carriedOut] whether the request takes effect before the faulty answer
 * @property {boolean} [beforeAuth] hits also callers without a key
 * @property {FixedAnswer | KindOfAnswer} answer
 */

/** Kinds that change the real answer, so that the request is carried out. */
const CHANGES = ['before', 'change', 'dataAsNull', 'dataAsObject', 'phpNotice', 'slow'];

/** @param {string} path */
const withoutFinalSlash = (path) => path.replace(/\/$/, '');

/**
 * @param {FaultMatch} match
 * @param {RecordedRequest} request
 * @param {string | undefined} operation
 */
function matches({ method, path, operation: wanted, query }, request, operation) {
	if (method !== undefined && method.toUpperCase() !== request.method) return false;
	if (wanted !== undefined && wanted !== operation) return false;
	if (path instanceof RegExp && request.path.search(path) === -1) return false;
	if (typeof path === 'string' && withoutFinalSlash(path) !== withoutFinalSlash(request.path)) {
		return false;
	}
	return Object.entries(query ?? {}).every(([name, value]) => request.query[name] === value);
}

/**
 * Faults are asked in the order in which they were added; the first that hits ends the search, so a
 * later one neither hits nor counts that request.
 */
class Faults {
	/** @type {{ fault: Fault, skip: number, times: number }[]} */
	#waiting = [];
	#operations;

	/** @param {string[]} operations all that there are */
	constructor(operations) {
		this.#operations = operations;
	}

	/** @param {Fault} fault */
	add(fault) {
		checkKind(fault);
		const { operation } = fault.on ?? {};
		if (operation !== undefined && !this.#operations.includes(operation)) {
			throw new Error(`There is no operation "${operation}"`);
		}
		const { answer, carriedOut, skip = 0, times = 1 } = fault;
		const changes = 'kind' in answer && CHANGES.includes(answer.kind);
		if (changes && carriedOut === false) {
			throw new Error('Only the answer to a request that is carried out can be changed');
		}
		this.#waiting.push({
			fault: changes ? { ...fault, carriedOut: true } : fault,
			skip,
			times,
		});
	}

	clear() {
		this.#waiting = [];
	}

	/**
	 * @param {RecordedRequest} request
	 * @param {string | undefined} operation
	 * @param {boolean} beforeAuth
	 * @returns {Fault | undefined}
	 */
	take(request, operation, beforeAuth) {
		for (const waiting of this.#waiting) {
			const { fault } = waiting;
			if ((fault.beforeAuth ?? false) !== beforeAuth || waiting.times === 0) continue;
			if (!matches(fault.on ?? {}, request, operation)) continue;
			if (waiting.skip > 0) {
				waiting.skip -= 1;
				continue;
			}
			waiting.times -= 1;
			return fault;
		}
		return undefined;
	}
}

module.exports = { Faults };
