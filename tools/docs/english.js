'use strict';

const { valuesOf } = require('./tables');

/** @typedef {import('./tables').Field} Field */

/** @param {string} [text] */
const sentence = (text) => (text === undefined || /[.!?]$/.test(text) ? text : `${text}.`);

/** @param {string[]} names */
const list = (names) => names.join(', ');

/**
 * The description and, where it doesn't say them, the limits that the API sets.
 *
 * @param {Field} field
 */
function whatItTakes({ property, rule, operations }) {
	const { description = '' } = property;
	const { maxLength } = rule ?? {};
	const saysLength = maxLength !== undefined && new RegExp(`\\b${maxLength}\\b`).test(description);
	const required = operations.filter(({ isRequired }) => isRequired).map(({ name }) => name);
	const values = valuesOf(property, (label, value) => `${label} (${value})`);
	return [
		sentence(description),
		maxLength === undefined || saysLength ? undefined : `Up to ${maxLength} characters.`,
		values.length > 0 ? `Values: ${values.join(', ')}.` : undefined,
		required.length > 0 ? `Required in ${list(required)}.` : undefined,
	]
		.filter(Boolean)
		.join(' ');
}

/** @type {import('./tables').Language} */
const english = {
	heads: {
		operations: ['Operation', 'Description'],
		fields: ['Field', 'API name', 'Description'],
		usedBy: 'Used in',
	},
	operation: (_, { description = '' }) => description,
	field: (_, field) => whatItTakes(field),
	list,
};

module.exports = { english };
