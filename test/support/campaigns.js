'use strict';

const { byId } = require('./parameters');

/** What *Send* and *Create Draft* can't be without: to the gold customers of the shop. */
function newCampaign(more = {}) {
	return {
		resource: 'campaign',
		websiteId: byId('1'),
		sendTo: 'all',
		name: 'Autumn sale',
		title: 'Autumn sale',
		text: '20% off until Sunday',
		...more,
	};
}

/** Who got a campaign or notification: the subscribers, in the order of their IDs. */
function receivers({ outbox }, id) {
	return outbox
		.filter((delivery) => id === undefined || delivery.id === id)
		.map(({ subscriber_id: subscriber }) => subscriber)
		.sort((a, b) => a - b);
}

/** The requests that change something, as method and path, e.g. `POST /campaigns/1 save`. */
function writes({ requests }) {
	return requests
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path, parts = [] }) =>
			[
				method,
				path.replace('/api', ''),
				...(parts.some(({ name }) => name === 'save') ? ['save'] : []),
			].join(' '),
		);
}

module.exports = { newCampaign, receivers, writes };
