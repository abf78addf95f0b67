'use strict';

const { startSandbox } = require('../tools/sandbox');
const { byId, newFlow, runNode } = require('./support/run');
const { FAULTS, OPERATIONS } = require('./support/faults');

const KEY = 'a-key-that-must-not-be-seen';

const PARAMETERS = {
	create: newFlow(),
	update: { flowId: byId(1), updateFields: { title: 'Changed' } },
	get: { flowId: byId(1) },
	getAll: { returnAll: true },
	delete: { flowId: byId(1) },
};

/** The sandbox's name for an operation. */
const sandboxName = (operation) => (operation === 'getAll' ? 'list' : operation);
// The modes differ only in what happens after the transport: for its mutants, one is enough.
const MODES = process.env.MUTATION
	? ['stopWorkflow']
	: ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'];

const rows = FAULTS.flatMap((fault) =>
	(fault.on ?? OPERATIONS).flatMap((operation) =>
		MODES.map((mode) => [fault.name, operation, mode, fault]),
	),
);

test.concurrent.each(rows)('%s: %s, %s', async (_, operation, mode, row) => {
	const sandbox = await startSandbox({ profile: 'btools', apiKey: KEY });
	try {
		sandbox.addFlow({ id: 1, title: 'Stored' });
		const on = row.everyRequest ? {} : { operation: sandboxName(operation) };
		sandbox.faults.add(row.elsewhere ? row.fault : { on, ...row.fault });

		const result = await runNode(
			sandbox,
			operation,
			{ ...PARAMETERS[operation], ...row.parameters },
			{ settings: { onError: mode } },
		);
		const [outcome, message] = row.outcomes[operation];

		expectNoSecret(result);
		expectNoRepeatedWrite(sandbox, operation, outcome);
		if (['done', 'retries', 'waits'].includes(outcome)) {
			expectSuccess(result);
		} else {
			expectFailure(result, mode, message, row.what);
			await expectOutcome(
				sandbox,
				operation,
				outcome,
				Boolean(row.fault.carriedOut || row.elsewhere),
			);
		}
	} finally {
		await sandbox.stop();
	}
});

function expectSuccess({ error, output, errorOutput }) {
	expect(error).toBeUndefined();
	expect(errorOutput).toEqual([]);
	expect(output.length).toBeGreaterThan(0);
	for (const item of output) {
		expect(item.json).not.toHaveProperty('error');
		expect(item.pairedItem).toEqual({ item: 0 });
	}
}

function expectFailure({ error, output, errorOutput }, mode, message, what = '') {
	const failed = {
		stopWorkflow: [],
		continueRegularOutput: output,
		continueErrorOutput: errorOutput,
	};
	if (mode === 'stopWorkflow') {
		expect(error.context.itemIndex).toBe(0);
		expect(error.description).toMatch(/\w/);
	} else {
		expect(error).toBeUndefined();
		expect(failed[mode]).toEqual([
			{
				json: { error: expect.any(String), message: expect.stringMatching(/\w/) },
				pairedItem: { item: 0 },
			},
		]);
	}
	if (mode !== 'continueRegularOutput') expect(output).toEqual([]);

	const shown = error?.message ?? failed[mode][0].json.error;
	expect(shown).toMatch(message);
	expect(shown).toContain(what);
	expect(shown).toMatch(/ \[item 0\]$/);
}

/** Whether something was stored has to be as the message says. */
async function expectOutcome(sandbox, operation, outcome, wasDone = false) {
	const isDone = {
		create: () => sandbox.flows().length === 2,
		update: () => sandbox.flows()[0]?.title === 'Changed',
		delete: () => sandbox.flows().length === 0,
	}[operation];
	if (isDone === undefined) return;

	// The sandbox may carry out a request only after the node has given it up.
	if (wasDone) await until(isDone);
	if (outcome === 'refused') expect(isDone()).toBe(false);
	if (outcome === 'stored') expect(isDone()).toBe(true);
	if (outcome === 'unknown') expect(isDone()).toBe(wasDone);
}

async function until(holds) {
	while (!holds()) await new Promise((resume) => setTimeout(resume, 5));
}

function expectNoRepeatedWrite(sandbox, operation, outcome) {
	const writes = sandbox.requests.filter(({ method }) => method === 'POST');
	const refusedFirst = outcome === 'waits' ? 2 : 0;
	expect(writes.length).toBeLessThanOrEqual(1 + refusedFirst);
	expect(sandbox.flows().length).toBeLessThanOrEqual(2);
	if (operation === 'delete') expect(writes).toEqual([]);
}

/** n8n stores a run with every message, description, stack, cause and context. */
function expectNoSecret({ run, error }) {
	const seen = new Set();
	const everything = JSON.stringify([run, error, error?.stack, error?.cause], (_, value) => {
		if (typeof value !== 'object' || value === null) return value;
		if (seen.has(value)) return undefined;
		seen.add(value);
		return value instanceof Error
			? { ...value, message: value.message, stack: value.stack, cause: value.cause }
			: value;
	});
	expect(everything).not.toContain(KEY);
	expect(everything).not.toContain('Bearer a');
}

test('if the connection is refused, the message says that nothing was sent', async () => {
	const sandbox = await startSandbox();
	await sandbox.stop();
	const { error } = await runNode(sandbox, 'create', newFlow());

	expect(error.message).toBe(
		'No connection to the installation (ECONNREFUSED), so nothing was sent [item 0]',
	);
});

test('if the host does not exist, the message says that nothing was sent', async () => {
	const { error } = await runNode(
		{ url: 'http://nowhere.invalid', apiKey: KEY },
		'create',
		newFlow(),
	);
	expect(error.message).toMatch(
		/^No connection to the installation \((ENOTFOUND|EAI_AGAIN)\), so nothing was sent/,
	);
});

test('the table has an outcome for each operation of each fault', () => {
	expect(
		FAULTS.filter(({ outcomes, on = OPERATIONS }) => on.some((name) => !outcomes[name])),
	).toEqual([]);
});
