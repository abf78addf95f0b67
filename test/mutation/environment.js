'use strict';

const { TestEnvironment } = require('jest-environment-node');

/** Much of the tests' time is the waiting that they test, and a thousand mutants take it a thousand times. */
const FASTER = 10;

/** Whether a test has failed in one of this run's files: the mutant is found out. */
let isFoundOut = false;

/** Tests' clock and waits run faster, and what is left once a test has failed is skipped. */
module.exports = class extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		if (context.testPath.endsWith('unit.js')) isFoundOut = false;
	}

	async setup() {
		await super.setup();
		const { Date, setTimeout } = this.global;
		const { now } = Date;
		const start = now();
		Date.now = () => start + (now() - start) * FASTER;
		this.global.setTimeout = (work, milliseconds = 0, ...args) =>
			setTimeout(work, milliseconds / FASTER, ...args);
		this.global.isFoundOut = isFoundOut;
	}

	handleTestEvent(event) {
		// Jest itself would go on to the end.
		if (event.name === 'test_fn_failure') isFoundOut = true;
		if (event.name === 'test_start' && isFoundOut) event.test.mode = 'skip';
	}
};
