'use strict';

/** The least that n8n takes for a credential. */

class EmptyApi {
	name = 'emptyApi';

	displayName = 'Empty API';

	properties = [];
}

module.exports = { EmptyApi };
