'use strict';

const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const FOLDER = join(__dirname, '../../../examples');

/** @typedef {import('./api').WorkflowFile} WorkflowFile */
/** @typedef {import('./api').CredentialReference} CredentialReference */

/**
 * The example workflows, by their file names without `.json`.
 *
 * @returns {Record<string, WorkflowFile>}
 */
function exampleFiles() {
	const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
	return Object.fromEntries(
		files.map((file) => [
			file.replace(/\.json$/, ''),
			JSON.parse(readFileSync(join(FOLDER, file), 'utf8')),
		]),
	);
}

/**
 * A workflow with its nodes' credentials chosen, as somebody who imported it does in the editor.
 *
 * @param {WorkflowFile} file
 * @param {Record<string, CredentialReference>} credentials by their types
 * @returns {WorkflowFile}
 */
function withCredentials(file, credentials) {
	const copy = structuredClone(file);
	for (const node of copy.nodes) {
		for (const type of Object.keys(node.credentials ?? {})) {
			if (!credentials[type]) throw new Error(`${file.name}: no credential of type ${type} given`);
			node.credentials[type] = credentials[type];
		}
	}
	return copy;
}

module.exports = { exampleFiles, withCredentials };
