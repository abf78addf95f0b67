'use strict';

const { waitUntil } = require('../../tools/n8n/waitUntil');
const { asStored, batch, batches, FLOWS_IN_A_BATCH, storedIn } = require('./support/batches');
const { log, useQueue } = require('./support/queue');
const { activeWorkflow } = require('./support/workflow');

// n8n may have to be installed first.
jest.setTimeout(30 * 60_000);

const SECONDS_TO_END = 300;

/** @typedef {import('./support/batches').Sandbox} Sandbox */
/** @typedef {import('../../tools/n8n/worker').RunningWorker} Worker */

/** @type {(ids: string[]) => string[]} */
const inOrder = (ids) => [...ids].sort((a, b) => Number(a) - Number(b));
/** @type {(sandbox: Sandbox) => Sandbox['requests']} */
const refusedBy = ({ requests }) => requests.filter(({ status }) => status === 429);
/** @type {(sandbox: Sandbox) => boolean} */
const isAtRest = ({ requests }) => requests.every(({ finishedAt }) => finishedAt !== null);
/** @type {(worker: Worker) => string[]} */
const underWay = ({ started, finished }) => started().filter((id) => !finished().includes(id));

describe('n8n 2 in queue mode', () => {
	const n8n = useQueue('2');

	test('stores 500 flows with images once each, with two workers of which one is stopped halfway', async () => {
		const sandbox = await n8n.addSandbox({ rateLimit: { limit: 60, windowMs: 2000 } });
		const flows = await activeWorkflow(n8n, sandbox);
		const time = { N8N_GRACEFUL_SHUTDOWN_TIMEOUT: String(SECONDS_TO_END) };
		const workers = await n8n.addWorkers(2, { concurrency: 5, env: time });
		const [stopped, other] = workers;
		if (!stopped || !other) throw new Error('There are not two workers');

		const sent = batches(500 / FLOWS_IN_A_BATCH);
		const startedAt = Date.now();
		await Promise.all(sent.map(flows.call));
		await waitUntil(
			'half of the flows are stored, and both workers are busy',
			() => {
				const isBusy = (/** @type {Worker} */ worker) => underWay(worker).length > 0;
				return workers.every(isBusy) && sandbox.flows().length >= 250;
			},
			{ seconds: 120 },
		);
		const leftToDo = underWay(stopped);
		stopped.signal('SIGTERM');

		const ids = inOrder(await flows.executions(sent.length));
		const executions = await Promise.all(ids.map((id) => n8n.api.ended(id, SECONDS_TO_END)));
		const seconds = Math.round((Date.now() - startedAt) / 1000);

		expect(storedIn(sandbox)).toEqual(sent.flatMap(asStored).sort());
		expect(executions.map(({ status }) => status)).toEqual(sent.map(() => 'success'));
		const reported = executions.flatMap((execution) => execution.output('Create'));
		/** @type {(all: Array<{id?: unknown, name?: unknown}>) => string[]} */
		const names = (all) => all.map(({ id, name }) => `${id} ${name}`).sort();
		expect(names(reported.map(({ json }) => json))).toEqual(names(sandbox.flows()));

		// The images went from the main process to the workers through the database.
		const calls = executions.flatMap((execution) => execution.output('Call'));
		const files = calls.flatMap(({ binary }) => Object.values(binary ?? {}));
		expect(files).toHaveLength(500);
		expect(files.filter(({ id }) => !id?.startsWith('database:'))).toEqual([]);

		await expect(stopped.ended).resolves.toBe('code 0');
		expect(stopped.finished()).toEqual(expect.arrayContaining(leftToDo));
		expect(inOrder(workers.flatMap(({ started }) => started()))).toEqual(ids);

		const creates = sandbox.requests.filter(({ status }) => status === 201);
		expect(creates).toHaveLength(500);
		const refused = refusedBy(sandbox);
		expect(refused.length).toBeGreaterThan(0);
		log(
			`500 flows in ${seconds} s and ${sandbox.requests.length} requests, ${refused.length} of them refused by the rate limit. The stopped worker had started ${stopped.started().length} executions and finished its last ${leftToDo.length}. The other one ran ${other.started().length}.`,
		);
	});

	testLostWorkers(n8n);
});

describe('n8n 1 in queue mode, set not to restart executions', () => {
	testLostWorkers(useQueue('1', { QUEUE_WORKER_MAX_STALLED_COUNT: '0' }));
});

/** @param {ReturnType<typeof useQueue>} n8n */
function testLostWorkers(n8n) {
	test('lets the execution of a lost worker fail, and no other worker restarts it', async () => {
		const time = { N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '2' };
		const workers = await n8n.addWorkers(3, { concurrency: 1, env: time });
		const killed = await executionThatWaits(n8n, workers);
		const stopped = await executionThatWaits(n8n, workers);
		const goneAt = Date.now();
		killed.worker.signal('SIGKILL');
		stopped.worker.signal('SIGTERM');
		await expect(killed.worker.ended).resolves.toBe('SIGKILL');
		await expect(stopped.worker.ended).resolves.toBe('code 1');

		for (const [how, { id, sandbox, images, stored }] of Object.entries({ killed, stopped })) {
			sandbox.behaviour.rateLimit = null;
			const { status, errors } = await n8n.api.ended(id, SECONDS_TO_END);
			const seconds = Math.round((Date.now() - goneAt) / 1000);

			expect(status).toBe('error');
			const message = expect.stringMatching(
				/^This execution failed to be processed too many times/,
			);
			expect(errors).toEqual([expect.objectContaining({ node: '', message })]);
			expect(asStored(images)).toEqual(expect.arrayContaining(stored));
			log(
				`The execution of the worker that was ${how} had stored ${stored.length} of ${images.length} flows. ${seconds} s later, its status is "${status}".`,
			);
		}

		// The queue continues with the next execution, and not with the lost ones.
		const sandbox = await n8n.addSandbox();
		const flows = await activeWorkflow(n8n, sandbox);
		const images = batch('Next');
		await flows.call(images);
		const [id = ''] = await flows.executions(1);
		await expect(n8n.api.ended(id, SECONDS_TO_END)).resolves.toMatchObject({ status: 'success' });
		expect(storedIn(sandbox)).toEqual(asStored(images));
		const all = inOrder([killed.id, stopped.id, id]);
		expect(inOrder(workers.flatMap(({ started }) => started()))).toEqual(all);
		expect(storedIn(killed.sandbox)).toEqual(killed.stored);
		expect(storedIn(stopped.sandbox)).toEqual(stopped.stored);
	});
}

/**
 * An execution that has stored some of its flows, and waits for minutes before the next one.
 *
 * @param {ReturnType<typeof useQueue>} n8n
 * @param {Worker[]} workers
 */
async function executionThatWaits(n8n, workers) {
	const sandbox = await n8n.addSandbox({ rateLimit: { limit: 20, windowMs: 300_000 } });
	const flows = await activeWorkflow(n8n, sandbox);
	const images = batch('Cut short');
	await flows.call(images);
	await waitUntil('the execution waits', () => refusedBy(sandbox).length > 0 && isAtRest(sandbox), {
		seconds: 120,
	});

	const [id = ''] = await flows.executions(1);
	const hasStartedIt = (/** @type {Worker} */ { started }) => started().includes(id);
	await waitUntil('a worker logs that it started the execution', () => workers.some(hasStartedIt));
	const worker = workers.find(hasStartedIt);
	if (!worker) throw new Error('No worker started the execution');
	const stored = storedIn(sandbox);
	expect(stored.length).toBeGreaterThan(0);
	return { id, worker, sandbox, images, stored };
}
