/**
 * The values that the Flows API takes. Documented: the lists of allowed values. Seen on installations
 * and not documented: the lengths at which texts are cut, and the 90 days to which a wait is cut.
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

/** Characters (Unicode code points) that the installation keeps of a text; it cuts the rest off. */
export const LONGEST_TEXT = {
	name: 256,
	title: 64,
	description: 128,
	url: 512,
	button_title: 16,
	button_url: 512,
	utm: 128,
};
