import type { INodeProperties } from 'n8n-workflow';

import { ALL_SUBSCRIBERS } from '../../api/limits';

// No mode has a validation rule: n8n would try an expression's own text against it. The ID that the
// expression gives is checked when the node runs.

export const websiteLocator: INodeProperties = {
	displayName: 'Website',
	name: 'websiteId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'getWebsites', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 12',
			hint: "The website's ID number",
		},
	],
};

export const flowLocator: INodeProperties = {
	displayName: 'Flow',
	name: 'flowId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'getFlows', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 12',
			hint: "The ID that 'Create' and 'Get Many' give",
		},
	],
};

export const segmentLocator: INodeProperties = {
	displayName: 'Segment',
	name: 'segment',
	type: 'resourceLocator',
	default: { mode: 'list', value: ALL_SUBSCRIBERS, cachedResultName: 'All Subscribers' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'getSegments', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 12',
			hint: "A whole number, or 'all' for all subscribers",
		},
	],
};
