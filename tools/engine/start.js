'use strict';

/**
 * `npm start`: runs examples/flow-lifecycle.json through n8n's own engine and shows each step's input
 * and output, against the sandbox or, if PUSHER_URL and PUSHER_KEY are set, a real installation. The
 * exit code is 0 only if everything was as expected.
 */

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { startSandbox } = require('../sandbox');
const { checkLifecycle, textsNode, tidyUp } = require('./checkLifecycle');
const { printRequests, printStep } = require('./print');
const { runWorkflow } = require('./runWorkflow');
const { searchList } = require('./searchList');

const EXAMPLE = join(__dirname, '../../examples/flow-lifecycle.json');

async function main() {
	const { PUSHER_URL: url, PUSHER_KEY: key, PUSHER_WEBSITE: website } = process.env;
	if (Boolean(url) !== Boolean(key)) {
		throw new Error('Only one of PUSHER_URL and PUSHER_KEY is set. Set both, or neither.');
	}
	const sandbox = url && key ? undefined : await startSandbox({ profile: 'btools' });

	const credential = sandbox
		? { baseUrl: sandbox.url, apiKey: sandbox.apiKey }
		: { baseUrl: url ?? '', apiKey: key ?? '' };
	console.log('Running examples/flow-lifecycle.json.');
	console.log(
		sandbox
			? `Installation: the sandbox, at ${sandbox.url}`
			: `Installation: ${url}. The example's flow is not enabled, so no subscriber gets it.`,
	);
	console.log(
		"Engine: n8n-core's, in this process. The trigger, Edit Fields and Convert to File are",
	);
	console.log("fakes of n8n's own nodes. The file can be imported into n8n as it is.\n");

	try {
		/** @type {import('./runWorkflow').WorkflowFile} */
		const file = JSON.parse(readFileSync(EXAMPLE, 'utf8'));
		setWebsite(file, website ?? (await firstWebsite(credential)));
		const execution = await runWorkflow(file, credential);
		const steps = file.nodes.filter(({ type }) => !type.endsWith('stickyNote'));
		steps.forEach((node, index) => printStep(node, index + 1, file, execution));
		if (sandbox) printRequests(sandbox.requests);

		const isGood = await checkLifecycle(file, execution, credential);
		process.exitCode = isGood ? 0 : 1;
		await tidyUp(file, execution, credential);
	} finally {
		await sandbox?.stop();
	}
}

/**
 * The website to create the flow for, as a person would select it: the first one in the list.
 *
 * @param {{baseUrl: string, apiKey: string}} credential
 */
async function firstWebsite(credential) {
	const { results } = await searchList('getWebsites', credential).catch((error) => {
		const { message } = toError(error);
		throw new Error(`${message}. Set PUSHER_WEBSITE to the ID of one of your websites.`);
	});
	const [first] = results;
	if (!first) throw new Error('The account has no website. Add one there first.');
	return first.value;
}

/**
 * @param {import('./runWorkflow').WorkflowFile} file
 * @param {string | number | boolean} website
 */
function setWebsite(file, website) {
	const { assignments } = textsNode(file).parameters;
	if (!(assignments instanceof Object) || !('assignments' in assignments)) return;
	const all = assignments.assignments;
	if (!Array.isArray(all)) return;
	for (const assignment of all) {
		if (assignment instanceof Object && 'name' in assignment && assignment.name === 'website') {
			Object.assign(assignment, { value: website });
		}
	}
}

/** @param {unknown} error */
function toError(error) {
	return error instanceof Error ? error : new Error(String(error));
}

main().catch((error) => {
	console.error(`\n${toError(error).message}`);
	if (error instanceof Object && 'description' in error) console.error(error.description);
	process.exitCode = 1;
});
