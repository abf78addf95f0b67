import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { flowDescription } from './resources/flow';
import { flowHints } from './resources/flow/hints';
import { listSearch } from './routing';

export class SixtySixPusher implements INodeType {
	description: INodeTypeDescription = {
		displayName: '66pusher',
		name: 'sixtySixPusher',
		icon: {
			light: 'file:../../icons/66pusher.svg',
			dark: 'file:../../icons/66pusher.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Manage the push notifications that new subscribers get after a wait, on a 66pusher installation such as Ospyo Pusher or BTools Push',
		defaults: { name: '66pusher' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		hints: flowHints,
		credentials: [{ name: 'sixtySixPusherApi', required: true }],
		// Only so that n8n knows the host as the credential's own; the credential makes the API's
		// address from it when it signs a request.
		requestDefaults: { baseURL: '={{ $credentials.baseUrl }}' },
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Flow', value: 'flow' }],
				default: 'flow',
			},
			...flowDescription,
		],
	};

	methods = {
		listSearch: {
			getFlows: listSearch('getFlows'),
			getSegments: listSearch('getSegments'),
			getWebsites: listSearch('getWebsites'),
		},
	};
}
