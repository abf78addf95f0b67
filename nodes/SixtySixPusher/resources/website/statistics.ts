import { field } from '../common/field';

// The fields of *Get Statistics*.

export const startDate = field(
	'start_date',
	{
		displayName: 'Start Date',
		name: 'startDate',
		type: 'dateTime',
		default: '',
		placeholder: 'e.g. 2026-01-01',
		description: "First day, on the installation's clock. A time of day is ignored.",
	},
	{ kind: 'date' },
);

export const endDate = field(
	'end_date',
	{
		displayName: 'End Date',
		name: 'endDate',
		type: 'dateTime',
		default: '',
		placeholder: 'e.g. 2026-01-31',
		description: "Last day, on the installation's clock. A time of day is ignored.",
	},
	{ kind: 'date' },
);

/** The value by which subscribers are counted by day. */
export const OVERVIEW = 'overview';

export const breakdown = field('type', {
	displayName: 'Breakdown',
	name: 'breakdown',
	type: 'options',
	options: [
		{ name: 'Browser', value: 'browser_name' },
		{ name: 'Browser Language', value: 'browser_language' },
		{ name: 'City', value: 'city_name' },
		{ name: 'Continent', value: 'continent_code' },
		{ name: 'Country', value: 'country_code' },
		{ name: 'Day', value: OVERVIEW, description: 'By month if the dates are far apart' },
		{ name: 'Device Type', value: 'device_type' },
		{ name: 'Operating System', value: 'os_name' },
		{ name: 'Subscribed on URL', value: 'subscribed_on_url' },
	],
	default: OVERVIEW,
	description: 'By what the subscribers who came between the two dates are counted',
});
