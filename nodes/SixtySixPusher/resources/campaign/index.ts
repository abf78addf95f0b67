import { labelOf } from '../common/lists';
import type { Resource } from '../definition';
import { campaign } from './definition';
import { campaignDescription } from './description';
import { campaignHints } from './hints';

export const campaignResource: Resource = {
	definition: campaign,
	description: campaignDescription,
	hints: campaignHints,
	lists: {
		getCampaigns: {
			path: campaign.path,
			plural: campaign.plural,
			largeFields: campaign.onRequest?.fields,
			labelOf: ({ id, name, status }) =>
				labelOf(name, 'Campaign', [status, `ID ${id}`].filter(Boolean).join(', ')),
		},
		getCampaignSegments: {
			path: '/segments',
			plural: 'segments',
			ofChosenWebsite: true,
			labelOf: ({ id, name }) => labelOf(name, 'Segment', `ID ${id}`),
		},
	},
};
