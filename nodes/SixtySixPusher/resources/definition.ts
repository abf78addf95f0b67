import type { INodeListSearchItems, INodeProperties, NodeHint } from 'n8n-workflow';

import type { Subject } from '../errors/subject';
import type { Entry } from '../transport/values';

export type FieldKind =
	| 'text'
	/** Text to search for. */
	| 'search'
	| 'id'
	/** An ID, or `all`. */
	| 'idOrAll'
	/** A whole number above 0. */
	| 'integer'
	| 'options'
	| 'boolean'
	| 'dateTime'
	/** A day without a time. */
	| 'date'
	/** Several IDs, sent as `1,2,3`. */
	| 'idList'
	/** Several texts, sent as `a,b`. */
	| 'textList'
	/** Several options, sent as `name[0]`, `name[1]`, … */
	| 'optionList'
	/** Rows of several columns, sent as `name_column[0]`, `name_column[1]`, … for each column. */
	| 'rows'
	/** The name of the input field that contains the file. */
	| 'image';

/** By what a value is checked before it is sent. */
export interface FieldRule {
	/** The parameter's label in the form, by which messages name it. */
	readonly label: string;
	readonly kind: FieldKind;
	/** Can be changed but not emptied. */
	readonly mustHaveText?: true;
	/** Rows: the rules of their columns, by the names that the API adds to the field's. */
	readonly columns?: FieldRules;
	/** API name of a field without which this one means nothing. */
	readonly needs?: string;
	/** Filters: the value that counts if the form has none. */
	readonly byDefault?: string;
	/** A filter that no installation knows: applied here only, and not sent. */
	readonly filteredHere?: true;
	/** Text: characters (Unicode code points) that the installation keeps; it cuts off the rest. */
	readonly maxLength?: number;
	/** Options and lists of them: the values that the API accepts. */
	readonly values?: ReadonlyArray<string | number>;
	/** Boolean: on create, the installation reads the field's mere presence as on. */
	readonly onWhenPresent?: true;
}

/** Rules by the API's name of the field. */
export type FieldRules = Readonly<Record<string, FieldRule>>;

/** A field of a form: n8n's property, and what the API and the checks need to know of it. */
export interface Field {
	readonly apiName: string;
	readonly rule: FieldRule;
	readonly property: INodeProperties;
}

export type JsonType = 'boolean' | 'integer' | 'number' | 'object' | 'string' | 'null';

/** Fields of an output by name, with their types in JSON. */
export type OutputFields = Readonly<Record<string, JsonType | readonly JsonType[]>>;

/** A duration in two fields, which mean nothing without each other. */
export interface Duration {
	/** API names of the amount and of its unit. */
	readonly amount: string;
	readonly unit: string;
	readonly maxDays: number;
	/** How many of each unit a day has. */
	readonly perDay: Readonly<Record<string, number>>;
}

/** What the operations need to know of a resource: data alone. */
export interface ResourceDefinition extends Subject {
	/** Value of the Resource parameter, e.g. `flow`. */
	readonly name: string;
	/** Its label, e.g. `Flow`. */
	readonly label: string;
	/** Path of the collection, e.g. `/flows`; an entry is at `/flows/12`. */
	readonly path: string;
	/** Path of the list, if it is documented in another way, e.g. `/flows/`. */
	readonly listPath?: string;
	/** The API's name of the entry's ID, e.g. `flow_id`. */
	readonly idField: string;
	readonly fields: FieldRules;
	/** Fields without which the API creates nothing. */
	readonly required?: readonly string[];
	readonly durations?: readonly Duration[];
	/** The boolean under Options by which a stored entry is read back, if the form has one. */
	readonly returnOption?: { readonly name: string; readonly label: string };
	/** Fields of the simplified output, most useful first, with their types in JSON. */
	readonly simplified: OutputFields;
	/** The same for operations that output something else, by operation. */
	readonly outputs?: Readonly<Record<string, OutputFields>>;
	/** If the API's entry contains secrets: matches the fields that may be output, and no other. */
	readonly publicFields?: RegExp;
	/** If the entries of a list can be very large: the most to ask for in one page. */
	readonly maxPageSize?: number;
}

/** The entries that a resource locator offers. */
export interface ListSource extends Subject {
	/** Path of the list, e.g. `/websites`. */
	readonly path: string;
	/** Choices that stand before the entries. */
	readonly before?: readonly INodeListSearchItems[];
	/** Whether only entries of the website chosen in the form are offered, if one is chosen. */
	readonly ofChosenWebsite?: boolean;
	/** All that is shown of an entry: it may contain secrets. */
	readonly labelOf: (entry: Entry) => string;
}

/** A resource as the node composes it. */
export interface Resource {
	readonly definition: ResourceDefinition;
	/** The Operation parameter and the fields of all operations, in their order in the form. */
	readonly description: readonly INodeProperties[];
	readonly hints?: readonly NodeHint[];
	/** Lists behind resource locators, by their names in the locators. */
	readonly lists?: Readonly<Record<string, ListSource>>;
}
