'use strict';

const { byId, runNode, writesOf } = require('./support/run');
const { useSandbox } = require('./support/sandbox');

const site = useSandbox({ profile: 'btools' });

beforeEach(() => site.current.addFlow({ id: 1 }));

/** @param {object} body of the response with status 200 */
const answerWith = (body, carriedOut = false) =>
	site.current.faults.add({
		on: { operation: 'delete' },
		times: Infinity,
		carriedOut,
		answer: { kind: 'notDone', body },
	});
const deleteFlow = async (settings) =>
	await runNode(site.current, 'delete', { flowId: byId(1) }, { settings });

describe('a response that says that something went wrong is a refusal', () => {
	test.each([
		[{ ok: false }, 'no reason given'],
		[{ ok: 'false', message: 'Not allowed' }, 'Not allowed'],
		[{ success: 0 }, 'no reason given'],
		[{ status: 404, message: 'Not found' }, 'Not found'],
		[{ status: '403' }, 'no reason given'],
		[{ status: 500, error: null }, 'no reason given'],
		[{ status: 'unauthorized' }, 'no reason given'],
		[{ status: 'Forbidden', message: 'Not allowed' }, 'Not allowed'],
		[{ status: 'not_found' }, 'no reason given'],
		[{ error: { message: 'Not allowed' } }, 'Not allowed'],
		[{ errors: ['Not allowed'], data: { id: 1 } }, 'Not allowed'],
	])('%j', async (body, reason) => {
		answerWith(body);
		const { error, json } = await deleteFlow();

		expect(error.message).toBe(`The installation refused this: ${reason} (HTTP 200)`);
		expect(json).toEqual([]);
	});
});

describe('a response that leaves doubt is checked', () => {
	const DOUBTFUL = [
		[{ message: 'You are not allowed to do this' }, ': You are not allowed to do this'],
		[{ message: '您无权执行此操作' }, ': 您无权执行此操作'],
		[{ message: { text: 'No' } }, ': No'],
		[{ status: 'success', message: '' }, ''],
		[{ data: { deleted: false } }, ''],
		[{ data: { id: 1, deleted: 'false' } }, ''],
		[{ data: { deleted: 0 }, message: 'Is in use' }, ': Is in use'],
		[{ deleted: false }, ''],
		[{ data: { success: false } }, ''],
		[{ data: { id: 1, status: 'error' } }, ''],
		[{ data: { message: 'Is in use' } }, ': Is in use'],
		[{ code: 403 }, ''],
		[{ result: 'denied' }, ''],
		[{ data: 'Is in use' }, ': Is in use'],
		[{ data: false }, ''],
	];

	test.each(DOUBTFUL)('%j fails if the flow is still there', async (body, reason) => {
		answerWith(body);
		const { error, json } = await deleteFlow();

		expect(error.message).toBe(`Flow 1 was not deleted${reason}`);
		expect(json).toEqual([]);
		expect(writesOf(site.current)).toHaveLength(1);
	});

	test.each([...DOUBTFUL, [{ message: 'Deleted' }], [{ deleted: true }]])(
		'%j succeeds if the flow is gone',
		async (body) => {
			answerWith(body, true);
			const { error, json } = await deleteFlow();

			expect(error).toBeUndefined();
			expect(json).toEqual([{ deleted: true, id: 1 }]);
			expect(writesOf(site.current)).toHaveLength(1);
		},
	);

	test('and may have been carried out if that can’t be checked', async () => {
		answerWith({ message: 'Deleted' }, true);
		site.current.faults.add({
			on: { operation: 'get' },
			answer: { status: 403, body: { errors: [{ title: 'Not you', status: 403 }] } },
		});
		const { error } = await deleteFlow();
		expect(error.message).toMatch(/^Flow 1 may or may not have been deleted: the installation /);
	});

	test('and may have been carried out if a web page answers that check', async () => {
		answerWith({ message: 'Deleted' });
		site.current.faults.add({
			on: { operation: 'get' },
			times: Infinity,
			answer: { kind: 'htmlPage', status: 404 },
		});
		const { error } = await deleteFlow();
		expect(error.message).toMatch(/^Flow 1 may or may not have been deleted: the installation /);
	});

	test('also at a further attempt of Retry On Fail, without a second delete', async () => {
		answerWith({ message: 'Deleted' }, true);
		site.current.faults.add({
			on: { operation: 'get' },
			answer: { status: 403, body: { errors: [{ title: 'Not you', status: 403 }] } },
		});
		const { error, json } = await deleteFlow({
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 0,
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([{ deleted: true, id: 1 }]);
	});
});

describe('a response that leaves no doubt costs no further request', () => {
	test.each([
		{},
		{ data: null },
		{ data: [] },
		{ data: { id: 1 } },
		{ data: { id: '1', name: 'Flow 1' } },
		{ data: { id: 1, deleted: true } },
		{ success: true },
		{ status: 'success', data: null },
		{ status: 200, errors: [] },
	])('%j', async (body) => {
		answerWith(body, true);
		const { error, json } = await deleteFlow();

		expect(error).toBeUndefined();
		expect(json).toEqual([{ deleted: true, id: 1 }]);
		expect(site.current.requests).toHaveLength(1);
	});
});
