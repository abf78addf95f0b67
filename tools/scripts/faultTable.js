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
	again: 'repeats, done',
	waits: 'waits, done',
	refused: 'fails: not done',
	unknown: 'fails: may be done',
	fails: 'fails',
	stored: 'fails: stored',
};

/** docs/faults.md, from the table that the tests check the node against. */
function faultTable() {
	const table = markdownTable([
		['What comes back', ...OPERATIONS.map((name) => LABELS[name])],
		...FAULTS.map(({ name, on = OPERATIONS, outcomes }) => [
			name,
			...OPERATIONS.map((operation) => {
				const [outcome] = outcomes[operation] ?? [];
				return outcome && on.includes(operation) ? OUTCOMES[outcome] : '';
			}),
		]),
	]);

	return `# What the node makes of faults

Written by \`npm run docs\` from the table that the tests use: each row is tried with each operation, with the node set to stop, to continue, and to continue on its error output.

- **fails: not done** – the message says why, and that nothing was stored is certain.
- **fails: may be done** – nobody knows whether it was done, so it is not repeated; the message says how to find out.
- **fails: stored** – the message names the flow that was stored.
- **repeats, done** – the request was repeated, up to three times in all, and then it ended well.
- **waits, done** – all requests of the run waited for the time that the installation names, or a growing one.

${table}
`;
}

module.exports = { faultTable };
