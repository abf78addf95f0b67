import type { Entry } from '../../transport/values';
import { labelOf } from '../common/lists';
import type { Resource } from '../definition';
import { subscriber } from './definition';
import { subscriberDescription } from './description';

export const subscriberResource: Resource = {
	definition: subscriber,
	description: subscriberDescription,
	lists: {
		getSubscribers: {
			path: '/subscribers',
			singular: 'subscriber',
			plural: 'subscribers',
			labelOf: labelOfSubscriber,
		},
	},
};

/** E.g. `DE, Chrome on Windows, 2026-01-31 (ID 12)`: subscribers have no names. */
function labelOfSubscriber({ id, country_code, browser_name, os_name, datetime }: Entry): string {
	const parts = [
		textIn(country_code),
		[textIn(browser_name), textIn(os_name)].filter(Boolean).join(' on '),
		textIn(datetime).slice(0, 10),
	];
	return labelOf(parts.filter(Boolean).join(', '), 'Subscriber', `ID ${id}`);
}

function textIn(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
