'use strict';

/**
 * Fakes of the few n8n node types that the example workflows use. The files name n8n's types, so that
 * n8n imports them. Installing n8n's own code for them would take hundreds of megabytes.
 */

/** @typedef {import('n8n-workflow').IExecuteFunctions} Context */
/** @typedef {import('n8n-workflow').GenericValue} Value */

/**
 * @param {string} name
 * @param {string[]} parameters n8n drops those that a node type does not declare
 * @param {(this: Context) => Promise<import('n8n-workflow').INodeExecutionData[][]>} execute
 * @returns {import('n8n-workflow').INodeType}
 */
function fake(name, parameters, execute) {
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

const manualTrigger = fake('manualTrigger', [], async function () {
	return [this.getInputData()];
});

/**
 * The assignments of an item: n8n returns them as data of any kind.
 *
 * @param {unknown} parameter
 * @returns {Array<[string, Value]>}
 */
function assignmentsOf(parameter) {
	if (!Array.isArray(parameter)) return [];
	return parameter.map(({ name, value }) => [String(name), value]);
}

/** *Edit Fields*: the assignments of each item, and nothing from the input. */
const set = fake('set', ['assignments'], async function () {
	const items = this.getInputData().map((_, item) => ({
		json: Object.fromEntries(assignmentsOf(this.getNodeParameter('assignments.assignments', item))),
		pairedItem: { item },
	}));
	return [items];
});

/**
 * @param {unknown} options
 * @param {string} name
 */
function textOption(options, name) {
	const value =
		options instanceof Object ? Object.entries(options).find(([key]) => key === name) : [];
	return typeof value?.[1] === 'string' ? value[1] : undefined;
}

/** *Convert to File*, from Base64 text. */
const fileParameters = ['sourceProperty', 'binaryPropertyName', 'options'];
const convertToFile = fake('convertToFile', fileParameters, async function () {
	const items = await Promise.all(
		this.getInputData().map(async ({ json }, item) => {
			const source = String(this.getNodeParameter('sourceProperty', item));
			const field = String(this.getNodeParameter('binaryPropertyName', item));
			const options = this.getNodeParameter('options', item, {});
			const file = await this.helpers.prepareBinaryData(
				Buffer.from(String(json[source]), 'base64'),
				textOption(options, 'fileName'),
				textOption(options, 'mimeType'),
			);
			return { json: {}, binary: { [field]: file }, pairedItem: { item } };
		}),
	);
	return [items];
});

const stickyNote = fake('stickyNote', [], async () => [[]]);

const fakes = {
	'n8n-nodes-base.manualTrigger': manualTrigger,
	'n8n-nodes-base.set': set,
	'n8n-nodes-base.convertToFile': convertToFile,
	'n8n-nodes-base.stickyNote': stickyNote,
};

module.exports = { fakes };
