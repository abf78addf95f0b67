'use strict';

const { once } = require('node:events');
const http = require('node:http');
const { useInstallation } = require('./client');

const site = useInstallation();
const fault = (operation, answer, more) =>
	site.sandbox.faults.add({ on: { operation }, answer, ...more });
const FLOW = {
	website_id: '1',
	name: 'Welcome',
	title: 'Hello',
	description: 'Good to see you',
	wait_time: '3',
	wait_time_type: 'days',
};

test.each([
	['before', /^<br \/>\n<b>Deprecated<\/b>.*\{"data":\{"id":1\}\}$/s],
	['after', /^\{"data":\{"id":1\}\}<br \/>/],
	['both', /^<br \/>.*\{"data":\{"id":1\}\}<br \/>/s],
])('PHP notices %s the JSON, and it is done', async (where, expected) => {
	fault('create', { kind: 'phpNotice', where });
	const { text, status } = await site.post('flows', FLOW);
	expect([status, text]).toEqual([201, expect.stringMatching(expected)]);
	expect(site.sandbox.flows()).toHaveLength(1);
});

/** The status alone, read without `fetch`, which takes 407 for a failure of the network. */
async function statusOf(path) {
	const { apiKey, url } = site.sandbox;
	const headers = { authorization: `Bearer ${apiKey}` };
	const [response] = await once(http.get(`${url}/api/${path}`, { headers }), 'response');
	response.resume();
	return response.statusCode;
}

test.each([405, 406, 407])('a page of what stands in front: %i', async (status) => {
	fault('list', { kind: 'serverPage', status });
	expect(await statusOf('flows')).toBe(status);
	expect(await statusOf('flows')).toBe(200);
});

test.each([
	[undefined, { data: { deleted: false } }],
	[{ ok: false }, { ok: false }],
])('a delete that is not done: %j', async (body, expected) => {
	fault('delete', { kind: 'notDone', ...(body && { body }) });
	const { id } = site.sandbox.addFlow();
	const answer = await site.remove(`flows/${id}`);
	expect([answer.status, answer.body]).toEqual([200, expected]);
	expect(site.sandbox.flows()).toHaveLength(1);
});

test.each([
	['dataAsObject', 2, { 1: { id: 1 }, 2: { id: 2 } }],
	['dataAsObject', 0, {}],
	['dataAsNull', 0, null],
])('a list as %s, with %i entries', async (kind, count, expected) => {
	site.sandbox.addFlows(count);
	fault('list', { kind });
	const { data } = await site.get('flows');
	if (expected === null) expect(data).toBeNull();
	else expect(data).toMatchObject(expected);
});

test('a relative redirect with a token', async () => {
	fault('list', { kind: 'redirect', status: 302, location: '/login?token=secret-token' });
	const { headers, status } = await site.get('flows');
	expect([status, headers.get('location')]).toEqual([302, '/login?token=secret-token']);
});

test('a reply that is slow, after the work was done', async () => {
	fault('update', { kind: 'slow', ms: 50 });
	const { id } = site.sandbox.addFlow();
	const replies = [];
	await Promise.all([
		site.post(`flows/${id}`, { title: 'First' }).then(() => replies.push('first')),
		new Promise((resolve) => setTimeout(resolve, 20))
			.then(() => site.post(`flows/${id}`, { title: 'Second' }))
			.then(() => replies.push('second')),
	]);
	expect(replies).toEqual(['second', 'first']);
	expect(site.sandbox.flows()[0].title).toBe('Second');
});

test.each([
	['listInsteadOfFlow', 'campaigns.get', 'campaigns/1', [{ id: 1 }]],
	['flowInsteadOfList', 'campaigns.list', 'campaigns', { id: 1 }],
])('%s holds for every resource', async (kind, operation, path, data) => {
	site.sandbox.addCampaign();
	fault(operation, { kind });
	expect((await site.get(path)).data).toMatchObject(data);
});

test('what is not carried out leaves no trace: nothing is sent either', async () => {
	fault('campaigns.create', { kind: 'cutJson' });
	const fields = { website_id: '1', name: 'a', title: 'b', description: 'c' };
	const { status, data } = await site.post('campaigns', fields);
	expect([status, data]).toEqual([200, undefined]);
	expect(site.sandbox.outbox).toEqual([]);
	expect(site.sandbox.campaigns()).toEqual([]);
	expect(site.sandbox.subscribers()[0].total_sent_push_notifications).toBe(0);
	expect((await site.post('campaigns', fields)).data.id).toBe(1);
	expect(site.sandbox.outbox).toHaveLength(6);
});

test.each([
	['operation', { on: { operation: 'campaign.get' }, answer: { kind: 'reset' } }],
	['faulty answer', { answer: { kind: 'resett' } }],
])('an unknown %s is told at once', (_, added) => {
	expect(() => site.sandbox.faults.add(added)).toThrow(/^There is no /);
});
