import { commonLists } from './common/lists';
import type { ListSource, Resource } from './definition';
import { flowResource } from './flow';
import { segmentResource } from './segment';
import { subscriberResource } from './subscriber';
import { subscriberEventResource } from './subscriberEvent';
import { websiteResource } from './website';

/** The one list of resources, in the order of their labels. */
export const resources: Resource[] = [
	flowResource,
	segmentResource,
	subscriberResource,
	subscriberEventResource,
	websiteResource,
];

/** All lists behind resource locators. */
export const lists: Readonly<Record<string, ListSource>> = Object.assign(
	{},
	commonLists,
	...resources.map((resource) => resource.lists),
);
