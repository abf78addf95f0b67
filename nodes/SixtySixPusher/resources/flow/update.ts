import { type INodeProperties, updateDisplayOptions } from 'n8n-workflow';

import { optionalFields, requiredFields } from './messageFields';

const byLabel = (a: INodeProperties, b: INodeProperties) =>
	a.displayName.localeCompare(b.displayName);

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

export const flowUpdateDescription = updateDisplayOptions(
	{ show: { resource: ['flow'], operation: ['update'] } },
	properties,
);
