'use strict';

const { asStored, batch, batches, FLOWS_IN_A_BATCH, storedIn } = require('./support/batches');
const { say, useQueue } = require('./support/queue');
const { until } = require('./support/until');
const { activeWorkflow } = require('./support/workflow');

// On a machine on which n8n has to be installed first.
jest.setTimeout(30 * 60_000);

const SECONDS_TO_END = 300;

const inOrder = (ids) => [...ids].sort((a, b) => a - b);
const refusedBy = ({ requests }) => requests.filter(({ status }) => status === 429);
const isAtRest = ({ requests }) => requests.every(({ finishedAt }) => finishedAt !== null);
const underWay = ({ started, finished }) => started().filter((id) => !finished().includes(id));

describe('n8n 2 in queue mode', () => {
	const n8n = useQueue('2');

	test('stores 500 flows with images once each, with two workers of which one is stopped meanwhile', async () => {
		const sandbox = await n8n.addSandbox({ rateLimit: { limit: 60, windowMs: 2000 } });
		const flows = await activeWorkflow(n8n, sandbox);
		const time = { N8N_GRACEFUL_SHUTDOWN_TIMEOUT: String(SECONDS_TO_END) };
		const workers = await n8n.addWorkers(2, { concurrency: 5, env: time });
		const [stopped, other] = workers;

		const sent = batches(500 / FLOWS_IN_A_BATCH);
		const startedAt = Date.now();
		await Promise.all(sent.map(flows.call));
		await until('half of it is done, and both workers are at it', () => {
			const isAtIt = (worker) => underWay(worker).length > 0;
			return workers.every(isAtIt) && sandbox.flows().length >= 250;
		});
		const leftToDo = underWay(stopped);
		stopped.signal('SIGTERM');

		const ids = inOrder(await flows.executions(sent.length));
		const executions = await Promise.all(ids.map((id) => n8n.api.ended(id, SECONDS_TO_END)));
		const seconds = Math.round((Date.now() - startedAt) / 1000);

		expect(storedIn(sandbox)).toEqual(sent.flatMap(asStored).sort());
		expect(executions.map(({ status }) => status)).toEqual(sent.map(() => 'success'));
		const reported = executions.flatMap((execution) => execution.output('Create'));
		const names = (all) => all.map(({ id, name }) => `${id} ${name}`).sort();
		expect(names(reported.map(({ json }) => json))).toEqual(names(sandbox.flows()));

		// The pictures came from the main process to the workers by way of the database.
		const calls = executions.flatMap((execution) => execution.output('Call'));
		const files = calls.flatMap(({ binary }) => Object.values(binary));
		expect(files).toHaveLength(500);
		expect(files.filter(({ id }) => !id.startsWith('database:'))).toEqual([]);

		await expect(stopped.ended).resolves.toBe('code 0');
		expect(stopped.finished()).toEqual(expect.arrayContaining(leftToDo));
		expect(inOrder(workers.flatMap(({ started }) => started()))).toEqual(ids);

		const creates = sandbox.requests.filter(({ status }) => status === 201);
		expect(creates).toHaveLength(500);
		const refused = refusedBy(sandbox);
		expect(refused.length).toBeGreaterThan(0);
		say(
			`500 flows in ${seconds} s and ${sandbox.requests.length} requests, ${refused.length} of them refused by the rate limit. The worker that was stopped had begun ${stopped.started().length} executions and did its last ${leftToDo.length} to their end; the other one did ${other.started().length}.`,
		);
	});

	testWorkersThatAreGone(n8n);
});

describe('n8n 1 in queue mode, set not to restart executions', () => {
	testWorkersThatAreGone(useQueue('1', { QUEUE_WORKER_MAX_STALLED_COUNT: '0' }));
});

function testWorkersThatAreGone(n8n) {
	test('fails the execution of a lost worker, and no other worker restarts it', async () => {
		const time = { N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '2' };
		const workers = await n8n.addWorkers(3, { concurrency: 1, env: time });
		const killed = await executionThatWaits(n8n, workers);
		const stopped = await executionThatWaits(n8n, workers);
		const goneAt = Date.now();
		killed.worker.signal('SIGKILL');
		stopped.worker.signal('SIGTERM');
		await expect(killed.worker.ended).resolves.toBe('SIGKILL');
		await expect(stopped.worker.ended).resolves.toBe('code 1');

		for (const [how, { id, sandbox, pictures, stored }] of Object.entries({ killed, stopped })) {
			sandbox.behaviour.rateLimit = null;
			const { status, errors } = await n8n.api.ended(id, SECONDS_TO_END);
			const seconds = Math.round((Date.now() - goneAt) / 1000);

			expect(status).toBe('error');
			const message = expect.stringMatching(
				/^This execution failed to be processed too many times/,
			);
			expect(errors).toEqual([expect.objectContaining({ node: '', message })]);
			expect(asStored(pictures)).toEqual(expect.arrayContaining(stored));
			say(
				`The execution of the worker that was ${how} had stored ${stored.length} of ${pictures.length} flows; ${seconds} s later it is said to be "${status}".`,
			);
		}

		// The queue goes on, with what comes next and nothing of what was before.
		const sandbox = await n8n.addSandbox();
		const flows = await activeWorkflow(n8n, sandbox);
		const pictures = batch('Next');
		await flows.call(pictures);
		const [id] = await flows.executions(1);
		await expect(n8n.api.ended(id, SECONDS_TO_END)).resolves.toMatchObject({ status: 'success' });
		expect(storedIn(sandbox)).toEqual(asStored(pictures));
		const begun = inOrder([killed.id, stopped.id, id]);
		expect(inOrder(workers.flatMap(({ started }) => started()))).toEqual(begun);
		expect(storedIn(killed.sandbox)).toEqual(killed.stored);
		expect(storedIn(stopped.sandbox)).toEqual(stopped.stored);
	});
}

/** An execution that has stored some of its flows, and waits for minutes before it does more. */
async function executionThatWaits(n8n, workers) {
	const sandbox = await n8n.addSandbox({ rateLimit: { limit: 20, windowMs: 300_000 } });
	const flows = await activeWorkflow(n8n, sandbox);
	const pictures = batch('Cut short');
	await flows.call(pictures);
	await until('the execution waits', () => refusedBy(sandbox).length > 0 && isAtRest(sandbox));

	const [id] = await flows.executions(1);
	const hasBegunIt = ({ started }) => started().includes(id);
	await until('a worker says that it began the execution', () => workers.some(hasBegunIt));
	const worker = workers.find(hasBegunIt);
	const stored = storedIn(sandbox);
	expect(stored.length).toBeGreaterThan(0);
	return { id, worker, sandbox, pictures, stored };
}
