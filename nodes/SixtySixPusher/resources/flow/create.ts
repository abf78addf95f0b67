import type { INodeProperties } from 'n8n-workflow';

import { optionalFields, requiredFields } from './messageFields';
import { shownFor } from './shownFor';

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

export const flowCreateDescription = shownFor(['create'], properties);
