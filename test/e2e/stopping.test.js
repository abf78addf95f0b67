'use strict';

const { MAJORS } = require('./support/majors');
const { useN8n } = require('./support/n8n');
const { until } = require('./support/until');
const { newFlow, pusher, TRIGGER, withItems } = require('./support/workflows');

describe.each(MAJORS)('n8n %s: stopping an execution', (major) => {
	const the = useN8n(major, { profile: 'newer' });
	const start = async (name, count) => {
		const items = Array.from({ length: count }, (_, n) => ({ n }));
		const file = withItems(items, pusher('create', newFlow({ name }), the.credential));
		return await the.api.start(await the.api.createWorkflow(file), TRIGGER);
	};
	const sentBy = (name) =>
		the.sandbox.requests.filter(({ parts }) => parts.some(({ value }) => value === name));

	test('stops waiting for the rate limit, and sends nothing more', async () => {
		const answer = { kind: 'rateLimited', resetSeconds: 3 };
		the.sandbox.faults.add({ on: { operation: 'create' }, times: Infinity, answer });

		const stopped = await start('Stopped', 20);
		await until(() => sentBy('Stopped').length > 0, 'a request of the first execution');
		await the.api.stop(stopped);
		await expect(the.api.ended(stopped)).resolves.toMatchObject({ status: 'canceled' });

		// It waits as long and began later. Once it is through, the other would have been.
		const left = await start('Left alone', 1);
		await until(() => sentBy('Left alone').length > 0, 'a request of the second execution');
		the.sandbox.faults.clear();
		await expect(the.api.ended(left)).resolves.toMatchObject({ status: 'success' });

		expect(the.sandbox.flows().map(({ name }) => name)).toEqual(['Left alone']);
		const statuses = sentBy('Stopped').map(({ status }) => status);
		expect(new Set(statuses)).toEqual(new Set([429]));
		expect(statuses.length).toBeLessThanOrEqual(5);
	});
});
