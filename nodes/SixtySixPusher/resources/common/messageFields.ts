import type { INodePropertyOptions } from 'n8n-workflow';

import { field } from './field';

// The texts and settings of a notification: the same for everything that the API sends.

/** Seconds for which a push service keeps trying to deliver. (Documented.) */
const TTL_SECONDS = [
	0, 900, 1800, 3600, 10800, 21600, 43200, 86400, 259200, 432000, 604800, 1209600, 2419200,
];

const UNITS: Array<[name: string, seconds: number]> = [
	['Week', 604800],
	['Day', 86400],
	['Hour', 3600],
	['Minute', 60],
];

/** An option for a number of seconds, labelled in the largest unit that fits. */
function toOption(seconds: number): INodePropertyOptions {
	if (seconds === 0) return { name: 'Only While Online', value: 0 };

	const [unit, size] = UNITS.find(([, unitSize]) => seconds % unitSize === 0) ?? ['Second', 1];
	const count = seconds / size;
	return { name: `${count} ${unit}${count === 1 ? '' : 's'}`, value: seconds };
}

/** What every notification has. `name` is for the installation, the others for its reader. */
export const requiredMessageFields = [
	field(
		'name',
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Welcome',
			description: 'Shown on the installation only, not to subscribers',
		},
		{ mustHaveText: true, maxLength: 256 },
	),
	field(
		'title',
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			placeholder: 'e.g. Good to see you!',
			description: 'First line of the notification',
		},
		{ mustHaveText: true, maxLength: 64 },
	),
	field(
		'description',
		{
			displayName: 'Description',
			// Not `description`: n8n's editor offers no "let the model define" button for that name.
			name: 'text',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			placeholder: 'e.g. Here is 10% off your first order',
			description: 'Text of the notification, below its title',
		},
		{ mustHaveText: true, maxLength: 128 },
	),
];

export const optionalMessageFields = [
	field(
		'is_auto_hide',
		{
			displayName: 'Auto Hide',
			name: 'isAutoHide',
			type: 'boolean',
			default: false,
			description: 'Whether the notification disappears by itself after a while',
		},
		{ onWhenPresent: true },
	),
	field(
		'button_title_1',
		{
			displayName: 'Button 1 Title',
			name: 'buttonTitle1',
			type: 'string',
			default: '',
			placeholder: 'e.g. Open shop',
			description: 'Text on the first button',
		},
		{ maxLength: 16 },
	),
	field(
		'button_url_1',
		{
			displayName: 'Button 1 URL',
			name: 'buttonUrl1',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://shop.example/new',
			description: 'Page that the first button opens',
		},
		{ maxLength: 512 },
	),
	field(
		'button_title_2',
		{
			displayName: 'Button 2 Title',
			name: 'buttonTitle2',
			type: 'string',
			default: '',
			placeholder: 'e.g. Not now',
			description: 'Text on the second button',
		},
		{ maxLength: 16 },
	),
	field(
		'button_url_2',
		{
			displayName: 'Button 2 URL',
			name: 'buttonUrl2',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://shop.example/later',
			description: 'Page that the second button opens',
		},
		{ maxLength: 512 },
	),
	field(
		'image',
		{
			displayName: 'Image Data Field Name',
			name: 'image',
			type: 'string',
			default: 'data',
			placeholder: 'e.g. data',
			hint: 'Name of the input field that contains the image, as shown in the Binary tab',
			description:
				'A JPG, PNG, GIF, WebP or SVG file from any previous step. Many installations accept up to 2 MB.',
		},
		{ kind: 'image' },
	),
	field(
		'is_silent',
		{
			displayName: 'Silent',
			name: 'isSilent',
			type: 'boolean',
			default: false,
			description: 'Whether the notification arrives without sound or vibration',
		},
		{ onWhenPresent: true },
	),
	field('ttl', {
		displayName: 'Time to Live',
		name: 'ttl',
		type: 'options',
		options: TTL_SECONDS.map(toOption),
		default: 2419200,
		description:
			'How long to keep trying if a subscriber is offline. In expressions, use seconds, e.g. 3600.',
	}),
	field(
		'url',
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://shop.example/welcome',
			description: 'Page that a click on the notification opens',
		},
		{ maxLength: 512 },
	),
	field(
		'utm_campaign',
		{
			displayName: 'UTM Campaign',
			name: 'utmCampaign',
			type: 'string',
			default: '',
			placeholder: 'e.g. welcome',
			description: 'Added to the URL for your visitor statistics',
		},
		{ maxLength: 128 },
	),
	field(
		'utm_medium',
		{
			displayName: 'UTM Medium',
			name: 'utmMedium',
			type: 'string',
			default: '',
			placeholder: 'e.g. push',
			description: 'Added to the URL for your visitor statistics',
		},
		{ maxLength: 128 },
	),
	field(
		'utm_source',
		{
			displayName: 'UTM Source',
			name: 'utmSource',
			type: 'string',
			default: '',
			placeholder: 'e.g. 66pusher',
			description: 'Added to the URL for your visitor statistics',
		},
		{ maxLength: 128 },
	),
];
