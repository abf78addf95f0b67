'use strict';

const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { NodeHelpers } = require('n8n-workflow');
const { SixtySixPusher, SixtySixPusherApi } = require('..');
const { FIELDS } = require('../build/modules/nodes/SixtySixPusher/api/fields');
const { TTL_SECONDS } = require('../build/modules/nodes/SixtySixPusher/api/limits');
const { PAGE_SIZES } = require('../build/modules/nodes/SixtySixPusher/api/pageSizes');
const documented = require('./support/documented');
const { FAULTS } = require('./support/faults');

const root = join(__dirname, '..');
const { description, methods } = new SixtySixPusher();
const operations = description.properties.find(({ name }) => name === 'operation').options;

const usedInExamples = readdirSync(join(root, 'examples'))
	.filter((name) => name.endsWith('.json'))
	.flatMap((name) => JSON.parse(readFileSync(join(root, 'examples', name), 'utf8')).nodes)
	.filter(({ type }) => type.startsWith('n8n-nodes-66pusher.'))
	.map(({ parameters }) => parameters.operation ?? 'create');

/** The properties that an operation shows, those in collections included. */
function fieldsOf(operation) {
	const values = { resource: 'flow', operation, returnAll: false };
	const shown = description.properties.filter((property) =>
		NodeHelpers.displayParameter(values, property, { typeVersion: 1 }, description),
	);
	return shown.flatMap((property) =>
		property.type === 'collection' ? [property, ...property.options] : [property],
	);
}

/** Name in the API → property of the form, for what an operation sends. */
function sentBy(operation) {
	return Object.fromEntries(
		fieldsOf(operation)
			.filter(({ routing }) => routing?.send?.property)
			.map((property) => [property.routing.send.property, property]),
	);
}

describe.each(operations.map((operation) => [operation.value, operation]))('%s', (_, operation) => {
	test('has its action, in words for a person and for a language model', () => {
		expect(operation.action).toMatch(/^[A-Z][a-z]+ (many )?flows?$/);
		expect(operation.description.length).toBeGreaterThan(30);
		expect(operation.description).not.toMatch(/\.$/);
	});

	test('takes the one road', () => {
		const { request, send, operations: road } = operation.routing;
		expect(request.url).toMatch(/^\/flows/);
		expect(send).toEqual({ paginate: true });
		expect(road.pagination).toEqual(expect.any(Function));
		expect(operation.routing.output).toBeUndefined();
	});

	test('has its schema, its example and its faults', () => {
		const schema = `dist/nodes/SixtySixPusher/__schema__/v1.0.0/flow/${operation.value}.json`;
		expect(JSON.parse(readFileSync(join(root, schema), 'utf8')).properties).toHaveProperty(
			operation.value === 'delete' ? 'deleted' : 'id',
		);
		expect(usedInExamples).toContain(operation.value);
		const rows = FAULTS.filter(({ on }) => on === undefined || on.includes(operation.value));
		expect(rows.length).toBeGreaterThan(20);
		for (const { outcomes } of rows) expect(outcomes[operation.value]).toBeDefined();
	});

	test('shows no parameter twice', () => {
		const names = fieldsOf(operation.value).map(({ name }) => name);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
	});

	test('labels what it sends as the messages name it', () => {
		for (const [name, { displayName }] of Object.entries(sentBy(operation.value))) {
			expect([name, displayName]).toEqual([name, FIELDS[name].label]);
		}
	});
});

test('the operations are the five that the API has, by the names of saved workflows', () => {
	expect(operations.map(({ value }) => value).sort()).toEqual([
		'create',
		'delete',
		'get',
		'getAll',
		'update',
	]);
});

test('no field is required inside a collection, and none has a route of its own', () => {
	const all = operations.flatMap(({ value }) => fieldsOf(value));
	const collections = all.filter(({ type }) => type === 'collection');
	expect(collections.flatMap(({ options }) => options).filter(({ required }) => required)).toEqual(
		[],
	);
	expect(all.filter(({ routing }) => routing?.request || routing?.output)).toEqual([]);
});

test('collections are in the order of their labels', () => {
	for (const { options } of fieldsOf('create')
		.concat(fieldsOf('update'), fieldsOf('getAll'))
		.filter(({ type }) => type === 'collection')) {
		const labels = options.map(({ displayName }) => displayName);
		expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b)));
	}
});

describe('every documented parameter is in the form', () => {
	test('of create, the required ones as required', () => {
		const sent = sentBy('create');
		expect(Object.keys(sent).sort()).toEqual(Object.keys(documented.CREATE).sort());
		for (const [name, kind] of Object.entries(documented.CREATE)) {
			expect([name, sent[name].required === true]).toEqual([name, kind === 'required']);
		}
	});

	test('of update, none required', () => {
		const { flow_id: flow, ...sent } = sentBy('update');
		expect(flow.required).toBe(true);
		expect(Object.keys(sent).sort()).toEqual(Object.keys(documented.CREATE).sort());
	});

	test('of get many', () => {
		expect(Object.keys(sentBy('getAll')).sort()).toEqual([...documented.LIST].sort());
	});

	test('with the documented values', () => {
		const { ttl, wait_time_type: unit } = sentBy('create');
		expect(ttl.options.map(({ value }) => value)).toEqual(documented.TTLS);
		expect(TTL_SECONDS).toEqual(documented.TTLS);
		expect(unit.options.map(({ value }) => value)).toEqual(documented.WAIT_TIME_TYPES);
		expect(PAGE_SIZES).toEqual(documented.PAGE_SIZES);
		for (const [name, property] of Object.entries(sentBy('getAll'))) {
			const values = property.options?.map(({ value }) => value).sort();
			if (values) expect([name, values]).toEqual([name, [...FIELDS[name].values].sort()]);
		}
	});

	test('its length in the description', () => {
		const limited = Object.entries(sentBy('create')).filter(([name]) => FIELDS[name].maxLength);
		expect(limited).toHaveLength(11);
		for (const [name, property] of limited) {
			expect(property.description).toContain(`t most ${FIELDS[name].maxLength} characters`);
		}
	});
});

const docs = join(__dirname, '..', '..', 'shared', 'api');
const testWithDocs = existsSync(docs) ? test : test.skip;

testWithDocs.each(['ospyo', 'btools'])('the tables of %s name these parameters', (name) => {
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

test('every list behind a locator exists', () => {
	const locators = operations
		.flatMap(({ value }) => fieldsOf(value))
		.filter(({ type }) => type === 'resourceLocator');
	const lists = locators.map(({ modes }) => modes[0].typeOptions.searchListMethod);
	expect([...new Set(lists)].sort()).toEqual(Object.keys(methods.listSearch).sort());
	for (const { modes } of locators) expect(modes.map(({ name }) => name)).toEqual(['list', 'id']);
});

test('durations are told as people say them', () => {
	const { options } = sentBy('create').ttl;
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

test('text that people read is plain ASCII English', () => {
	const read = JSON.stringify([description, new SixtySixPusherApi()]);
	expect(read).not.toMatch(/[^\x20-\x7e]/);
});
