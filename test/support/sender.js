'use strict';

const { Run } = require('../../build/modules/nodes/SixtySixPusher/transport/run');

/**
 * A sender to an installation behind n8n's HTTP client, without the network.
 *
 * @param {(request: object) => Promise<object>} answer gives n8n's full response to a request, or throws
 */
function senderTo(answer) {
	const requests = [];
	const context = {
		helpers: {
			async httpRequestWithAuthentication(credential, request) {
				expect(this).toBe(context);
				expect(credential).toBe('sixtySixPusherApi');
				requests.push(request);
				return await answer(request);
			},
		},
	};
	return { context, run: new Run(), requests };
}

module.exports = { senderTo };
