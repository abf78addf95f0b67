'use strict';

/** The least that n8n takes for a credential. */

class EmptyApi {
	name = 'emptyApi';

	displayName = 'Empty API';

	/** @type {import('n8n-workflow').INodeProperties[]} */
	properties = [];
}

module.exports = { EmptyApi };
