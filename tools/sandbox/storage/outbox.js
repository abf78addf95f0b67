'use strict';

const { replaceContent } = require('./table.js');

/**
 * One notification that really went out to one subscriber.
 *
 * @typedef {object} Delivery
 * @property {'campaign' | 'personal_notification' | 'flow'} kind
 * @property {number} id of the campaign, personal notification or flow
 * @property {number} subscriber_id
 * @property {number} website_id
 * @property {string} title
 * @property {string} at on the installation's clock
 */

/**
 * @param {import('./store.js').Store} store
 * @returns {Delivery[]}
 */
function createOutbox(store) {
	/** @type {Delivery[]} */
	const outbox = [];
	store.keep(() => {
		const { length } = outbox;
		return () => replaceContent(outbox, outbox.slice(0, length));
	});
	return outbox;
}

module.exports = { createOutbox };
