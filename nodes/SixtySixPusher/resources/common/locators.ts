import type { INodeProperties } from 'n8n-workflow';

import { ALL_SUBSCRIBERS } from '../../api/allSubscribers';
import { field } from './field';

/**
 * A resource locator. No mode has a validation rule: n8n would apply it to an expression's own text.
 * The ID that the expression returns is checked when the node runs.
 *
 * @param list name of the node's list search method
 * @param hint where *By ID*'s ID is found
 */
export function locator(
	displayName: string,
	name: string,
	list: string,
	hint: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: list, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 12', hint },
		],
	};
}

export const website = field(
	'website_id',
	locator('Website', 'websiteId', 'getWebsites', "The website's ID number"),
);

export const segment = field(
	'segment',
	{
		...locator('Segment', 'segment', 'getSegments', "A whole number, or 'all' for all subscribers"),
		default: { mode: 'list', value: ALL_SUBSCRIBERS, cachedResultName: 'All Subscribers' },
	},
	{ kind: 'idOrAll' },
);
