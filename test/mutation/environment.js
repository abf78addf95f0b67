'use strict';

const { TestEnvironment } = require('jest-environment-node');

/** Much of the tests' time is the waiting that they test, and a thousand mutants take it a thousand times. */
const FASTER = 10;

/** Tests' clock and waits run faster, and what is left once a test has failed is skipped. */
module.exports = class extends TestEnvironment {
	async setup() {
		await super.setup();
		const { Date, setTimeout } = this.global;
		const { now } = Date;
		const start = now();
		Date.now = () => start + (now() - start) * FASTER;
		this.global.setTimeout = (work, milliseconds = 0, ...args) =>
			setTimeout(work, milliseconds / FASTER, ...args);
	}

	handleTestEvent(event) {
		// The mutant is found out. Jest itself would go on to the end of the file.
		if (event.name === 'test_fn_failure') this.isFoundOut = true;
		if (event.name === 'test_start' && this.isFoundOut) event.test.mode = 'skip';
	}
};
