'use strict';

const { TestEnvironment } = require('jest-environment-node');

/** The tests spend much of their time on the waits that they test, once for each of a thousand mutants. */
const FASTER = 10;

/** Whether a test has failed in one of this run's files, which means that the mutant was found. */
let isKilled = false;

/** Speeds up the tests' clock and timers, and skips the remaining tests once one has failed. */
module.exports = class extends TestEnvironment {
	/**
	 * @param {import('@jest/environment').JestEnvironmentConfig} config
	 * @param {import('@jest/environment').EnvironmentContext} context
	 */
	constructor(config, context) {
		super(config, context);
		if (context.testPath.endsWith('unit.js')) isKilled = false;
	}

	async setup() {
		await super.setup();
		const { Date, setTimeout } = this.global;
		const { now } = Date;
		const start = now();
		Date.now = () => start + (now() - start) * FASTER;
		Object.assign(this.global, {
			/** @type {(work: (...args: unknown[]) => void, milliseconds?: number, ...args: unknown[]) => NodeJS.Timeout} */
			setTimeout: (work, milliseconds = 0, ...args) =>
				setTimeout(work, milliseconds / FASTER, ...args),
		});
		this.global.isKilled = isKilled;
	}

	/** @param {import('@jest/types').Circus.Event} event */
	handleTestEvent(event) {
		// Jest itself would go on to the end.
		if (event.name === 'test_fn_failure') isKilled = true;
		if (event.name === 'test_start' && isKilled) event.test.mode = 'skip';
	}
};
