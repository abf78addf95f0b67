import type { INodePropertyOptions } from 'n8n-workflow';

// What installations know of a subscriber's device and place. An audience filter with a value that is
// in none of these lists is dropped without a word, and the audience is wider than asked for.

export const CONTINENTS = [
	{ name: 'Africa', value: 'AF' },
	{ name: 'Antarctica', value: 'AN' },
	{ name: 'Asia', value: 'AS' },
	{ name: 'Europe', value: 'EU' },
	{ name: 'North America', value: 'NA' },
	{ name: 'Oceania', value: 'OC' },
	{ name: 'South America', value: 'SA' },
];

export const DEVICE_TYPES = [
	{ name: 'Desktop', value: 'desktop' },
	{ name: 'Mobile', value: 'mobile' },
	{ name: 'Tablet', value: 'tablet' },
];

export const OPERATING_SYSTEMS = named([
	'Android',
	'Chrome OS',
	'iOS',
	'Linux',
	'OS X',
	'Ubuntu',
	'Windows',
]);

export const BROWSERS = named(['Chrome', 'Edge', 'Firefox', 'Opera', 'Safari', 'Samsung Internet']);

/** How a custom parameter's value is compared. */
export const CONDITIONS = [
	{ name: 'Contains', value: 'contains' },
	{ name: 'Does Not Contain', value: 'not_contains' },
	{ name: 'Does Not End With', value: 'not_ends_with' },
	{ name: 'Does Not Start With', value: 'not_starts_with' },
	{ name: 'Ends With', value: 'ends_with' },
	{ name: 'Is', value: 'exact' },
	{ name: 'Is Greater Than', value: 'bigger_than' },
	{ name: 'Is Less Than', value: 'lower_than' },
	{ name: 'Is Not', value: 'not_exact' },
	{ name: 'Starts With', value: 'starts_with' },
];

function named(values: string[]): INodePropertyOptions[] {
	return values.map((value) => ({ name: value, value }));
}
