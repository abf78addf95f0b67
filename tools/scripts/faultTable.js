'use strict';

const { FAULTS, OPERATIONS } = require('../../test/support/faults');

const LABELS = {
	create: 'Create',
	update: 'Update',
	get: 'Get',
	getAll: 'Get Many',
	delete: 'Delete',
};

const OUTCOMES = {
	done: 'succeeds',
	retries: 'retries, succeeds',
	waits: 'waits, succeeds',
	refused: 'fails: nothing changed',
	unknown: 'fails: outcome unknown',
	fails: 'fails',
	stored: 'fails: stored',
};

/** The text of docs/faults.md, from the table that the tests check the node against. */
function faultTable() {
	const header = ['Response', ...OPERATIONS.map((name) => LABELS[name])];
	const rows = FAULTS.map(({ name, on = OPERATIONS, outcomes }) => [
		name,
		...OPERATIONS.map((operation) =>
			on.includes(operation) ? OUTCOMES[outcomes[operation][0]] : '',
		),
	]);
	const lines = [header, header.map(() => '---'), ...rows].map(
		(cells) => `| ${cells.join(' | ')} |`,
	);

	return `# How the node handles faults

Written by \`npm run docs\` from the table that the tests use: each fault is tested with each operation, with the node set to stop at an error, to continue, and to continue using its error output.

- **fails: nothing changed** – the request was certainly not carried out. The message says why.
- **fails: outcome unknown** – the request may have been carried out, so it is not repeated. The message says how to find out.
- **fails: stored** – the flow was stored all the same. The message names it.
- **retries, succeeds** – the request was repeated, with at most three attempts, until it succeeded.
- **waits, succeeds** – all requests of the run waited as long as the installation asked for or, if it didn't say, increasingly long.

${lines.join('\n')}
`;
}

module.exports = { faultTable };
