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
			singular: 'campaign',
			plural: 'campaigns',
			labelOf: ({ id, name }) => labelOf(name, 'Campaign', `ID ${id}`),
		},
		getPersonalNotifications: {
			path: '/personal-notifications',
			singular: 'personal notification',
			plural: 'personal notifications',
			labelOf: ({ id, name }) => labelOf(name, 'Personal Notification', `ID ${id}`),
		},
	},
};
