'use strict';

const markdownTable = require('markdown-table');

/**
 * The tables of the READMEs, from the descriptions of the resources: operations, the fields that
 * they take, and the fields of *Get Many*. What depends on the language comes from `english.js` or
 * `chinese.js`.
 *
 * @typedef {import('n8n-workflow').INodeProperties} Property
 * @typedef {import('n8n-workflow').INodePropertyOptions} Option
 *
 * @typedef {import('../../build/modules/nodes/SixtySixPusher/resources/definition').FieldRule} FieldRule
 * @typedef {import('../../build/modules/nodes/SixtySixPusher/resources/definition').ResourceDefinition} Definition
 * @typedef {import('../../build/modules/nodes/SixtySixPusher/resources/definition').Resource} Resource
 *
 * @typedef {object} Field one row of a table
 * @property {Property} property
 * @property {string} [apiName] none for a setting of the node itself
 * @property {FieldRule} [rule] none without an API name
 * @property {Array<{name: string, isRequired: boolean}>} operations that show the field
 *
 * @typedef {object} Language
 * @property {{operations: string[], fields: string[], usedBy: string}} heads of the columns
 * @property {(definition: Definition, operation: Option) => string} operation what an operation does
 * @property {(definition: Definition, field: Field) => string} field what a field takes
 * @property {(names: string[]) => string} list of operations
 */

const LIST = 'getAll';

/** @param {string | undefined} name */
const code = (name) => (name === undefined ? '' : `\`${name}\``);

/**
 * @param {Resource} resource
 * @returns {Option[]}
 */
function operationsOf({ description }) {
	const operation = description.find(({ name }) => name === 'operation');
	return /** @type {Option[]} */ (operation?.options ?? []);
}

/**
 * The fields that these operations show, those in collections included, in their order in the form.
 * A field of several operations is one row.
 *
 * @param {Resource} resource
 * @param {Option[]} operations
 * @returns {Field[]}
 */
function fieldsOf({ definition, description }, operations) {
	/** @type {Map<string, Field>} */
	const fields = new Map();
	for (const property of description) {
		const shownFor = property.displayOptions?.show?.operation ?? [];
		for (const { name, value } of operations.filter((operation) =>
			shownFor.includes(operation.value),
		)) {
			for (const part of partsOf(property)) {
				const apiName = part.routing?.send?.property;
				const key = `${part.displayName} ${apiName}`;
				const field = fields.get(key) ?? {
					property: part,
					apiName,
					rule: apiName === undefined ? undefined : definition.fields[apiName],
					operations: [],
				};
				const isRequired = part.required === true && value !== LIST;
				field.operations.push({ name, isRequired });
				fields.set(key, field);
			}
		}
	}
	return [...fields.values()].filter(({ property }) => property.name !== 'simplify');
}

/**
 * @param {Property} property
 * @returns {Property[]} what a collection offers, or else the property itself
 */
function partsOf(property) {
	return property.type === 'collection' ? /** @type {Property[]} */ (property.options) : [property];
}

/**
 * The tables of a resource as rows of cells, by the names of their places in the READMEs. Left out
 * is what is the same everywhere and told once, in the text: how the item itself is chosen, and
 * *Simplify*.
 *
 * @param {Resource} resource
 * @param {Language} language
 * @returns {Record<string, string[][]>}
 */
function rowsOf(resource, language) {
	const { definition } = resource;
	const operations = operationsOf(resource);
	const fields = fieldsOf(
		resource,
		operations.filter(({ value }) => value !== LIST),
	).filter(({ apiName }) => apiName !== definition.idField);
	const listFields = fieldsOf(
		resource,
		operations.filter(({ value }) => value === LIST),
	);

	/** @param {Field} field */
	const cells = (field) => [
		field.property.displayName,
		code(field.apiName),
		language.field(definition, field),
	];
	/** @param {Field} field */
	const usedBy = (field) => language.list(field.operations.map(({ name }) => name));
	// Where all fields are those of the same operations, the heading above the table names them.
	const isMixed = new Set(fields.map(usedBy)).size > 1;
	const tables = {
		operations: [
			language.heads.operations,
			...operations.map((operation) => [operation.name, language.operation(definition, operation)]),
		],
		fields: isMixed
			? [
					[...language.heads.fields, language.heads.usedBy],
					...fields.map((field) => [...cells(field), usedBy(field)]),
				]
			: [language.heads.fields, ...fields.map(cells)],
		'get many': [language.heads.fields, ...listFields.map(cells)],
	};
	return Object.fromEntries(
		Object.entries(tables)
			.filter(([, rows]) => rows.length > 1)
			.map(([name, rows]) => [`${definition.name} ${name}`, rows]),
	);
}

/**
 * The tables of all resources in Markdown, by the names of their places in the READMEs.
 *
 * @param {readonly Resource[]} resources
 * @param {Language} language
 * @returns {Array<{name: string, label: string, tables: Record<string, string>}>}
 */
function tablesOf(resources, language) {
	return resources.map((resource) => {
		const { name, label } = resource.definition;
		const tables = Object.entries(rowsOf(resource, language)).map(([place, rows]) => [
			place,
			markdownTable(rows.map(escaped)),
		]);
		return { name, label, tables: Object.fromEntries(tables) };
	});
}

/** The most values of a field that its row lists. */
const MAX_VALUES = 30;

/**
 * The values of a list of options, as an expression gives them; with the label where it is another
 * word. Numbers are durations, whose labels say no more.
 *
 * @param {Property} property
 * @param {(label: string, value: string) => string} labelled
 * @returns {string[]} empty for what is no list of options
 */
function valuesOf({ type, options = [] }, labelled) {
	if (type !== 'options' && type !== 'multiOptions') return [];
	// All countries would fill the page: the description names the standard.
	if (options.length > MAX_VALUES) return [];
	return /** @type {Option[]} */ (options).map(({ name, value }) => {
		if (typeof value === 'number') return String(value);
		const text = String(value);
		const isSame = name.toLowerCase() === text.toLowerCase();
		return isSame ? code(text) : labelled(name, code(text));
	});
}

/** @param {string[]} cells */
const escaped = (cells) => cells.map((cell) => cell.replaceAll('|', '\\|'));

module.exports = { rowsOf, tablesOf, valuesOf };
