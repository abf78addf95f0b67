import { updateDisplayOptions } from 'n8n-workflow';

import { flowLocator } from './locators';

/** Which flow an operation is about. Stands above the operation's own fields. */
export const flowIdDescription = updateDisplayOptions(
	{ show: { resource: ['flow'], operation: ['delete', 'get', 'update'] } },
	[
		{
			...flowLocator,
			required: true,
			description: 'The flow to work on',
			// The operation's path takes it up from here.
			routing: { send: { type: 'query', property: 'flow_id' } },
		},
	],
);

export const returnFlowDescription = updateDisplayOptions(
	{ show: { resource: ['flow'], operation: ['create', 'update'] } },
	[
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'Return Full Flow',
					name: 'returnFlow',
					type: 'boolean',
					default: true,
					description:
						'Whether to read the flow back where the installation answers with its ID alone. Turned off, each item needs one request less, and the audience that was stored is not checked.',
				},
			],
		},
	],
);

export const simplifyDescription = updateDisplayOptions(
	{ show: { resource: ['flow'], operation: ['create', 'get', 'getAll', 'update'] } },
	[
		{
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
	],
);
