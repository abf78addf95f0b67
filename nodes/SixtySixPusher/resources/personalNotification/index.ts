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
	},
};
