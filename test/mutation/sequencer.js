'use strict';

const { default: Sequencer } = require('@jest/test-sequencer');

/** By name: what runs alone comes before what runs in n8n's engine. */
module.exports = class extends Sequencer {
	sort(tests) {
		return [...tests].sort((one, other) => (one.path < other.path ? -1 : 1));
	}
};
