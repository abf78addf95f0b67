'use strict';

const { jsonAnswer } = require('../../http/answers.js');
const { lostPage } = require('../../http/pages.js');

/**
 * Holds what must never leave a client: the key itself and who pays.
 *
 * @type {import('../../http/route.js').Operation}
 */
function getUser({ behaviour }, { key }) {
	if (behaviour.missing.includes('user')) return lostPage(behaviour);
	const billing = {
		type: 'business',
		name: 'Example Ltd',
		address: '1 Secret Street',
		city: 'Exampleville',
		zip: '00-001',
		country: 'PL',
		phone: '+48000000000',
		tax_id: 'PL0000000000',
	};
	return jsonAnswer({
		data: {
			id: 1,
			email: 'owner@example.com',
			name: 'Example Owner',
			billing,
			api_key: key,
			...(behaviour.reportsTimezone && { timezone: behaviour.accountTimezone }),
			plan_id: 'custom',
			payment_subscription_id: 'sub_secret_1',
		},
	});
}

/** @type {import('../../http/route.js').Routes} */
const routes = { '/api/user': { GET: { operation: 'user', answer: getUser } } };

module.exports = { routes };
