'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { PROFILES, startSandbox } = require('../tools/sandbox');
const { byId, newFlow, runNode } = require('./support/run');

const folder = join(__dirname, '../dist/nodes/SixtySixPusher/__schema__/v1.0.0/flow');
const schemaOf = (operation) => JSON.parse(readFileSync(join(folder, `${operation}.json`), 'utf8'));

const PARAMETERS = {
	create: newFlow(),
	update: { flowId: byId(1), updateFields: { title: 'Changed' } },
	get: { flowId: byId(1) },
	getAll: {},
	delete: { flowId: byId(1) },
};

/** JSON Schema's name for what kind of value this is. */
function typeOf(value) {
	if (value === null) return 'null';
	return Number.isInteger(value) ? 'integer' : typeof value;
}

describe.each(Object.keys(PARAMETERS))('the schema of %s', (operation) => {
	test.each(Object.keys(PROFILES))('tells what comes out, on %s', async (profile) => {
		const sandbox = await startSandbox({ profile });
		try {
			sandbox.addFlow({ id: 1 });
			const { json } = await runNode(sandbox, operation, PARAMETERS[operation]);
			const { properties } = schemaOf(operation);

			expect(json.length).toBeGreaterThan(0);
			for (const item of json) {
				expect(Object.keys(item)).toEqual(Object.keys(properties));
				for (const [name, value] of Object.entries(item)) {
					expect([name, [properties[name].type].flat()]).toEqual([
						name,
						expect.arrayContaining([typeOf(value)]),
					]);
				}
			}
		} finally {
			await sandbox.stop();
		}
	});
});
