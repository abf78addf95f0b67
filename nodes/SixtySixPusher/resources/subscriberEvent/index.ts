import { labelOf } from '../common/lists';
import type { Resource } from '../definition';
import { subscriberEvent } from './definition';
import { subscriberEventDescription } from './description';

export const subscriberEventResource: Resource = {
	definition: subscriberEvent,
	description: subscriberEventDescription,
	lists: {
		getCampaigns: {
			path: '/campaigns',
			plural: 'campaigns',
			labelOf: ({ id, name }) => labelOf(name, 'Campaign', `ID ${id}`),
		},
		getPersonalNotifications: {
			path: '/personal-notifications',
			plural: 'personal notifications',
			labelOf: ({ id, name }) => labelOf(name, 'Personal Notification', `ID ${id}`),
		},
	},
};
