'use strict';

/**
 * `npm start`: runs examples/flow-lifecycle.json through n8n's own engine and shows, step by step,
 * what went in and what came out; against the sandbox, or against a real installation where
 * PUSHER_URL and PUSHER_KEY name one. Ends with exit code 0 only if all of it held.
 */

const example = require('../../examples/flow-lifecycle.json');
const { startSandbox } = require('../sandbox');
const { runWorkflow } = require('./engine');
const { searchList } = require('./lists');
const { checkLifecycle, tidyUp } = require('./lifecycleChecks');
const { showRequests, showStep } = require('./show');

async function main() {
	const { PUSHER_URL: url, PUSHER_KEY: key, PUSHER_WEBSITE: website } = process.env;
	if (Boolean(url) !== Boolean(key)) {
		throw new Error('Of PUSHER_URL and PUSHER_KEY, only one is set. Set both, or neither.');
	}
	const sandbox = url ? undefined : await startSandbox({ profile: 'btools' });

	const credential = sandbox
		? { baseUrl: sandbox.url, apiKey: sandbox.apiKey }
		: { baseUrl: url, apiKey: key };
	console.log(
		sandbox
			? `Installation: the sandbox, at ${sandbox.url}`
			: `Installation: ${url}. The example's flow is not enabled, so no subscriber gets it.`,
	);
	console.log(
		"Engine: n8n-core's, in this process. The trigger, Edit Fields and Convert to File are",
	);
	console.log("stand-ins here for n8n's own; the file imports into n8n as it is.\n");

	try {
		const file = withWebsite(example, website ?? (await firstWebsite(credential)));
		const execution = await runWorkflow(file, credential);
		const steps = file.nodes.filter(({ type }) => !type.endsWith('stickyNote'));
		steps.forEach((node, index) => showStep(node, index + 1, file, execution));
		if (sandbox) showRequests(sandbox.requests);

		const isGood = await checkLifecycle(file, execution, credential);
		process.exitCode = isGood ? 0 : 1;
		await tidyUp(file, execution, credential);
	} finally {
		await sandbox?.stop();
	}
}

/**
 * The website to create the flow for, as a person would choose it: the first of the list.
 *
 * @param {{baseUrl: string, apiKey: string}} credential
 */
async function firstWebsite(credential) {
	const { results } = await searchList('getWebsites', credential).catch((error) => {
		throw new Error(`${error.message}. Set PUSHER_WEBSITE to the ID of one of your websites.`);
	});
	if (results.length === 0) throw new Error('The account has no website. Add one there first.');
	return results[0].value;
}

/**
 * @param {typeof example} file
 * @param {string | number | boolean} website
 */
function withWebsite(file, website) {
	const copy = structuredClone(file);
	const texts = copy.nodes.find(({ name }) => name === 'Texts and picture');
	const assignment = texts?.parameters.assignments?.assignments.find(
		({ name }) => name === 'website',
	);
	if (assignment) assignment.value = website;
	return copy;
}

main().catch((error) => {
	console.error(`\n${error.message}`);
	if (error.description) console.error(error.description);
	process.exitCode = 1;
});
