'use strict';

const { jsonAnswer } = require('./answers.js');
const { lostPage } = require('./pages.js');
const { pageOf } = require('./paging.js');

/** @typedef {import('./flowRoutes.js').Operation} Operation */

const IMAGE_TYPES = new Map([
	['jpg', 'image/jpeg'],
	['jpeg', 'image/jpeg'],
	['png', 'image/png'],
	['gif', 'image/gif'],
	['webp', 'image/webp'],
	['svg', 'image/svg+xml'],
]);

/** @type {Operation} */
function listWebsites(installation, { query }) {
	if (!installation.behaviour.websitesList) return lostPage(installation.behaviour);
	return pageOf(installation, '/api/websites', installation.store.websites, query);
}

/** @type {Operation} */
function listSegments(installation, { query }) {
	if (!installation.behaviour.segmentsList) return lostPage(installation.behaviour);
	return pageOf(installation, '/api/segments', installation.store.segments, query);
}

/**
 * Holds what must never leave a client: the key itself and who pays.
 *
 * @type {Operation}
 */
function getUser(_installation, { key }) {
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
			plan_id: 'custom',
			payment_subscription_id: 'sub_secret_1',
		},
	});
}

/**
 * @param {import('./installation.js').Installation} installation
 * @param {string} file
 */
function serveImage({ behaviour, store }, file) {
	const bytes = store.imageServedAs(file)?.bytes;
	if (!bytes) return lostPage(behaviour);
	const extension = file.slice(file.lastIndexOf('.') + 1);
	const type = IMAGE_TYPES.get(extension) ?? 'application/octet-stream';
	return { status: 200, headers: { 'content-type': type }, body: bytes };
}

module.exports = { getUser, listSegments, listWebsites, serveImage };
