import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { LONGEST_TEXT, TTL_SECONDS } from '../../api/limits';
import { segmentLocator, websiteLocator } from './locators';

const UNITS: Array<[name: string, seconds: number]> = [
	['Week', 604800],
	['Day', 86400],
	['Hour', 3600],
	['Minute', 60],
];

/** A duration as people say it, for an option whose value is its seconds. */
function toDuration(seconds: number): INodePropertyOptions {
	if (seconds === 0) return { name: 'Only While Online', value: 0 };

	const [unit, size] = UNITS.find(([, unitSize]) => seconds % unitSize === 0) ?? ['Second', 1];
	const count = seconds / size;
	return { name: `${count} ${unit}${count === 1 ? '' : 's'}`, value: seconds };
}

/** What a new flow can't be without. */
export const requiredFields: INodeProperties[] = [
	{
		...websiteLocator,
		description: 'The website whose new subscribers get the notification',
		routing: { send: { type: 'body', property: 'website_id' } },
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Welcome',
		description: `Shown on the installation only, not to subscribers. At most ${LONGEST_TEXT.name} characters.`,
		routing: { send: { type: 'body', property: 'name' } },
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Good to see you!',
		description: `First line of the notification, at most ${LONGEST_TEXT.title} characters`,
		routing: { send: { type: 'body', property: 'title' } },
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Here is 10% off your first order',
		description: `Text of the notification, below its title. At most ${LONGEST_TEXT.description} characters.`,
		routing: { send: { type: 'body', property: 'description' } },
	},
	{
		displayName: 'Wait Time',
		name: 'waitTime',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description:
			'How long after subscribing the notification is sent, in the unit below. At most 90 days.',
		routing: { send: { type: 'body', property: 'wait_time' } },
	},
	{
		displayName: 'Wait Time Unit',
		name: 'waitTimeType',
		type: 'options',
		options: [
			{ name: 'Minutes', value: 'minutes' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Days', value: 'days' },
		],
		default: 'days',
		description: 'The unit in which the wait time counts',
		routing: { send: { type: 'body', property: 'wait_time_type' } },
	},
];

/** What a flow may have. */
export const optionalFields: INodeProperties[] = [
	{
		displayName: 'Auto Hide',
		name: 'isAutoHide',
		type: 'boolean',
		default: false,
		description: 'Whether the notification disappears by itself after a while',
		routing: { send: { type: 'body', property: 'is_auto_hide' } },
	},
	{
		displayName: 'Button 1 Title',
		name: 'buttonTitle1',
		type: 'string',
		default: '',
		placeholder: 'e.g. Open shop',
		description: `Text on the first button, at most ${LONGEST_TEXT.button_title} characters`,
		routing: { send: { type: 'body', property: 'button_title_1' } },
	},
	{
		displayName: 'Button 1 URL',
		name: 'buttonUrl1',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example/new',
		description: `Page that the first button opens, at most ${LONGEST_TEXT.button_url} characters`,
		routing: { send: { type: 'body', property: 'button_url_1' } },
	},
	{
		displayName: 'Button 2 Title',
		name: 'buttonTitle2',
		type: 'string',
		default: '',
		placeholder: 'e.g. Not now',
		description: `Text on the second button, at most ${LONGEST_TEXT.button_title} characters`,
		routing: { send: { type: 'body', property: 'button_title_2' } },
	},
	{
		displayName: 'Button 2 URL',
		name: 'buttonUrl2',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example/later',
		description: `Page that the second button opens, at most ${LONGEST_TEXT.button_url} characters`,
		routing: { send: { type: 'body', property: 'button_url_2' } },
	},
	{
		displayName: 'Enabled',
		name: 'isEnabled',
		type: 'boolean',
		default: true,
		description: 'Whether new subscribers get this flow. Turn it off to prepare or pause a flow.',
		routing: { send: { type: 'body', property: 'is_enabled' } },
	},
	{
		displayName: 'Image Data Field Name',
		name: 'image',
		type: 'string',
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the input field that holds the picture, as the Binary tab shows it',
		description:
			'A JPG, PNG, GIF, WebP or SVG from any previous step that outputs a file. Many installations take up to 2 MB.',
		routing: { send: { type: 'body', property: 'image' } },
	},
	{
		...segmentLocator,
		description:
			'Which of the new subscribers get the flow. The list shows the segments of the chosen website; choose again when you change the website.',
		routing: { send: { type: 'body', property: 'segment' } },
	},
	{
		displayName: 'Silent',
		name: 'isSilent',
		type: 'boolean',
		default: false,
		description: 'Whether the notification arrives without sound or vibration',
		routing: { send: { type: 'body', property: 'is_silent' } },
	},
	{
		displayName: 'Time to Live',
		name: 'ttl',
		type: 'options',
		options: TTL_SECONDS.map(toDuration),
		default: 2419200,
		description:
			'How long delivery is tried when a subscriber is offline. An expression gives it in seconds, such as 3600.',
		routing: { send: { type: 'body', property: 'ttl' } },
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example/welcome',
		description: `Page that a click on the notification opens, at most ${LONGEST_TEXT.url} characters`,
		routing: { send: { type: 'body', property: 'url' } },
	},
	{
		displayName: 'UTM Campaign',
		name: 'utmCampaign',
		type: 'string',
		default: '',
		placeholder: 'e.g. welcome',
		description: `Added to the URL for your visitor statistics, at most ${LONGEST_TEXT.utm} characters`,
		routing: { send: { type: 'body', property: 'utm_campaign' } },
	},
	{
		displayName: 'UTM Medium',
		name: 'utmMedium',
		type: 'string',
		default: '',
		placeholder: 'e.g. push',
		description: `Added to the URL for your visitor statistics, at most ${LONGEST_TEXT.utm} characters`,
		routing: { send: { type: 'body', property: 'utm_medium' } },
	},
	{
		displayName: 'UTM Source',
		name: 'utmSource',
		type: 'string',
		default: '',
		placeholder: 'e.g. 66pusher',
		description: `Added to the URL for your visitor statistics, at most ${LONGEST_TEXT.utm} characters`,
		routing: { send: { type: 'body', property: 'utm_source' } },
	},
];
