'use strict';

const LONGEST_TEXT = 90;

/** @param {unknown} value */
function shown(value) {
	const text = JSON.stringify(value, (_name, part) =>
		typeof part === 'string' && part.length > LONGEST_TEXT ? `${part.slice(0, 30)}…` : part,
	);
	return text ?? 'nothing';
}

/** @param {import('n8n-workflow').INodeExecutionData[]} items */
function shownItems(items) {
	if (items.length === 0) return ['nothing'];
	return items.map(({ json, binary }) => {
		const files = Object.entries(binary ?? {}).map(
			([field, { fileName, mimeType, fileSize }]) =>
				`file in '${field}': ${fileName}, ${mimeType}, ${fileSize}`,
		);
		return [shown(json), ...files].join(' + ');
	});
}

/**
 * Prints a step: its node, its input items and its output items.
 *
 * @param {import('n8n-workflow').INode} node
 * @param {number} number
 * @param {import('./runWorkflow').WorkflowFile} file
 * @param {import('./runWorkflow').Execution} execution
 */
function printStep(node, number, file, execution) {
	const before = Object.entries(file.connections).find(([, { main }]) =>
		main?.flat().some((connection) => connection?.node === node.name),
	)?.[0];

	console.log(`${number}. ${node.name}  (${node.type})`);
	if (before)
		shownItems(execution.output(before)).forEach((line) => console.log(`   in   ${line}`));
	shownItems(execution.output(node.name)).forEach((line) => console.log(`   out  ${line}`));
	console.log();
}

/**
 * Prints the requests that the sandbox received, without the API key.
 *
 * @param {Array<{method: string, url: string, status: number | null, parts: Array<{name: string, value?: string, fileName?: string, type: string, size: number}>}>} requests
 */
function printRequests(requests) {
	console.log('What the installation received:');
	for (const { method, url, status, parts } of requests) {
		console.log(`   ${method} ${url} → ${status}`);
		for (const { name, value, fileName, type, size } of parts) {
			console.log(`      ${name} = ${value ?? `${fileName} (${type}, ${size} bytes)`}`);
		}
	}
	console.log();
}

module.exports = { printStep, printRequests };
