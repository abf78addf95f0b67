import { labelOf } from '../common/lists';
import type { Resource } from '../definition';
import { personalNotification } from './definition';
import { personalNotificationDescription } from './description';

export const personalNotificationResource: Resource = {
	definition: personalNotification,
	description: personalNotificationDescription,
	lists: {
		getPersonalNotifications: {
			path: personalNotification.path,
			plural: personalNotification.plural,
			labelOf: ({ id, name, status }) =>
				labelOf(name, 'Personal notification', [status, `ID ${id}`].filter(Boolean).join(', ')),
		},
		// What tells two subscribers apart, and nothing by which anybody could reach them.
		getSubscribers: {
			path: '/subscribers',
			plural: 'subscribers',
			ofChosenWebsite: true,
			labelOf: ({ id, city_name, country_code, browser_name, datetime }) =>
				labelOf(
					[city_name, country_code, browser_name].filter(Boolean).join(', '),
					`Subscriber ${id}`,
					[`ID ${id}`, String(datetime ?? '').slice(0, 10)].filter(Boolean).join(', '),
				),
		},
	},
};
