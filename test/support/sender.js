'use strict';

const { Run } = require('../../build/modules/nodes/SixtySixPusher/transport/run');

/**
 * A sender to an installation behind n8n's HTTP client, without the network.
 *
 * @param {(request: import("n8n-workflow").IHttpRequestOptions) => Promise<object>} respond returns n8n's
 *   full response to a request, or throws
 */
function senderTo(respond) {
	/** @type {Array<import('n8n-workflow').IHttpRequestOptions>} */
	const requests = [];
	const context = {
		helpers: {
			/**
			 * @this {unknown}
			 * @param {string} credential
			 * @param {import('n8n-workflow').IHttpRequestOptions} request
			 */
			async httpRequestWithAuthentication(credential, request) {
				expect(this).toBe(context);
				expect(credential).toBe('sixtySixPusherApi');
				requests.push(request);
				return await respond(request);
			},
		},
	};
	return { context, run: new Run(), requests };
}

module.exports = { senderTo };
