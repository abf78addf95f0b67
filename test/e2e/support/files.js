'use strict';

const { exampleFiles } = require('../../../tools/n8n/examples');

/** The bytes of the picture in examples/flow-lifecycle.json. */
function examplePicture() {
	const { nodes } = exampleFiles()['flow-lifecycle'];
	const { assignments } = nodes.find(({ name }) => name === 'Texts and picture').parameters;
	const { value } = assignments.assignments.find(({ name }) => name === 'picture');
	return Buffer.from(value, 'base64');
}

/**
 * The bytes of a file that an item carries, from wherever n8n keeps it.
 *
 * @param {import('../../../tools/n8n/n8nApi').N8nApi} api
 * @param {{id?: string, data: string}} binary
 */
async function bytesOf(api, { id, data }) {
	return id ? await api.file(id) : Buffer.from(data, 'base64');
}

module.exports = { bytesOf, examplePicture };
