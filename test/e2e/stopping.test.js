'use strict';

const { waitUntil } = require('../../tools/n8n/waitUntil');
const { MAJORS } = require('./support/majors');
const { useN8n } = require('./support/n8n');
const { newFlow, pusher, TRIGGER, withItems } = require('./support/workflows');

describe.each(MAJORS)('n8n %s: stopping an execution', (major) => {
	const the = useN8n(major, { profile: 'newer' });
	/** @type {(name: string, count: number) => Promise<string>} */
	const start = async (name, count) => {
		const items = Array.from({ length: count }, (_, n) => ({ n }));
		const file = withItems(items, pusher('create', newFlow({ name }), the.credential));
		return await the.api.start(await the.api.createWorkflow(file), TRIGGER);
	};
	const sentBy = (/** @type {string} */ name) =>
		the.sandbox.requests.filter(({ parts }) => parts.some(({ value }) => value === name));

	test('ends the wait for the rate limit, and sends nothing more', async () => {
		the.sandbox.faults.add({
			on: { operation: 'create' },
			times: Infinity,
			answer: { kind: 'rateLimited', resetSeconds: 3 },
		});

		const stopped = await start('Stopped', 20);
		await waitUntil('the first execution sends', () => sentBy('Stopped').length > 0);
		await the.api.stop(stopped);
		await expect(the.api.ended(stopped)).resolves.toMatchObject({ status: 'canceled' });

		// It waits as long and started later. Once it is done, the other would be done as well.
		const left = await start('Left alone', 1);
		await waitUntil('the second execution sends', () => sentBy('Left alone').length > 0);
		the.sandbox.faults.clear();
		await expect(the.api.ended(left)).resolves.toMatchObject({ status: 'success' });

		expect(the.sandbox.flows().map(({ name }) => name)).toEqual(['Left alone']);
		const statuses = sentBy('Stopped').map(({ status }) => status);
		expect(new Set(statuses)).toEqual(new Set([429]));
		expect(statuses.length).toBeLessThanOrEqual(5);
	});
});
