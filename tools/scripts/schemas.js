'use strict';

const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '../..');

/** Where n8n looks for the output schemas of version 1 of the node. */
const FOLDER = join(root, 'dist/nodes/SixtySixPusher/__schema__/v1.0.0');

/**
 * The JSON schema of what an operation outputs, which n8n's editor shows before the first run.
 *
 * @param {Readonly<Record<string, string | readonly string[]>>} output fields and their types
 */
function schemaOf(output) {
	const properties = Object.entries(output).map(([name, type]) => [name, { type }]);
	return { type: 'object', properties: Object.fromEntries(properties), version: 1 };
}

/** Writes a schema for each operation of each resource, and for each event of the trigger. */
function writeSchemas() {
	const { resources } = require('../../build/modules/nodes/SixtySixPusher/resources');
	for (const { definition, description } of resources) {
		const folder = join(FOLDER, definition.name);
		mkdirSync(folder, { recursive: true });
		for (const operation of operationsOf(description)) {
			const schema = schemaOf(outputOf(definition, operation));
			writeFileSync(join(folder, `${operation}.json`), JSON.stringify(schema));
		}
	}
	writeEventSchemas();
}

/**
 * n8n looks a schema up by resource and operation. The trigger has neither: n8n then takes the one
 * of the node's version, in which there is what every event has. The event's own is where that of a
 * resource would be.
 */
function writeEventSchemas() {
	const { events } = require('../../build/modules/nodes/SixtySixPusher/trigger/events');
	const outputs = Object.values(events).map(({ simplified }) => simplified);
	for (const { name, simplified } of Object.values(events)) {
		writeFileSync(join(FOLDER, `${name}.json`), JSON.stringify(schemaOf(simplified)));
	}
	const common = Object.entries(outputs[0]).filter(([name]) =>
		outputs.every((output) => name in output),
	);
	writeFileSync(`${FOLDER}.json`, JSON.stringify(schemaOf(Object.fromEntries(common))));
}

/**
 * @param {readonly import('n8n-workflow').INodeProperties[]} description
 * @returns {string[]} the values of the Operation parameter
 */
function operationsOf([operation]) {
	return (operation?.options ?? []).flatMap((option) =>
		'value' in option ? [String(option.value)] : [],
	);
}

/**
 * @param {import('../../build/modules/nodes/SixtySixPusher/resources/definition').ResourceDefinition} definition
 * @param {string} operation
 */
function outputOf({ simplified, outputs = {} }, operation) {
	if (operation === 'delete') return { deleted: 'boolean', id: 'integer' };
	return outputs[operation] ?? simplified;
}

module.exports = { writeSchemas };
