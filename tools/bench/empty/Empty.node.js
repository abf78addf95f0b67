'use strict';

/** The least that n8n takes for a node: what it costs to load any. */

const { NodeConnectionTypes } = require('n8n-workflow');

class Empty {
	description = {
		displayName: 'Empty',
		name: 'empty',
		group: ['output'],
		version: 1,
		description: 'Does nothing',
		defaults: { name: 'Empty' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};
}

module.exports = { Empty };
