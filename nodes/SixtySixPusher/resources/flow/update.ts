import type { INodeProperties } from 'n8n-workflow';

import { optionalFields, requiredFields } from './messageFields';
import { shownFor } from './shownFor';

/** Not by locale: the first comparison that knows languages takes longer than to load the node. */
const byLabel = (a: INodeProperties, b: INodeProperties) =>
	a.displayName < b.displayName ? -1 : 1;

const properties: INodeProperties[] = [
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description:
			'What is to change; everything else stays. An empty text clears a URL, a button or a UTM value.',
		options: [...requiredFields, ...optionalFields].sort(byLabel),
	},
];

export const flowUpdateDescription = shownFor(['update'], properties);
