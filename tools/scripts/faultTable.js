'use strict';

const markdownTable = require('markdown-table');
const { FAULTS, OPERATIONS } = require('../../test/support/faults');

const LABELS = {
	create: 'Create',
	update: 'Update',
	get: 'Get',
	getAll: 'Get Many',
	delete: 'Delete',
};

const OUTCOMES = {
	done: 'done',
	retries: 'retries, done',
	waits: 'waits, done',
	refused: 'fails: not done',
	unknown: 'fails: may be done',
	fails: 'fails',
	stored: 'fails: stored',
};

/** docs/faults.md, from the table that the tests check the node against. */
function faultTable() {
	const table = markdownTable([
		['Fault', ...OPERATIONS.map((name) => LABELS[name])],
		...FAULTS.map(({ name, on = OPERATIONS, outcomes }) => [
			name,
			...OPERATIONS.map((operation) => {
				const [outcome] = outcomes[operation] ?? [];
				return outcome && on.includes(operation) ? OUTCOMES[outcome] : '';
			}),
		]),
	]);

	return `# How the node handles faults

\`npm run docs\` writes this page from the table that the tests use. The tests run each row with each operation, with the node set to stop on errors, to continue, and to continue on its error output.

- **done** – the operation succeeds.
- **retries, done** – the node repeats the request, up to three attempts in all, and the operation succeeds.
- **waits, done** – all requests of the run wait for the time that the installation asks for, or for increasing times if it names none, and the operation succeeds.
- **fails** – nothing could be read; the message says why.
- **fails: not done** – the message says why; nothing was stored.
- **fails: may be done** – the outcome is unknown, so the node doesn't repeat the request; the message says how to find out.
- **fails: stored** – the message names the flow that was stored.

${table}
`;
}

module.exports = { faultTable };
