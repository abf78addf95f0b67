/**
 * What the Flows API says of its parameters: the one place for names, labels, values and limits.
 * The form's descriptions, the checks before sending and the documentation tests read them here.
 *
 * Documented: names, allowed values, what is required on create. Seen on installations and not
 * documented: the lengths at which texts are cut and the 90 days to which a wait is cut.
 */

/** Seconds that a push service keeps trying to deliver. */
export const TTL_SECONDS = [
	0, 900, 1800, 3600, 10800, 21600, 43200, 86400, 259200, 432000, 604800, 1209600, 2419200,
];

/** The longest wait, 90 days, in each unit. */
export const LONGEST_WAIT: Readonly<Record<string, number>> = {
	minutes: 90 * 24 * 60,
	hours: 90 * 24,
	days: 90,
};

/** Reserved value of `segment`: every subscriber of the website. */
export const ALL_SUBSCRIBERS = 'all';

export const SEARCHABLE_FIELDS = ['name', 'title', 'description', 'url'];
export const DATETIME_FIELDS = ['datetime', 'last_datetime', 'last_sent_datetime'];
export const ORDER_FIELDS = [
	'flow_id',
	...DATETIME_FIELDS,
	'name',
	'title',
	'total_sent_push_notifications',
	'total_displayed_push_notifications',
	'total_clicked_push_notifications',
	'total_closed_push_notifications',
];

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
	/** Text: characters (Unicode code points) that the installation keeps. */
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
	name: { label: 'Name', kind: 'text', mustHaveText: true, maxLength: 256 },
	title: { label: 'Title', kind: 'text', mustHaveText: true, maxLength: 64 },
	description: { label: 'Description', kind: 'text', mustHaveText: true, maxLength: 128 },
	wait_time: { label: 'Wait Time', kind: 'integer' },
	wait_time_type: {
		label: 'Wait Time Unit',
		kind: 'choice',
		values: Object.keys(LONGEST_WAIT),
	},
	url: { label: 'URL', kind: 'text', maxLength: 512 },
	image: { label: 'Image Input Data Field Name', kind: 'image' },
	button_title_1: { label: 'Button 1 Title', kind: 'text', maxLength: 16 },
	button_url_1: { label: 'Button 1 URL', kind: 'text', maxLength: 512 },
	button_title_2: { label: 'Button 2 Title', kind: 'text', maxLength: 16 },
	button_url_2: { label: 'Button 2 URL', kind: 'text', maxLength: 512 },
	is_silent: { label: 'Silent', kind: 'switch', onWhenPresent: true },
	is_auto_hide: { label: 'Auto Hide', kind: 'switch', onWhenPresent: true },
	is_enabled: { label: 'Enabled', kind: 'switch' },
	ttl: { label: 'Time to Live', kind: 'choice', values: TTL_SECONDS },
	utm_source: { label: 'UTM Source', kind: 'text', maxLength: 128 },
	utm_medium: { label: 'UTM Medium', kind: 'text', maxLength: 128 },
	utm_campaign: { label: 'UTM Campaign', kind: 'text', maxLength: 128 },
	segment: { label: 'Segment', kind: 'idOrAll' },

	search: { label: 'Search', kind: 'search' },
	search_by: { label: 'Search By', kind: 'choice', values: SEARCHABLE_FIELDS },
	datetime_field: { label: 'Date Field', kind: 'choice', values: DATETIME_FIELDS },
	datetime_start: { label: 'From Date', kind: 'moment' },
	datetime_end: { label: 'To Date', kind: 'moment' },
	order_by: { label: 'Order By', kind: 'choice', values: ORDER_FIELDS },
	order_type: { label: 'Order Direction', kind: 'choice', values: ['ASC', 'DESC'] },
};
