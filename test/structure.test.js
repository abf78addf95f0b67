'use strict';

const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const madge = require('madge');
const { SixtySixPusher, SixtySixPusherApi } = require('..');
const { PAGE_SIZES } = require('../build/modules/nodes/SixtySixPusher/api/pageSizes');
const { operations } = require('../build/modules/nodes/SixtySixPusher/operations');
const { flow } = require('../build/modules/nodes/SixtySixPusher/resources/flow/definition');
const documented = require('./support/documented');
const { FAULTS, OPERATIONS } = require('./support/faults');
const {
	allOperations,
	fieldsOf,
	operationsOf,
	outputOf,
	resources,
	sentBy,
} = require('./support/resources');

const { SPECIAL_OPERATIONS } = require('./support/specialOperations');

const root = join(__dirname, '..');

/** Of operations whose path is not the resource's own. */
const PATHS = { 'website.getStatistics': '/subscribers-statistics' };
const schemas = join(root, 'dist/nodes/SixtySixPusher/__schema__/v1.0.0');
const { description, methods } = new SixtySixPusher();
const properties = description.properties.flatMap((property) =>
	property.type === 'collection' ? [property, ...property.options] : [property],
);
const collections = description.properties.filter(({ type }) => type === 'collection');

describe.each(allOperations)('%s: %s', (name, value, { resource, operation }) => {
	const { definition } = resource;

	test('has an action in sentence case that names the resource', () => {
		const { singular, plural } = definition;
		const [named] = [plural, singular].filter((noun) => operation.action.includes(noun));
		expect(named).toBeDefined();
		expect(operation.action.replace(named, 'noun')).toMatch(/^[A-Z][a-z]+( [a-z]+)*$/);
		if (value === 'getAll') expect(operation.action).toBe(`Get many ${plural}`);
	});

	test('has a description for a person and for a language model', () => {
		expect(operation.description.length).toBeGreaterThan(30);
		expect(operation.description).not.toMatch(/\.$/);
	});

	test('is routed through the pagination function, at a path of the resource', () => {
		const { request, send, operations: routed, output } = operation.routing;
		const path = PATHS[`${name}.${value}`] ?? definition.path;
		expect(request.url).toMatch(new RegExp(`^${path}(/|$)`));
		expect(['GET', 'POST', 'DELETE']).toContain(request.method);
		expect(send).toEqual({ paginate: true });
		expect(routed.pagination).toEqual(expect.any(Function));
		expect(output).toBeUndefined();
	});

	test('has a schema of what it outputs', () => {
		const schema = JSON.parse(readFileSync(join(schemas, name, `${value}.json`), 'utf8'));
		const output = outputOf(definition, value);
		expect(schema.type).toBe('object');
		expect(Object.keys(schema.properties)).toEqual(Object.keys(output));
		if (output === definition.simplified) expect(output).toHaveProperty('id');
		if (value === 'delete') expect(schema.properties).toHaveProperty('deleted');
	});

	test('shows no parameter twice', () => {
		const names = fieldsOf(name, value).map((field) => field.name);
		expect(names.filter((field, index) => names.indexOf(field) !== index)).toEqual([]);
	});

	test('checks what it sends, under the same labels and options as the form', () => {
		for (const [apiName, { displayName, type, options }] of Object.entries(sentBy(name, value))) {
			const rule = definition.fields[apiName];
			expect([apiName, rule?.label]).toEqual([apiName, displayName]);
			if (type === 'options') {
				const values = options.map((option) => option.value).sort();
				expect([apiName, [...rule.values].sort()]).toEqual([apiName, values]);
			}
		}
	});

	test('states the length of each text that it limits', () => {
		const limited = Object.entries(sentBy(name, value)).filter(
			([apiName, { routing }]) =>
				routing.send.type === 'body' && definition.fields[apiName].maxLength,
		);
		for (const [apiName, property] of limited) {
			const { maxLength } = definition.fields[apiName];
			expect(property.description).toContain(`t most ${maxLength} characters`);
		}
	});
});

describe.each(resources.map((resource) => [resource.definition.name, resource]))(
	'the resource %s',
	(name, resource) => {
		test('is offered, under its label', () => {
			const { options } = description.properties.find((property) => property.name === 'resource');
			expect(options).toContainEqual({ name: resource.definition.label, value: name });
		});

		test('offers its operations in the order of their labels', () => {
			const labels = operationsOf(resource).map((operation) => operation.name);
			expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b)));
		});

		test('has every required field of a new entry in the form, as required', () => {
			const sent = sentBy(name, 'create');
			for (const apiName of resource.definition.required ?? []) {
				expect([apiName, sent[apiName]?.required]).toEqual([apiName, true]);
			}
		});
	},
);

test('resources are in the order of their labels', () => {
	const labels = resources.map(({ definition }) => definition.label);
	expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b)));
});

test('no field is required inside a collection', () => {
	const inside = collections.flatMap(({ options }) => options);
	expect(inside.filter(({ required }) => required)).toEqual([]);
});

test('no field has a request or an output of its own', () => {
	expect(properties.filter(({ routing }) => routing?.request || routing?.output)).toEqual([]);
});

test('collections are in the order of their labels', () => {
	expect(collections.length).toBeGreaterThan(4);
	for (const { options } of collections) {
		const labels = options.map(({ displayName }) => displayName);
		expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b)));
	}
});

