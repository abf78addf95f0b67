'use strict';

const { NodeHelpers } = require('n8n-workflow');
const { SixtySixPusher } = require('../..');
const { resources } = require('../../build/modules/nodes/SixtySixPusher/resources');
const { byId } = require('./parameters');

/** @typedef {import('n8n-workflow').INodeProperties} Property */
/** @typedef {import('n8n-workflow').INodePropertyOptions} Option */
/** @typedef {import('../../build/modules/nodes/SixtySixPusher/resources/definition').Resource} Resource */
/** @typedef {import('../../build/modules/nodes/SixtySixPusher/resources/definition').ResourceDefinition} Definition */

const { description } = new SixtySixPusher();

/**
 * @param {Property['options']} options
 * @returns {Option[]} those that can be chosen
 */
function choicesIn(options = []) {
	return options.flatMap((option) => ('value' in option ? [option] : []));
}

/**
 * @param {Property['options']} options
 * @returns {Property[]} those that are fields of a collection
 */
function fieldsIn(options = []) {
	return options.flatMap((option) => ('type' in option ? [option] : []));
}

/**
 * The choices of a resource's Operation parameter.
 *
 * @param {Resource} resource
 */
function operationsOf(resource) {
	return choicesIn(resource.description.find(({ name }) => name === 'operation')?.options);
}

/**
 * Each operation of each resource, as rows for `test.each`: both names, then both objects.
 *
 * @type {Array<[string, string, {resource: Resource, operation: Option}]>}
 */
const allOperations = resources.flatMap((resource) =>
	operationsOf(resource).map(
		/** @returns {[string, string, {resource: Resource, operation: Option}]} */
		(operation) => [resource.definition.name, String(operation.value), { resource, operation }],
	),
);

/**
 * The parameters that the form shows for an operation, without those in collections.
 *
 * @param {string} resource
 * @param {string} operation
 * @param {import('n8n-workflow').INodeParameters} [chosen] other parameters, on which some depend
 */
function shownFor(resource, operation, chosen) {
	const values = { resource, operation, returnAll: false, ...chosen };
	return description.properties.filter((property) =>
		NodeHelpers.displayParameter(values, property, { typeVersion: 1 }, description),
	);
}

/**
 * The same with those in collections.
 *
 * @param {string} resource
 * @param {string} operation
 */
function fieldsOf(resource, operation) {
	return shownFor(resource, operation).flatMap((property) =>
		property.type === 'collection' ? [property, ...fieldsIn(property.options)] : [property],
	);
}

/** @param {Property} property */
const apiNameOf = ({ routing }) => routing?.send?.property ?? '';

/**
 * What an operation sends: the form's parameters by their names in the API.
 *
 * @param {string} resource
 * @param {string} operation
 */
function sentBy(resource, operation) {
	return Object.fromEntries(
		fieldsOf(resource, operation)
			.filter((property) => apiNameOf(property) !== '')
			.map((property) => [apiNameOf(property), property]),
	);
}

/**
 * The fields of an operation's output by name, with their types in JSON.
 *
 * @param {Definition} definition
 * @param {string} operation
 */
function outputOf({ simplified, outputs = {} }, operation) {
	if (operation === 'delete') return { deleted: 'boolean', id: 'integer' };
	return outputs[operation] ?? simplified;
}

/**
 * The least that an operation can be run with: a value for each required parameter, and one field to
 * update.
 *
 * @param {Resource} resource
 * @param {string} operation
 * @param {string | number} [id] of the entry that the operation is about
 * @returns {import('n8n-workflow').INodeParameters}
 */
function parametersFor({ definition }, operation, id) {
	/** @param {Property} property */
	const valueOf = (property) =>
		apiNameOf(property) === definition.idField
			? byId(id)
			: sampleOf(property, definition.fields[apiNameOf(property)]?.kind);
	/** @param {Property} property */
	const isText = (property) => definition.fields[apiNameOf(property)]?.kind === 'text';

	/** @param {Property[]} shown */
	const valuesOf = (shown) =>
		Object.fromEntries(
			shown
				.filter(({ required }) => required)
				.map((property) => [property.name, valueOf(property)]),
		);
	// Some are shown only after others were chosen.
	const chosen = valuesOf(shownFor(definition.name, operation));
	const shown = shownFor(definition.name, operation, chosen);
	const options = fieldsIn(shown.find(({ name }) => name === 'updateFields')?.options);
	const changed = options.find(isText) ?? options[0];
	return {
		resource: definition.name,
		...valuesOf(shown),
		...(changed && { updateFields: { [changed.name]: sampleOf(changed) } }),
	};
}

/**
 * @param {Property} property
 * @param {import('../../build/modules/nodes/SixtySixPusher/resources/definition').FieldKind} [kind]
 * @returns {import('n8n-workflow').NodeParameterValueType}
 */
function sampleOf(property, kind) {
	if (kind === 'idList') return '1';
	switch (property.type) {
		case 'resourceLocator':
			return byId(1);
		case 'options':
			return choicesIn(property.options)[0]?.value;
		case 'number':
			return 3;
		case 'string':
			return 'Sample';
		case 'dateTime':
			return '2026-01-31 18:30:00';
		default:
			return property.default;
	}
}

module.exports = {
	allOperations,
	fieldsOf,
	operationsOf,
	outputOf,
	parametersFor,
	resources,
	sentBy,
};
