'use strict';

/**
 * A resource locator's value as the editor stores it.
 *
 * @param {import('n8n-workflow').NodeParameterValue} value
 */
function byId(value) {
	return { __rl: true, mode: 'id', value };
}

/**
 * The parameters that *Create* requires.
 *
 * @param {import('n8n-workflow').INodeParameters} [more]
 */
function newFlow(more = {}) {
	return {
		websiteId: byId('1'),
		name: 'Welcome',
		title: 'Hello',
		text: 'Good to see you',
		waitTime: 3,
		waitTimeType: 'days',
		...more,
	};
}

module.exports = { byId, newFlow };
