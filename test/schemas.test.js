'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { PROFILES, startSandbox } = require('../tools/sandbox');
const { allOperations, operationsOf, parametersFor } = require('./support/resources');
const { runNode } = require('./support/run');

const folder = join(__dirname, '../dist/nodes/SixtySixPusher/__schema__/v1.0.0');
const schemaOf = (resource, operation) =>
	JSON.parse(readFileSync(join(folder, resource, `${operation}.json`), 'utf8'));

/** JSON Schema's name for the type of a value. */
function typeOf(value) {
	if (value === null) return 'null';
	return Number.isInteger(value) ? 'integer' : typeof value;
}

/**
 * The ID of an entry on the installation: of a new one, if the resource can be created.
 *
 * @throws {Error} when there is none, so that no operation goes untested
 */
async function anEntry(sandbox, resource) {
	const canCreate = operationsOf(resource).some(({ value }) => value === 'create');
	const source = canCreate ? 'create' : 'getAll';
	const { json, error } = await runNode(sandbox, source, parametersFor(resource, source));
	if (error) throw error;
	if (json.length === 0) throw new Error(`The sandbox has no ${resource.definition.plural}`);
	return json[0].id;
}

/** What an operation can do nothing without, although the form requires none of it. */
const MORE_PARAMETERS = {
	'subscriber.update': { customParameters: { parameter: [{ key: 'plan', value: 'gold' }] } },
	'website.getStatistics': { startDate: '2025-01-01', endDate: '2025-12-31' },
};

describe.each(allOperations)('the schema of %s: %s', (name, operation, { resource }) => {
	test.each(Object.keys(PROFILES))('describes what comes out, on %s', async (profile) => {
		const sandbox = await startSandbox({
			profile,
			behaviour: { websitesList: true, segmentsList: true },
		});
		try {
			const id = await anEntry(sandbox, resource);
			const parameters = {
				...parametersFor(resource, operation, id),
				...MORE_PARAMETERS[`${name}.${operation}`],
			};
			const { json, error } = await runNode(sandbox, operation, parameters);
			const { properties } = schemaOf(name, operation);

			expect(error).toBeUndefined();
			expect(json.length).toBeGreaterThan(0);
			for (const item of json) {
				expect(Object.keys(item)).toEqual(Object.keys(properties));
				for (const [field, value] of Object.entries(item)) {
					expect([field, [properties[field].type].flat()]).toEqual([
						field,
						expect.arrayContaining([typeOf(value)]),
					]);
				}
			}
		} finally {
			await sandbox.stop();
		}
	});
});
