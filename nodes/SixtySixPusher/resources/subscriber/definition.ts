import { CONTINENTS, DEVICE_TYPES } from '../../api/audienceValues';
import { COUNTRIES } from '../../api/countries';
import { describedAs, field, rowsField, rulesOf } from '../common/field';
import { dateFilters, orderFields, search, searchBy } from '../common/listFields';
import { locator, website } from '../common/locators';
import type { ResourceDefinition } from '../definition';

export const MAX_KEY_LENGTH = 64;
export const MAX_VALUE_LENGTH = 512;

export const subscriberId = field(
	'subscriber_id',
	locator('Subscriber', 'subscriberId', 'getSubscribers', "The ID that 'Get Many' returns"),
);

export const customParameters = rowsField(
	'custom_parameter',
	{
		displayName: 'Custom Parameters',
		name: 'customParameters',
		placeholder: 'Add Parameter',
		description: 'What you know of this subscriber, e.g. a customer number',
	},
	[
		field(
			'key',
			{
				displayName: 'Key',
				name: 'key',
				type: 'string',
				default: '',
				placeholder: 'e.g. customer_number',
				description: 'Name of the parameter, in the same upper and lower case each time',
			},
			{ mustHaveText: true, maxLength: MAX_KEY_LENGTH },
		),
		field(
			'value',
			{
				displayName: 'Value',
				name: 'value',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1001',
				description: 'Its new value',
			},
			{ maxLength: MAX_VALUE_LENGTH },
		),
	],
);

export const mode = field('mode', {
	displayName: 'Mode',
	name: 'mode',
	type: 'options',
	options: [
		{
			name: 'Merge',
			value: 'merge',
			description: 'Keep the other parameters of the subscriber as they are',
		},
		{
			name: 'Replace',
			value: 'replace',
			description: 'Remove the other parameters. With no parameters, all of them are removed.',
		},
	],
	default: 'merge',
	description: 'What happens to the parameters that the subscriber already has',
});

export const removeKeys = field(
	'remove_keys',
	{
		displayName: 'Keys to Remove',
		name: 'removeKeys',
		type: 'string',
		default: '',
		placeholder: 'e.g. plan, trial_until',
		description: 'Parameters to remove, with commas between their keys',
	},
	{ kind: 'textList' },
);

export const filters = [
	search,
	searchBy(
		[
			{ name: 'Browser', value: 'browser_name' },
			{ name: 'Browser Language', value: 'browser_language' },
			{ name: 'City', value: 'city_name' },
			{ name: 'IP Address', value: 'ip' },
			{ name: 'Operating System', value: 'os_name' },
			{ name: 'Subscribed on URL', value: 'subscribed_on_url' },
		],
		'city_name',
	),
	describedAs(website, 'The website that the subscriber belongs to'),
	field('device_type', {
		displayName: 'Device Type',
		name: 'deviceType',
		type: 'options',
		options: DEVICE_TYPES,
		default: 'desktop',
		description: 'Kind of device that the browser runs on',
	}),
	field('continent_code', {
		displayName: 'Continent',
		name: 'continentCode',
		type: 'options',
		options: CONTINENTS,
		default: 'EU',
		description: 'In expressions, use the two-letter code, e.g. EU',
	}),
	field('country_code', {
		displayName: 'Country',
		name: 'countryCode',
		type: 'options',
		options: COUNTRIES,
		default: 'US',
		description: 'In expressions, use the two-letter code of ISO 3166, e.g. US',
	}),
	field(
		'custom_parameter_key',
		{
			displayName: 'Custom Parameter Key',
			name: 'customParameterKey',
			type: 'string',
			default: '',
			placeholder: 'e.g. customer_number',
			description:
				"Only subscribers that have this custom parameter. Add 'Custom Parameter Value' for those with a certain value. The node reads the list until it has found enough.",
		},
		{ mustHaveText: true, filteredHere: true },
	),
	field(
		'custom_parameter_value',
		{
			displayName: 'Custom Parameter Value',
			name: 'customParameterValue',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1001',
			description: 'Only subscribers whose custom parameter has exactly this value',
		},
		{ mustHaveText: true, filteredHere: true, needs: 'custom_parameter_key' },
	),
	...dateFilters('subscribers', [
		{ name: 'Last Seen Online', value: 'last_seen_online_datetime' },
		{ name: 'Last Sent', value: 'last_sent_datetime' },
		{ name: 'Last Updated', value: 'last_datetime' },
		{ name: 'Subscribed', value: 'datetime' },
	]),
];

export const order = orderFields([
	{ name: 'Clicked Count', value: 'total_clicked_push_notifications' },
	{ name: 'Closed Count', value: 'total_closed_push_notifications' },
	{ name: 'Displayed Count', value: 'total_displayed_push_notifications' },
	{ name: 'ID', value: 'subscriber_id' },
	{ name: 'Last Sent', value: 'last_sent_datetime' },
	{ name: 'Last Updated', value: 'last_datetime' },
	{ name: 'Sent Count', value: 'total_sent_push_notifications' },
	{ name: 'Subscribed', value: 'datetime' },
]);

export const subscriber: ResourceDefinition = {
	name: 'subscriber',
	label: 'Subscriber',
	singular: 'subscriber',
	plural: 'subscribers',
	isOptional: true,
	path: '/subscribers',
	idField: 'subscriber_id',
	fields: rulesOf([subscriberId, ...filters, ...order, customParameters, mode, removeKeys]),
	simplified: {
		id: 'integer',
		website_id: 'integer',
		custom_parameters: 'object',
		country_code: ['string', 'null'],
		city_name: ['string', 'null'],
		device_type: ['string', 'null'],
		os_name: ['string', 'null'],
		browser_name: ['string', 'null'],
		subscribed_on_url: ['string', 'null'],
		datetime: 'string',
	},
	// With the endpoint, or the keys of the browser, anybody could push to that person.
	publicFields:
		/^(?:id|user_id|website_id|ip|custom_parameters|city_name|(?:country|continent)_code|(?:os|browser)_name|browser_language|device_type|subscribed_on_url|total_\w+|(?:last_(?:\w+_)?)?datetime)$/,
};
