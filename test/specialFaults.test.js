'use strict';

const { startSandbox } = require('../tools/sandbox');
const { FAULTS } = require('./support/faults');
const { runNode } = require('./support/run');
const { SPECIAL_OPERATIONS } = require('./support/specialOperations');

const SUCCESSES = ['done', 'retries', 'waits'];

/** What is wrong for one entry alone: statistics are a list, whose rows have no ID. */
const OF_ENTRIES = ['listInsteadOfFlow', 'otherId', 'withoutId'];
const applies = ({ isList }, { fault }) => !isList || !OF_ENTRIES.includes(fault.answer.kind);

const rows = Object.entries(SPECIAL_OPERATIONS).flatMap(([name, special]) =>
	FAULTS.filter(({ on, elsewhere }) => !elsewhere && (on?.includes(special.like) ?? true))
		.filter((fault) => applies(special, fault))
		.map((fault) => [fault.name, name, fault, special]),
);

test.concurrent.each(rows)('%s: %s', async (_, name, row, special) => {
	const { resource, operation, like, request, isDone } = special;
	const sandbox = await startSandbox({ profile: 'btools' });
	try {
		const on = row.everyRequest ? {} : { operation: request };
		sandbox.faults.add({ on, ...row.fault });
		const { output, error } = await runNode(sandbox, operation, {
			resource,
			...special.parameters,
			...row.parameters,
		});
		const [outcome] = row.outcomes[like];

		const writes = sandbox.requests.filter(({ method }) => method === 'POST');
		expect(writes.length).toBeLessThanOrEqual(outcome === 'waits' ? 3 : 1);
		if (!error) {
			expect(isDone(sandbox)).toBe(true);
			expect(output.length).toBeGreaterThan(0);
		}
		if (SUCCESSES.includes(outcome)) {
			// Whoever looks at what was stored may find that nothing was.
			if (isDone(sandbox)) expect(error).toBeUndefined();
		} else {
			expect([name, error?.message]).toEqual([name, expect.stringMatching(/\w/)]);
			expect(error.description).toMatch(/\w/);
		}
	} finally {
		await sandbox.stop();
	}
});
