'use strict';

const { errorAnswer, redirectAnswer } = require('./answers.js');
const { before, faultyAnswer } = require('../faults/answers.js');
const { formOf } = require('./form.js');
const { RateLimiter } = require('./rateLimit.js');

/** @typedef {import('./answers.js').Answer} Answer */
/** @typedef {import('../recorder.js').RecordedRequest} RecordedRequest */
/** @typedef {import('./route.js').Route} Route */

/** What a request meets on its way to the operation, from the web server to the plan's limits. */
class Pipeline {
	#limiter = new RateLimiter();

	/**
	 * @param {import('../installation.js').Installation} installation
	 * @param {import('../faults/faults.js').Faults} faults
	 */
	constructor(installation, faults) {
		this.installation = installation;
		this.faults = faults;
	}

	/**
	 * @param {Route} route
	 * @param {RecordedRequest} request
	 * @param {string} id
	 * @returns {Answer}
	 */
	answer(route, request, id) {
		const key = /^Bearer\s+(\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
		const call = {
			query: request.query,
			id,
			form: formOf(request, this.installation.behaviour),
			key,
		};
		const operate = () => route.answer(this.installation, call);
		const behindAuth = () => this.#behindAuth(route, request, key, operate);
		return this.#faulty(route, request, true, operate, behindAuth) ?? behindAuth();
	}

	/**
	 * @param {Route} route
	 * @param {RecordedRequest} request
	 * @param {string} key
	 * @param {() => Answer} operate
	 */
	#behindAuth(route, request, key, operate) {
		const redirect = this.#redirectToSlash(request);
		if (redirect) return redirect;
		if (route.isPublic) {
			return this.#faulty(route, request, false, operate, operate) ?? operate();
		}
		const stranger = this.#refuseStranger(key);
		if (stranger) return stranger;
		const { headers, refusal } = this.#limiter.count(key, this.installation.behaviour);
		if (refusal) return refusal;
		const counted = () => {
			const answer = operate();
			return { ...answer, headers: { ...headers, ...answer.headers } };
		};
		return this.#faulty(route, request, false, counted, counted) ?? counted();
	}

	/**
	 * @param {Route} route
	 * @param {RecordedRequest} request
	 * @param {boolean} beforeAuth
	 * @param {() => Answer} operate
	 * @param {() => Answer} carryOut
	 */
	#faulty(route, request, beforeAuth, operate, carryOut) {
		const fault = this.faults.take(request, route.operation, beforeAuth);
		if (!fault) return undefined;
		before(fault, request);
		const real = fault.carriedOut ? carryOut() : this.installation.store.rehearse(operate);
		return faultyAnswer(fault, { installation: this.installation, request, route, real });
	}

	/** @param {RecordedRequest} request */
	#redirectToSlash({ path, url }) {
		const { address, behaviour } = this.installation;
		if (!behaviour.slashRedirect || !/^\/api\/.*[^/]$/.test(path)) return undefined;
		const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
		return redirectAnswer(301, `${address}${path}/${query}`);
	}

	/** @param {string} key */
	#refuseStranger(key) {
		const { behaviour, keys, words } = this.installation;
		if (!keys.includes(key)) return errorAnswer(401, words.wrongKey);
		if (!behaviour.planHasApi) return errorAnswer(401, words.noApiAccess);
		return undefined;
	}
}

module.exports = { Pipeline };
