'use strict';

const { TestEnvironment } = require('jest-environment-node');

/** Tests spend much of their time waiting, and a thousand mutants repeat it a thousand times. */
const SPEED = 10;

/** Whether a test has failed in one of this run's files: the mutant is killed. */
let isKilled = false;

/** The tests' clock runs faster, and once a test has failed, the others are skipped. */
module.exports = class extends TestEnvironment {
	/** @param {any} config @param {any} context */
	constructor(config, context) {
		super(config, context);
		if (context.testPath.endsWith('unit.js')) isKilled = false;
	}

	async setup() {
		await super.setup();
		const { Date, setTimeout } = this.global;
		const { now } = Date;
		const start = now();
		Date.now = () => start + (now() - start) * SPEED;
		/** @type {(callback: any, milliseconds?: number, ...args: any[]) => any} */
		const fasterTimeout = (callback, milliseconds = 0, ...args) =>
			setTimeout(callback, milliseconds / SPEED, ...args);
		Object.assign(this.global, { setTimeout: fasterTimeout, isKilled });
	}

	/** @param {any} event */
	handleTestEvent(event) {
		// Jest itself would run all tests to the end.
		if (event.name === 'test_fn_failure') isKilled = true;
		if (event.name === 'test_start' && isKilled) event.test.mode = 'skip';
	}
};
