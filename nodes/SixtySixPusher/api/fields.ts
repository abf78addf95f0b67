import {
	DATETIME_FIELDS,
	LONGEST_TEXT,
	LONGEST_WAIT,
	ORDER_FIELDS,
	SEARCHABLE_FIELDS,
	TTL_SECONDS,
} from './limits';

/**
 * What the Flows API says of its parameters: names, labels, kinds and, from `limits.ts`, values.
 * The checks before sending read them here, and the tests hold the form and the documentation to it.
 */

/** Without these, a flow can't be created. All else is optional, and on update these are too. */
export const REQUIRED_ON_CREATE = [
	'website_id',
	'name',
	'title',
	'description',
	'wait_time',
	'wait_time_type',
];

/** What a simplified flow keeps, most useful first. */
export const SIMPLIFIED_FIELDS = [
	'id',
	'website_id',
	'name',
	'title',
	'description',
	'url',
	'image_url',
	'wait_time',
	'wait_time_type',
	'is_enabled',
];

export interface FieldRule {
	/** The parameter's label in the form, by which a message names it. */
	label: string;
	kind: 'text' | 'search' | 'id' | 'idOrAll' | 'integer' | 'choice' | 'switch' | 'moment' | 'image';
	/** Can be changed, but not emptied: a flow without it says nothing. */
	mustHaveText?: true;
	/** Text: see LONGEST_TEXT. */
	maxLength?: number;
	/** Choice: the values that the API knows. */
	values?: ReadonlyArray<string | number>;
	/** Switch: on create, the installation reads the field's mere presence as "on". */
	onWhenPresent?: true;
}

/** Every parameter that the API takes, under the API's own name. */
export const FIELDS: Readonly<Record<string, FieldRule>> = {
	flow_id: { label: 'Flow', kind: 'id' },

	website_id: { label: 'Website', kind: 'id' },
	name: { label: 'Name', kind: 'text', mustHaveText: true, maxLength: LONGEST_TEXT.name },
	title: { label: 'Title', kind: 'text', mustHaveText: true, maxLength: LONGEST_TEXT.title },
	description: {
		label: 'Description',
		kind: 'text',
		mustHaveText: true,
		maxLength: LONGEST_TEXT.description,
	},
	wait_time: { label: 'Wait Time', kind: 'integer' },
	wait_time_type: {
		label: 'Wait Time Unit',
		kind: 'choice',
		values: Object.keys(LONGEST_WAIT),
	},
	url: { label: 'URL', kind: 'text', maxLength: LONGEST_TEXT.url },
	image: { label: 'Image Data Field Name', kind: 'image' },
	button_title_1: { label: 'Button 1 Title', kind: 'text', maxLength: LONGEST_TEXT.button_title },
	button_url_1: { label: 'Button 1 URL', kind: 'text', maxLength: LONGEST_TEXT.button_url },
	button_title_2: { label: 'Button 2 Title', kind: 'text', maxLength: LONGEST_TEXT.button_title },
	button_url_2: { label: 'Button 2 URL', kind: 'text', maxLength: LONGEST_TEXT.button_url },
	is_silent: { label: 'Silent', kind: 'switch', onWhenPresent: true },
	is_auto_hide: { label: 'Auto Hide', kind: 'switch', onWhenPresent: true },
	is_enabled: { label: 'Enabled', kind: 'switch' },
	ttl: { label: 'Time to Live', kind: 'choice', values: TTL_SECONDS },
	utm_source: { label: 'UTM Source', kind: 'text', maxLength: LONGEST_TEXT.utm },
	utm_medium: { label: 'UTM Medium', kind: 'text', maxLength: LONGEST_TEXT.utm },
	utm_campaign: { label: 'UTM Campaign', kind: 'text', maxLength: LONGEST_TEXT.utm },
	segment: { label: 'Segment', kind: 'idOrAll' },

	search: { label: 'Search', kind: 'search' },
	search_by: { label: 'Search By', kind: 'choice', values: SEARCHABLE_FIELDS },
	datetime_field: { label: 'Date Field', kind: 'choice', values: DATETIME_FIELDS },
	datetime_start: { label: 'From Date', kind: 'moment' },
	datetime_end: { label: 'To Date', kind: 'moment' },
	order_by: { label: 'Order By', kind: 'choice', values: ORDER_FIELDS },
	order_type: { label: 'Order Direction', kind: 'choice', values: ['ASC', 'DESC'] },
};
