'use strict';

const { startSandbox } = require('../tools/sandbox');
const { newFlow, runNode } = require('./support/run');
const { useSandbox } = require('./support/sandbox');

const many = (count) => Array.from({ length: count }, (_, n) => ({ json: { n: `Flow ${n}` } }));
const numbered = newFlow({ title: '={{ $json.n }}' });

describe('200 creates', () => {
	test.concurrent.each([
		['X-RateLimit-Reset', { resetSeconds: 1 }],
		['Retry-After in seconds', { retryAfter: 1 }],
		['Retry-After as a date', { retryAfter: 'date' }],
		['no time to wait', {}],
	])(
		'store 200 flows, each once and in order, if every 60th is rate limited with %s',
		async (_, { retryAfter, ...answer }) => {
			const sandbox = await startSandbox({ profile: 'newer' });
			try {
				const inTwoSeconds = new Date(Date.now() + 2000).toUTCString();
				for (const skip of [60, 120, 180]) {
					sandbox.faults.add({
						on: { operation: 'create' },
						skip,
						answer: {
							kind: 'rateLimited',
							...answer,
							retryAfter: retryAfter === 'date' ? inTwoSeconds : retryAfter,
						},
					});
				}
				await expect200Flows(sandbox);
				expect(sandbox.requests.filter(({ status }) => status === 429)).toHaveLength(3);
			} finally {
				await sandbox.stop();
			}
		},
	);

	test('store 200 flows despite a limit of 60 in a window', async () => {
		const rateLimit = { limit: 60, windowMs: 1000 };
		const sandbox = await startSandbox({ profile: 'newer', behaviour: { rateLimit } });
		try {
			await expect200Flows(sandbox);
			// All items wait together: in each window, at most those under way are refused.
			const refused = sandbox.requests.filter(({ status }) => status === 429);
			expect(refused.length).toBeLessThanOrEqual(5 * Math.ceil(200 / 60));
		} finally {
			await sandbox.stop();
		}
	});
});

describe('an execution that is stopped', () => {
	const site = useSandbox({ profile: 'newer' });

	test('stops waiting at once, and sends nothing more', async () => {
		site.current.faults.add({
			on: { operation: 'create' },
			skip: 3,
			times: Infinity,
			answer: { kind: 'rateLimited', resetSeconds: 300 },
		});
		let stop;
		const run = runNode(site.current, 'create', numbered, {
			items: many(50),
			onStart: (cancel) => (stop = cancel),
		});
		await until(() => site.current.requests.some(({ status }) => status === 429));
		stop();
		await run;

		expect(site.current.flows()).toHaveLength(3);
		expect(site.current.requests.length).toBeLessThanOrEqual(3 + 5);
	});
});

describe('the node does not wait', () => {
	const site = useSandbox({ profile: 'newer' });

	test('if the installation asks for too long, and says how many items were processed', async () => {
		site.current.faults.add({
			on: { operation: 'create' },
			skip: 7,
			times: Infinity,
			answer: { kind: 'rateLimited', retryAfter: 3600 },
		});
		const { error } = await runNode(site.current, 'create', numbered, { items: many(20) });

		expect(error.message).toMatch(
			/^The installation accepts no more requests for now \(HTTP 429\)/,
		);
		expect(error.description).toContain('It asks to wait 3600 seconds');
		expect(error.description).toContain('7 of 20 items were processed');
	});

	test('for any of the remaining items, with Continue', async () => {
		site.current.faults.add({
			on: { operation: 'create' },
			skip: 2,
			times: Infinity,
			answer: { kind: 'rateLimited', retryAfter: 3600 },
		});
		const { output, errorOutput } = await runNode(site.current, 'create', numbered, {
			items: many(4),
			settings: { onError: 'continueErrorOutput' },
		});

		expect(output).toHaveLength(2);
		expect(errorOutput).toHaveLength(2);
		expect(errorOutput[0].json.message).toContain('2 of 4 items were processed');
	});
});

async function expect200Flows(sandbox) {
	const items = many(200);
	const { json, error } = await runNode(sandbox, 'create', numbered, { items });

	expect(error).toBeUndefined();
	const titles = items.map(({ json: { n } }) => n);
	expect(json.map(({ title }) => title)).toEqual(titles);
	const stored = sandbox.flows().map(({ title }) => title);
	expect(stored.sort()).toEqual([...titles].sort());
}

async function until(holds) {
	while (!holds()) await new Promise((resume) => setTimeout(resume, 5));
}
