import { commonLists } from '../common/lists';
import type { Resource } from '../definition';
import { segment } from './definition';
import { segmentDescription } from './description';

export const segmentResource: Resource = {
	definition: segment,
	description: segmentDescription,
	lists: {
		// Of all websites, and without "all subscribers", which is no segment.
		getSegmentsAlone: { ...commonLists.getSegments, before: [], ofChosenWebsite: false },
	},
};
