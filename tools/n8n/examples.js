'use strict';

const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const FOLDER = join(__dirname, '../../examples');

/** @typedef {import('./n8nApi').WorkflowFile} WorkflowFile */
/** @typedef {import('./n8nApi').CredentialReference} CredentialReference */

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
 * One example workflow.
 *
 * @param {string} name
 */
function exampleFile(name) {
	const file = exampleFiles()[name];
	if (!file) throw new Error(`There is no example ${name}`);
	return file;
}

/**
 * A workflow with credentials selected in its nodes, as people do in the editor after importing it.
 *
 * @param {WorkflowFile} file
 * @param {Record<string, CredentialReference>} credentials by their types
 * @returns {WorkflowFile}
 */
function withCredentials(file, credentials) {
	const copy = structuredClone(file);
	for (const node of copy.nodes) {
		for (const type of Object.keys(node.credentials ?? {})) {
			const credential = credentials[type];
			if (!credential) throw new Error(`${file.name} needs a credential of type ${type}`);
			node.credentials = { ...node.credentials, [type]: credential };
		}
	}
	return copy;
}

module.exports = { exampleFile, exampleFiles, withCredentials };
