'use strict';

/** The installation's clock: the real one or a test's, and how far it was put forward. */
class Clock {
	#offset = 0;
	#time;

	/** @param {() => Date | number} time */
	constructor(time) {
		this.#time = time;
	}

	now() {
		return Number(this.#time()) + this.#offset;
	}

	/** @param {number} at a moment that has not passed yet */
	moveTo(at) {
		this.#offset += Math.max(0, at - this.now());
	}
}

module.exports = { Clock };