test('every list behind a locator exists, and every list is behind a locator', () => {
	const locators = properties.filter(({ type }) => type === 'resourceLocator');
	const lists = locators.map(({ modes }) => modes[0].typeOptions.searchListMethod);
	expect([...new Set(lists)].sort()).toEqual(Object.keys(methods.listSearch).sort());
	for (const { modes } of locators) expect(modes.map(({ name }) => name)).toEqual(['list', 'id']);
});

test('all text that people read is ASCII', () => {
	const text = JSON.stringify([description, new SixtySixPusherApi()]);
	expect(text).not.toMatch(/[^\x20-\x7e]/);
});

test('every way of working is in the table of faults, with an outcome in each row', () => {
	const all = [...OPERATIONS, ...Object.keys(SPECIAL_OPERATIONS)];
	expect(all.sort()).toEqual(Object.keys(operations).sort());
	for (const operation of OPERATIONS) {
		const rows = FAULTS.filter(({ on }) => on === undefined || on.includes(operation));
		expect(rows.length).toBeGreaterThan(20);
		for (const { outcomes } of rows) expect(outcomes[operation]).toBeDefined();
	}
});

describe('flows', () => {
	test('have the operations of the API and Create or Update, by the names in saved workflows', () => {
		const [resource] = resources.filter(({ definition }) => definition.name === 'flow');
		expect(
			operationsOf(resource)
				.map(({ value }) => value)
				.sort(),
		).toEqual(['create', 'delete', 'get', 'getAll', 'update', 'upsert']);
	});

	test.each(['create', 'delete', 'get', 'getAll', 'update'])(
		'have an example of %s',
		(operation) => {
			const used = readdirSync(join(root, 'examples'))
				.filter((name) => name.endsWith('.json'))
				.flatMap((name) => JSON.parse(readFileSync(join(root, 'examples', name), 'utf8')).nodes)
				.filter(({ type }) => type.startsWith('n8n-nodes-66pusher.'))
				.filter(({ parameters }) => (parameters.resource ?? 'flow') === 'flow')
				.map(({ parameters }) => parameters.operation ?? 'create');
			expect(used).toContain(operation);
		},
	);

	test('have every documented parameter in Create, the required ones as required', () => {
		const sent = sentBy('flow', 'create');
		expect(Object.keys(sent).sort()).toEqual(Object.keys(documented.CREATE).sort());
		for (const [name, kind] of Object.entries(documented.CREATE)) {
			expect([name, sent[name].required === true]).toEqual([name, kind === 'required']);
		}
	});

	test('have every documented parameter in Update, none of them required', () => {
		const { flow_id: flowId, ...sent } = sentBy('flow', 'update');
		expect(flowId.required).toBe(true);
		expect(Object.keys(sent).sort()).toEqual(Object.keys(documented.CREATE).sort());
	});

	test('have every documented parameter in Get Many', () => {
		expect(Object.keys(sentBy('flow', 'getAll')).sort()).toEqual([...documented.LIST].sort());
	});

	test('have the documented values', () => {
		const { ttl, wait_time_type: unit } = sentBy('flow', 'create');
		expect(ttl.options.map(({ value }) => value)).toEqual(documented.TTLS);
		expect(flow.fields.ttl.values).toEqual(documented.TTLS);
		expect(unit.options.map(({ value }) => value)).toEqual(documented.WAIT_TIME_TYPES);
		expect(PAGE_SIZES).toEqual(documented.PAGE_SIZES);
	});

	test('have eleven texts with a limit', () => {
		const limited = Object.keys(sentBy('flow', 'create')).filter(
			(name) => flow.fields[name].maxLength,
		);
		expect(limited).toHaveLength(11);
	});

	test('show the time to live in the largest unit that fits', () => {
		const { options } = sentBy('flow', 'create').ttl;
		expect(options.map(({ name }) => name)).toEqual([
			'Only While Online',
			'15 Minutes',
			'30 Minutes',
			'1 Hour',
			'3 Hours',
			'6 Hours',
			'12 Hours',
			'1 Day',
			'3 Days',
			'5 Days',
			'1 Week',
			'2 Weeks',
			'4 Weeks',
		]);
	});
});

test('no source imports itself through others', async () => {
	const config = { fileExtensions: ['ts'], tsConfig: join(root, 'tsconfig.json') };
	const graph = await madge([join(root, 'nodes'), join(root, 'credentials')], config);
	expect(Object.keys(graph.obj()).length).toBeGreaterThan(50);
	expect(graph.circular()).toEqual([]);
});

const docs = join(__dirname, '..', '..', 'shared', 'api');
const testWithDocs = existsSync(docs) ? test : test.skip;

testWithDocs.each(['ospyo', 'btools'])('the documentation of %s lists these parameters', (name) => {
	const page = readFileSync(join(docs, `flows-docs-${name}.txt`), 'utf8');
	const create = page.slice(
		page.indexOf('POST '),
		page.indexOf('POST ', page.indexOf('POST ') + 9),
	);
	const rows = [...create.matchAll(/^(\w+) (必填|可选) /gm)].map(([, field, kind]) => [
		field,
		kind === '必填' ? 'required' : 'optional',
	]);
	const expected = Object.entries(documented.CREATE).filter(
		([field]) => name === 'btools' || field !== 'segment',
	);
	expect(rows.length).toBeGreaterThan(18);
	expect(rows).toEqual(expected);
	expect(page).toContain(documented.PAGE_SIZES.join(' , '));
	expect(page).toContain(documented.TTLS.join(' , '));
});
