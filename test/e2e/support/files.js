'use strict';

const { exampleFile } = require('../../../tools/n8n/examples');

/** A Base64 text in the workflow that is long enough to be the image. */
const IMAGE = /"value":"([A-Za-z0-9+/]{200,}=*)"/;

/** The bytes of the image in examples/flow-lifecycle.json. */
function exampleImage() {
	const [, base64] = IMAGE.exec(JSON.stringify(exampleFile('flow-lifecycle'))) ?? [];
	if (!base64) throw new Error('The example has no image');
	return Buffer.from(base64, 'base64');
}

/**
 * The bytes of a file that an item carries, from wherever n8n keeps it.
 *
 * @param {import('../../../tools/n8n/n8nApi').N8nApi} api
 * @param {import('n8n-workflow').IBinaryData} binary
 */
async function bytesOf(api, { id, data }) {
	return id ? await api.file(id) : Buffer.from(data, 'base64');
}

module.exports = { bytesOf, exampleImage };
