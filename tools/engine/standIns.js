'use strict';

/**
 * Stand-ins for the few of n8n's own node types that the example workflows use. The files name n8n's
 * types, so that n8n imports them; n8n's own code for them would be an install of hundreds of
 * megabytes.
 */

/** @typedef {import('n8n-workflow').IExecuteFunctions} Context */

/**
 * @param {string} name
 * @param {string[]} parameters n8n drops those from a file that a node type does not declare
 * @param {(this: Context) => Promise<import('n8n-workflow').INodeExecutionData[][]>} execute
 * @returns {import('n8n-workflow').INodeType}
 */
function standIn(name, parameters, execute) {
	return {
		description: {
			displayName: name,
			name,
			group: ['transform'],
			version: 1,
			description: name,
			defaults: { name },
			inputs: name.endsWith('Trigger') ? [] : ['main'],
			outputs: ['main'],
			properties: parameters.map((parameter) => ({
				displayName: parameter,
				name: parameter,
				type: 'json',
				default: {},
			})),
		},
		execute,
	};
}

const manualTrigger = standIn('manualTrigger', [], async function () {
	return [this.getInputData()];
});

/** *Edit Fields*: the assignments of each item, and nothing of what came in. */
const set = standIn('set', ['assignments'], async function () {
	const items = this.getInputData().map((_, item) => {
		const assignments = this.getNodeParameter('assignments.assignments', item);
		return {
			json: Object.fromEntries(assignments.map(({ name, value }) => [name, value])),
			pairedItem: { item },
		};
	});
	return [items];
});

/** *Convert to File*, of a Base64 text. */
const fileParameters = ['sourceProperty', 'binaryPropertyName', 'options'];
const convertToFile = standIn('convertToFile', fileParameters, async function () {
	const items = await Promise.all(
		this.getInputData().map(async ({ json }, item) => {
			const source = this.getNodeParameter('sourceProperty', item);
			const { fileName, mimeType } = this.getNodeParameter('options', item, {});
			const bytes = Buffer.from(json[source], 'base64');
			return {
				json: {},
				binary: {
					[this.getNodeParameter('binaryPropertyName', item)]: await this.helpers.prepareBinaryData(
						bytes,
						fileName,
						mimeType,
					),
				},
				pairedItem: { item },
			};
		}),
	);
	return [items];
});

const standIns = {
	'n8n-nodes-base.manualTrigger': manualTrigger,
	'n8n-nodes-base.set': set,
	'n8n-nodes-base.convertToFile': convertToFile,
};

module.exports = { standIns };
