import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { lists, resources } from './resources';
import { commonHints } from './resources/common/hints';
import { listSearchMethods } from './routing';

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
			'Manage web push notifications on Ospyo Pusher, BTools Push and other 66pusher sites',
		defaults: { name: '66pusher' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		hints: [...commonHints, ...resources.flatMap(({ hints = [] }) => hints)],
		credentials: [{ name: 'sixtySixPusherApi', required: true }],
		// Only tells n8n that the host is the credential's own. The credential makes the API's address
		// from it when it signs a request.
		requestDefaults: { baseURL: '={{ $credentials.baseUrl }}' },
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: resources.map(({ definition }) => ({
					name: definition.label,
					value: definition.name,
				})),
				default: 'flow',
			},
			...resources.flatMap(({ description }) => description),
		],
	};

	methods = { listSearch: listSearchMethods(lists) };
}
