'use strict';

const { Run } = require('../../build/modules/nodes/SixtySixPusher/transport/run');

/**
 * A sender to an installation behind n8n's HTTP client, without the network. It keeps the requests
 * that were sent.
 *
 * @param {(request: any) => Promise<any>} respond returns n8n's full response to a request, or throws
 */
function senderTo(respond) {
	/** @type {any[]} */
	const requests = [];
	/** @type {any} */
	const context = {
		helpers: {
			/**
			 * @this {any}
			 * @param {string} credential
			 * @param {any} request
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
