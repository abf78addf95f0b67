import { type INodeProperties, updateDisplayOptions } from 'n8n-workflow';

import { optionalFields, requiredFields } from './messageFields';

const properties: INodeProperties[] = [
	...requiredFields.map((field) => ({ ...field, required: true })),
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: optionalFields,
	},
];

export const flowCreateDescription = updateDisplayOptions(
	{ show: { resource: ['flow'], operation: ['create'] } },
	properties,
);
