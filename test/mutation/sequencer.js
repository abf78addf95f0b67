'use strict';

const { default: Sequencer } = require('@jest/test-sequencer');

/** Runs the unit tests first: most mutants fail them, and they don't load n8n's engine. */
module.exports = class extends Sequencer {
	/** @param {Array<import('@jest/test-result').Test>} tests */
	sort(tests) {
		return [...tests].sort((one) => (one.path.endsWith('unit.js') ? -1 : 1));
	}
};
