import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { authenticate } from '../nodes/SixtySixPusher/api/authenticate';

export class SixtySixPusherApi implements ICredentialType {
	name = 'sixtySixPusherApi';

	displayName = '66pusher API';

	icon: Icon = {
		light: 'file:../icons/66pusher.svg',
		dark: 'file:../icons/66pusher.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-66pusher/n8n-nodes-66pusher#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://push.btools.online',
			description:
				'The address of your 66pusher installation, as you see it in the browser. Pasting its API documentation page works too.',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'You find it in your account on the installation, under API',
		},
	];

	authenticate: IAuthenticate = authenticate;

	/**
	 * Every reply counts as one here, whatever its status, so that rules of one kind can tell them
	 * apart: n8n's types allow no mixture. The first rule that fits speaks.
	 */
	test: ICredentialTestRequest = {
		request: {
			url: '/flows/',
			qs: { results_per_page: 10 },
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'errors[0].status',
					value: 401,
					message:
						"The installation was found, but it does not accept this API key. Copy 'API Key' again from your account there, and check that your plan includes the API.",
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'errors[0].status',
					value: 429,
					message:
						'The installation was found, but it is receiving too many requests with this API key. Wait a minute, then test again.',
				},
			},
			{
				// A list of flows has a length; a web page, a redirect or an empty reply has nothing there.
				type: 'responseSuccessBody',
				properties: {
					key: 'data.length',
					value: undefined,
					message:
						"No 66pusher API answers at this address. Check 'Base URL': open it in a browser and copy the address that you end up at, with https and, where there is one, www or the sub-directory.",
				},
			},
		],
	};
}
