import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { commonLists } from './resources/common/lists';
import { listSearchMethods } from './routing';
import { triggerDescription } from './trigger/description';

export class SixtySixPusherTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: '66pusher Trigger',
		name: 'sixtySixPusherTrigger',
		icon: {
			light: 'file:../../icons/66pusher.svg',
			dark: 'file:../../icons/66pusher.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description:
			'Starts the workflow when something happens on Ospyo Pusher, BTools Push and other 66pusher sites',
		defaults: { name: '66pusher Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'sixtySixPusherApi', required: true }],
		properties: triggerDescription,
	};

	methods = { listSearch: listSearchMethods({ getWebsites: commonLists.getWebsites }) };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		// Loaded when it is first needed, and shared with the other node.
		const { poll } = await import('./operations');
		return await poll(this);
	}
}
