import {
	BROWSERS,
	CONDITIONS,
	CONTINENTS,
	DEVICE_TYPES,
	OPERATING_SYSTEMS,
} from '../../api/audienceValues';
import { COUNTRIES } from '../../api/countries';
import { LANGUAGES } from '../../api/languages';
import { byLabel, field, rowsField } from '../common/field';

// Each filter narrows the audience. One that is empty would not, so it is refused instead.

const customParameters = rowsField(
	'filters_custom_parameter',
	{
		displayName: 'Custom Parameters',
		name: 'customParameters',
		placeholder: 'Add Parameter',
		description: 'All of them must hold',
	},
	[
		field(
			'key',
			{
				displayName: 'Key',
				name: 'key',
				type: 'string',
				default: '',
				placeholder: 'e.g. plan',
				description: 'Name of the custom parameter, in its upper and lower case',
			},
			{ mustHaveText: true, maxLength: 64 },
		),
		field('condition', {
			displayName: 'Condition',
			name: 'condition',
			type: 'options',
			options: CONDITIONS,
			default: 'exact',
			description: 'How its value is compared',
		}),
		field(
			'value',
			{
				displayName: 'Value',
				name: 'value',
				type: 'string',
				default: '',
				placeholder: 'e.g. gold',
				description: 'What its value is compared with',
			},
			{ mustHaveText: true, maxLength: 512 },
		),
	],
	{ mustHaveText: true },
);

const chosenFrom = (
	apiName: string,
	displayName: string,
	name: string,
	options: Parameters<typeof field>[1]['options'],
	description: string,
) =>
	field(
		apiName,
		{ displayName, name, type: 'multiOptions', options, default: [], description },
		{ mustHaveText: true },
	);

export const audienceFields = byLabel([
	chosenFrom('filters_browsers', 'Browsers', 'browsers', BROWSERS, 'Subscribers with one of these'),
	field(
		'filters_cities',
		{
			displayName: 'Cities',
			name: 'cities',
			type: 'string',
			default: '',
			placeholder: 'e.g. Berlin, Hamburg',
			description:
				"Subscribers in one of these, with commas between the names. Write them as the installation does: see 'city_name' of a subscriber.",
		},
		{ kind: 'textList', mustHaveText: true },
	),
	chosenFrom(
		'filters_continents',
		'Continents',
		'continents',
		CONTINENTS,
		'Subscribers on one of these. In expressions, use two-letter codes, e.g. EU.',
	),
	chosenFrom(
		'filters_countries',
		'Countries',
		'countries',
		COUNTRIES,
		'Subscribers in one of these. In expressions, use the two-letter codes of ISO 3166, e.g. US.',
	),
	customParameters,
	chosenFrom(
		'filters_device_type',
		'Device Types',
		'deviceTypes',
		DEVICE_TYPES,
		'Subscribers with one of these',
	),
	chosenFrom(
		'filters_languages',
		'Languages',
		'languages',
		LANGUAGES,
		'Subscribers whose browser uses one of these. In expressions, use the two-letter codes of ISO 639-1, e.g. en.',
	),
	chosenFrom(
		'filters_operating_systems',
		'Operating Systems',
		'operatingSystems',
		OPERATING_SYSTEMS,
		'Subscribers with one of these',
	),
	field(
		'filters_subscribed_on_url',
		{
			displayName: 'Subscribed on URL',
			name: 'subscribedOnUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://shop.example/sale',
			description: 'Subscribers who subscribed on exactly this page',
		},
		{ mustHaveText: true, maxLength: 512 },
	),
]);
