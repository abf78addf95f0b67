import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Field, FieldKind, FieldRule, FieldRules } from '../definition';

/** Of n8n's types that say which kind of value it is. */
const KINDS: Partial<Record<INodeProperties['type'], FieldKind>> = {
	boolean: 'boolean',
	dateTime: 'dateTime',
	fixedCollection: 'rows',
	multiOptions: 'optionList',
	number: 'integer',
	options: 'options',
	resourceLocator: 'id',
	string: 'text',
};

/**
 * A field, written once: n8n's property, and from it the rule by which its value is checked.
 *
 * @param apiName the API parameter it maps to
 * @param property label, type, options and texts; a limit in `rule` is added to its description
 * @param rule what the property doesn't say
 */
export function field(
	apiName: string,
	property: INodeProperties,
	rule: Partial<FieldRule> = {},
): Field {
	const { displayName: label, type, options } = property;
	const kind = rule.kind ?? KINDS[type] ?? 'text';
	const hasValues = kind === 'options' || kind === 'optionList';
	const values = hasValues ? optionValues(options) : undefined;
	return {
		apiName,
		rule: { label, kind, values, ...rule },
		property: { ...property, description: withLimit(property.description, rule.maxLength) },
	};
}

function optionValues(options: INodeProperties['options'] = []): Array<string | number> {
	return options
		.filter((option): option is INodePropertyOptions => 'value' in option)
		.map(({ value }) => (typeof value === 'number' ? value : String(value)));
}

function withLimit(description = '', maxLength?: number): string {
	if (maxLength === undefined) return description;
	const sentence = description.endsWith('.') ? description : `${description}.`;
	return `${sentence} At most ${maxLength} characters.`;
}

/**
 * A field of rows, each with the same columns. The values of a column go to the API under the field's
 * name and the column's.
 *
 * @param columns their API names are what is added to the field's
 */
export function rowsField(
	apiName: string,
	property: Omit<INodeProperties, 'type' | 'default' | 'options'>,
	columns: Field[],
	rule: Partial<FieldRule> = {},
): Field {
	const values = columns.map((column) => column.property);
	return field(
		apiName,
		{
			...property,
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			options: [{ displayName: 'Parameter', name: 'parameter', values }],
		},
		{ columns: rulesOf(columns), ...rule },
	);
}

/** The same field with another description, where it means something else. */
export function describedAs(original: Field, description: string): Field {
	const property = { ...original.property, description };
	return { ...original, property };
}

/** The fields' rules by the API's names, for a resource's definition. */
export function rulesOf(fields: Field[]): FieldRules {
	return Object.fromEntries(fields.map(({ apiName, rule }) => [apiName, rule]));
}

/** The fields as n8n's properties, whose values n8n gathers for the request's body. */
export function bodyFields(fields: Field[]): INodeProperties[] {
	return fields.map(({ apiName, property }) => ({
		...property,
		routing: { send: { type: 'body', property: apiName } },
	}));
}

/** The fields as n8n's properties, whose values n8n gathers for the request's query. */
export function queryFields(fields: Field[]): INodeProperties[] {
	return fields.map(({ apiName, property }) => ({
		...property,
		routing: { send: { type: 'query', property: apiName } },
	}));
}

/** In the order of their labels, as n8n lists the fields of a collection. */
export function byLabel(fields: Field[]): Field[] {
	return [...fields].sort((a, b) => (a.rule.label < b.rule.label ? -1 : 1));
}
