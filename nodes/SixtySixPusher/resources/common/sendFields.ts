import type { INodeProperties } from 'n8n-workflow';

import { field } from './field';

// When something is sent: the same for everything that is sent once. These steer the node. What goes
// out is worked out from them.

export const sendTime = field('send_time', {
	displayName: 'Send Time',
	name: 'sendTime',
	type: 'options',
	options: [
		{
			name: 'Now',
			value: 'now',
			description: 'It goes out at once and cannot be called back',
		},
		{ name: 'Later', value: 'later', description: 'At a time that you set' },
	],
	default: 'now',
	description: 'When subscribers get it',
});

export const sendAt = field('send_at', {
	displayName: 'Send At',
	name: 'sendAt',
	type: 'dateTime',
	default: '',
	placeholder: 'e.g. 2026-12-01 09:00',
	description:
		"When to send, at most a year ahead. Any ISO 8601 date and time. Without a time zone, it is on the workflow's clock. The node converts it to your account's time zone.",
});

export const timezone = field('timezone', {
	displayName: 'Time Zone of Account',
	name: 'timezone',
	type: 'string',
	default: '',
	placeholder: 'e.g. Europe/Berlin',
	description:
		"The time zone in your account's settings, on whose clock the installation reads 'Send At'. Only needed if the installation doesn't tell it.",
});

export const sendForEachItem: INodeProperties = {
	displayName: 'Send for Each Item',
	name: 'sendForEachItem',
	type: 'boolean',
	default: false,
	description:
		'Whether to send a message to all subscribers or a segment for each input item, and each time that the node runs, e.g. in a loop. If off, one execution sends one such message, and several items send none.',
};

/** *Send Time* and, for later, *Send At*. */
export const sendTimeProperties: INodeProperties[] = [
	sendTime.property,
	{
		...sendAt.property,
		required: true,
		displayOptions: { show: { sendTime: ['later'] } },
	},
];

export function optionsCollection(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
	};
}
