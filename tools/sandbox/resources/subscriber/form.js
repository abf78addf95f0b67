'use strict';

const { FormReader } = require('../common/reader.js');
const { SUBSCRIBERS } = require('./store.js');

/** @typedef {import('./store.js').Subscriber} Subscriber */

/** @param {FormReader} reader */
function readParameters(reader) {
	const keys = reader.list('custom_parameter_key', 64);
	const values = reader.list('custom_parameter_value', 512);
	const pairs = keys.map((key, index) => [key, values[index] ?? '']);
	return Object.fromEntries(pairs.filter(([key]) => key !== ''));
}

/**
 * @param {import('../../installation.js').Installation} installation
 * @param {import('../../http/route.js').Call} call
 * @param {Subscriber} stored
 * @returns {import('../../collection.js').Outcome<Subscriber>}
 */
function updateSubscriber(installation, { form }, stored) {
	const sent = readParameters(new FormReader(installation, form, false));
	const kept = installation.behaviour.updateReplacesParameters ? {} : stored.custom_parameters;
	const row = {
		...stored,
		custom_parameters: { ...kept, ...sent },
		last_datetime: installation.datetime(),
	};
	SUBSCRIBERS.in(installation).replace(row);
	return { row };
}

module.exports = { updateSubscriber };
