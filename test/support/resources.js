'use strict';

const { NodeHelpers } = require('n8n-workflow');
const { SixtySixPusher } = require('../..');
const { resources } = require('../../build/modules/nodes/SixtySixPusher/resources');
const { byId } = require('./parameters');

const { description } = new SixtySixPusher();

/** The choices of a resource's Operation parameter. */
function operationsOf(resource) {
	return resource.description.find(({ name }) => name === 'operation').options;
}

/** Each operation of each resource, as rows for `test.each`: both names, then both objects. */
const allOperations = resources.flatMap((resource) =>
	operationsOf(resource).map((operation) => [
		resource.definition.name,
		operation.value,
		{ resource, operation },
	]),
);

/** The parameters that the form shows for an operation, without those in collections. */
function shownFor(resource, operation) {
	const values = { resource, operation, returnAll: false };
	return description.properties.filter((property) =>
		NodeHelpers.displayParameter(values, property, { typeVersion: 1 }, description),
	);
}

/** The same with those in collections. */
function fieldsOf(resource, operation) {
	return shownFor(resource, operation).flatMap((property) =>
		property.type === 'collection' ? [property, ...property.options] : [property],
	);
}

/** What an operation sends: the form's parameters by their names in the API. */
function sentBy(resource, operation) {
	return Object.fromEntries(
		fieldsOf(resource, operation)
			.filter(({ routing }) => routing?.send?.property)
			.map((property) => [property.routing.send.property, property]),
	);
}

/** The fields of an operation's output by name, with their types in JSON. */
function outputOf({ simplified, outputs = {} }, operation) {
	if (operation === 'delete') return { deleted: 'boolean', id: 'integer' };
	return outputs[operation] ?? simplified;
}

/**
 * The least that an operation can be run with: a value for each required parameter, and one field to
 * update.
 *
 * @param {string | number} [id] of the entry that the operation is about
 */
function parametersFor({ definition }, operation, id) {
	const shown = shownFor(definition.name, operation);
	const valueOf = (property) =>
		property.routing?.send?.property === definition.idField ? byId(id) : sampleOf(property);

	const required = shown.filter(({ required }) => required);
	const { options = [] } = shown.find(({ name }) => name === 'updateFields') ?? {};
	const isText = ({ routing }) => definition.fields[routing.send.property].kind === 'text';
	const changed = options.find(isText) ?? options[0];
	return {
		resource: definition.name,
		...Object.fromEntries(required.map((property) => [property.name, valueOf(property)])),
		...(changed && { updateFields: { [changed.name]: sampleOf(changed) } }),
	};
}

function sampleOf(property) {
	switch (property.type) {
		case 'resourceLocator':
			return byId(1);
		case 'options':
			return property.options[0].value;
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
