'use strict';

const { errorAnswer } = require('./answers.js');
const { WORDS } = require('../words.js');

/** @typedef {import('../profiles.js').Behaviour} Behaviour */

/** Counts in real time even if the sandbox's clock stands still: clients really wait. */
class RateLimiter {
	/** @type {Map<string, { endsAt: number, count: number }>} */
	#windows = new Map();

	/**
	 * @param {string} key
	 * @param {Behaviour} behaviour
	 * @returns {{ headers: Record<string, string>, refusal?: import('./answers.js').Answer }}
	 */
	count(key, behaviour) {
		if (behaviour.rateLimit === null) return { headers: {} };
		const { limit, windowMs } = behaviour.rateLimit;
		const now = Date.now();

		let current = this.#windows.get(key);
		if (!current || current.endsAt <= now) {
			current = { endsAt: now + windowMs, count: 0 };
			this.#windows.set(key, current);
		}
		current.count += 1;

		const refused = current.count > limit;
		const headers = this.#headers(behaviour, current, limit, refused);
		if (!refused) return { headers };
		const refusal = errorAnswer(429, WORDS[behaviour.language].tooManyRequests);
		return { headers, refusal: { ...refusal, headers } };
	}

	/**
	 * @param {Behaviour} behaviour
	 * @param {{ endsAt: number, count: number }} current
	 * @param {number} limit
	 * @param {boolean} refused
	 * @returns {Record<string, string>}
	 */
	#headers({ rateLimitHeaders }, { endsAt, count }, limit, refused) {
		const seconds = Math.ceil((endsAt - Date.now()) / 1000);
		if (rateLimitHeaders === 'reset') {
			return {
				'x-ratelimit-limit': String(limit),
				'x-ratelimit-remaining': String(Math.max(0, limit - count)),
				'x-ratelimit-reset': String(seconds),
			};
		}
		if (!refused || rateLimitHeaders === 'none') return {};
		if (rateLimitHeaders === 'retryAfter') return { 'retry-after': String(seconds) };
		// A date has whole seconds, so it is rounded up to be no promise that can't be kept.
		return { 'retry-after': new Date(Math.ceil(endsAt / 1000) * 1000).toUTCString() };
	}
}

module.exports = { RateLimiter };
