'use strict';

const { byId, fromList } = require('./workflows');

/** @typedef {import('n8n-workflow').INodeParameters} Parameters */
/** @typedef {Array<[label: string, value: Parameters]>} Fields */

/** What *Add Field* offers, in its order, with a value for each. @type {Fields} */
const OPTIONAL = [
	['Auto Hide', { isAutoHide: true }],
	['Button 1 Title', { buttonTitle1: 'Open' }],
	['Button 1 URL', { buttonUrl1: 'https://shop.example/1' }],
	['Button 2 Title', { buttonTitle2: 'Not now' }],
	['Button 2 URL', { buttonUrl2: 'https://shop.example/2' }],
	['Enabled', { isEnabled: false }],
	['Image Data Field Name', { image: 'data' }],
	['Segment', { segment: fromList('all') }],
	['Silent', { isSilent: true }],
	['Time to Live', { ttl: 900 }],
	['URL', { url: 'https://shop.example' }],
	['UTM Campaign', { utmCampaign: 'welcome' }],
	['UTM Medium', { utmMedium: 'push' }],
	['UTM Source', { utmSource: '66pusher' }],
];

/** @type {Fields} */
const REQUIRED = [
	['Website', { websiteId: byId('1') }],
	['Name', { name: 'Welcome' }],
	['Title', { title: 'Hello' }],
	['Description', { text: 'Good to see you' }],
	['Wait Time', { waitTime: 3 }],
	['Wait Time Unit', { waitTimeType: 'days' }],
];

/** @type {Fields} */
const FILTERS = [
	['Date Field', { datetimeField: 'datetime' }],
	['From Date', { datetimeStart: '2026-01-31 00:00:00' }],
	['Search', { search: 'welcome' }],
	['Search By', { searchBy: 'name' }],
	['To Date', { datetimeEnd: '2026-12-31 00:00:00' }],
	['Website', { websiteId: byId('1') }],
];

/** @type {Fields} */
const SORTING = [
	['Order By', { orderBy: 'name' }],
	['Order Direction', { orderType: 'ASC' }],
];

/** @param {Fields} fields */
const labelsOf = (fields) => fields.map(([label]) => label);
/** @type {(fields: Fields) => Parameters} */
const valuesOf = (fields) => Object.assign({}, ...fields.map(([, value]) => value));

const FLOW = { flowId: byId('1') };
const RETURN = { options: { returnFlow: true } };
const UNITS = ['Minutes', 'Hours', 'Days'];
const TIMES_TO_LIVE = [
	'Only While Online',
	...['15 Minutes', '30 Minutes', '1 Hour', '3 Hours', '6 Hours', '12 Hours', '1 Day', '3 Days'],
	...['5 Days', '1 Week', '2 Weeks', '4 Weeks'],
];

/**
 * The form of each operation with everything that can be added: its labels below *Operation*, and the
 * options of its lists.
 *
 * @type {Record<string, {parameters: Parameters, labels: string[], choices: Record<string, string[]>}>}
 */
const FORMS = {
	create: {
		parameters: { ...valuesOf(REQUIRED), additionalFields: valuesOf(OPTIONAL), ...RETURN },
		labels: [
			...labelsOf(REQUIRED),
			'Additional Fields',
			...labelsOf(OPTIONAL),
			...['Options', 'Return Full Flow', 'Simplify'],
		],
		choices: { 'Wait Time Unit': UNITS, 'Time to Live': TIMES_TO_LIVE },
	},
	delete: { parameters: FLOW, labels: ['Flow'], choices: {} },
	get: { parameters: FLOW, labels: ['Flow', 'Simplify'], choices: {} },
	getAll: {
		parameters: { filters: valuesOf(FILTERS), options: valuesOf(SORTING) },
		labels: [
			...['Return All', 'Limit', 'Filters'],
			...labelsOf(FILTERS),
			'Options',
			...labelsOf(SORTING),
			'Simplify',
		],
		choices: {
			'Date Field': ['Created', 'Last Sent', 'Last Updated'],
			'Search By': ['Description', 'Name', 'Title', 'URL'],
			'Order By': [
				...['Clicked Count', 'Closed Count', 'Created', 'Displayed Count', 'ID', 'Last Sent'],
				...['Last Updated', 'Name', 'Sent Count', 'Title'],
			],
			'Order Direction': ['Ascending', 'Descending'],
		},
	},
	update: {
		parameters: { ...FLOW, updateFields: valuesOf([...REQUIRED, ...OPTIONAL]), ...RETURN },
		labels: [
			...['Flow', 'Update Fields'],
			...labelsOf([...REQUIRED, ...OPTIONAL]).sort(),
			...['Options', 'Return Full Flow', 'Simplify'],
		],
		choices: { 'Wait Time Unit': UNITS, 'Time to Live': TIMES_TO_LIVE },
	},
};

module.exports = { FORMS, OPTIONAL_LABELS: labelsOf(OPTIONAL) };
