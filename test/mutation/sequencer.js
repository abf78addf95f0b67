'use strict';

const { default: Sequencer } = require('@jest/test-sequencer');

/** By name: the tests that run modules by themselves come before those in n8n's engine. */
module.exports = class extends Sequencer {
	/** @param {any[]} tests */
	sort(tests) {
		return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1));
	}
};
