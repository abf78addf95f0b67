'use strict';

const { Clock } = require('./time/clock.js');
const { createOutbox } = require('./storage/outbox.js');
const { chooseBehaviour } = require('./profiles.js');
const { Store } = require('./storage/store.js');
const { toDatetime } = require('./time/datetime.js');
const { WORDS } = require('./words.js');

/**
 * @typedef {object} InstallationOptions
 * @property {import('./profiles.js').ProfileName} profile
 * @property {Partial<import('./profiles.js').Behaviour>} behaviour
 * @property {string} basePath
 * @property {string[]} keys
 * @property {() => Date | number} now
 */

/** What every route needs to know about the installation it belongs to. */
class Installation {
	/** Known only once the server listens. */
	address = '';
	store = new Store();
	outbox = createOutbox(this.store);
	#shown = { second: NaN, timezone: '', text: '' };

	/** @param {InstallationOptions} options */
	constructor({ profile, behaviour, basePath, keys, now }) {
		this.behaviour = chooseBehaviour(profile, behaviour);
		this.basePath = basePath;
		this.keys = keys;
		this.clock = new Clock(now);
	}

	get words() {
		return WORDS[this.behaviour.language];
	}

	/**
	 * What the installation's clock shows.
	 *
	 * @param {number} [at] default: now
	 */
	datetime(at = this.clock.now()) {
		const { timezone } = this.behaviour;
		const second = Math.floor(at / 1000);
		// Many entries of the same second need not be worked out one by one.
		if (this.#shown.second !== second || this.#shown.timezone !== timezone) {
			this.#shown = { second, timezone, text: toDatetime(at, timezone) };
		}
		return this.#shown.text;
	}
}

module.exports = { Installation };
