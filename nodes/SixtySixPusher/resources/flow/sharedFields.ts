import { flowLocator } from './locators';
import { shownFor } from './shownFor';

/** Which flow an operation is about. Stands above the operation's own fields. */
export const flowIdDescription = shownFor(
	['delete', 'get', 'update'],
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

export const returnFlowDescription = shownFor(
	['create', 'update'],
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
						'Whether to read the flow back where the installation answers with its ID alone. Turning it off is faster, but the node no longer checks who will get the flow.',
				},
			],
		},
	],
);

export const simplifyDescription = shownFor(
	['create', 'get', 'getAll', 'update'],
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
