'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Trigger } = require('../tools/engine/poll');
const { startSandbox } = require('../tools/sandbox');

/** An installation of its own, ended with the test. */
async function installation(options) {
	const sandbox = await startSandbox(options);
	running.push(sandbox);
	return sandbox;
}

const running = [];
afterEach(async () => {
	await Promise.all(running.splice(0).map((sandbox) => sandbox.stop()));
});

function triggerOn(sandbox, parameters, ids) {
	const credential = { baseUrl: sandbox.url, apiKey: sandbox.apiKey };
	return new Trigger(credential, { event: 'subscriberCreated', ...parameters }, ids);
}

/** A trigger that has had its first poll, on an installation that has forgotten it. */
async function activeTrigger(sandbox, parameters, ids) {
	const trigger = triggerOn(sandbox, parameters, ids);
	expect(await trigger.poll()).toBeNull();
	sandbox.clearRequests();
	return trigger;
}

const idsOf = (entries) => (entries ?? []).map(({ id }) => id);
const website = (id) => ({ websiteId: { __rl: true, mode: 'id', value: id } });

/** The kinds of lists that installations have, and what a poll costs that finds nothing. */
const KINDS = [
	['ordered as asked', { profile: 'newer' }, 2],
	['newest first, whatever is asked', { profile: 'ospyo' }, 2],
	['oldest first, whatever is asked', { profile: 'btools' }, 2],
	['by last activity', { profile: 'ospyo', behaviour: { defaultOrder: 'lastActivity' } }, 3],
	['in no order', { profile: 'btools', behaviour: { defaultOrder: 'none' } }, 3],
	['without totals', { profile: 'newer', behaviour: { withMeta: false } }, 2],
	['without totals and order', { profile: 'btools', behaviour: { withMeta: false } }, 8],
	['with no number of entries', { profile: 'newer', behaviour: { withTotal: false } }, 2],
	['with at most 100 on a page', { profile: 'newer', behaviour: { pageCap: 100 } }, 2],
	[
		'with at most 500 on a page, which the totals ignore',
		{ profile: 'ospyo', behaviour: { pageCap: 500, pageCapInMeta: false } },
		2,
	],
];

describe.each(KINDS)('a list %s', (_, options, requestsWhenQuiet) => {
	test('brings each new subscriber once and in order, also 2,500 of them', async () => {
		const sandbox = await installation(options);
		sandbox.addSubscribers(2200);
		const trigger = await activeTrigger(sandbox);

		expect(await trigger.poll()).toBeNull();
		expect(sandbox.requests).toHaveLength(requestsWhenQuiet);

		const few = sandbox.addSubscribers(3);
		expect(idsOf(await trigger.poll())).toEqual(idsOf(few));
		// So many may be spread over two polls.
		const many = sandbox.addSubscribers(2500);
		const found = [...idsOf(await trigger.poll()), ...idsOf(await trigger.poll())];
		expect(found).toEqual(idsOf(many));
		expect(await trigger.poll()).toBeNull();
	});

	test('loses nothing when entries are deleted, the newest known one too', async () => {
		const sandbox = await installation(options);
		const known = sandbox.addSubscribers(2200);
		const trigger = await activeTrigger(sandbox);

		sandbox.unsubscribe(known.at(-1).id);
		sandbox.unsubscribe(known[0].id);
		const [first] = sandbox.addSubscribers(2);
		sandbox.unsubscribe(first.id);
		expect(idsOf(await trigger.poll())).toEqual([first.id + 1]);
		expect(await trigger.poll()).toBeNull();
	});

	test('loses nothing that arrives while pages are read', async () => {
		const sandbox = await installation(options);
		sandbox.addSubscribers(2200);
		const trigger = await activeTrigger(sandbox);

		const added = sandbox.addSubscribers(1500);
		let more = 4;
		const end = sandbox.onRequest(() => more-- > 0 && added.push(sandbox.addSubscriber()));
		// A list that has changed each time that it was read is read again by the next poll.
		const found = idsOf(await trigger.poll().catch(() => []));
		end();
		found.push(...idsOf(await trigger.poll()), ...idsOf(await trigger.poll()));
		expect(found).toEqual(idsOf(added));
	});
});

describe('a list by last activity', () => {
	const lastActivity = { profile: 'ospyo', behaviour: { defaultOrder: 'lastActivity' } };

	/** A campaign goes through subscribers in the order of their IDs, a second each. */
	function goThrough(subscribers) {
		const start = Date.UTC(2030, 0, 1);
		subscribers.forEach((subscriber, index) => {
			const at = new Date(start + index * 1000).toISOString();
			subscriber.last_datetime = at.slice(0, 19).replace('T', ' ');
		});
	}

	test.each([
		['all that there were', 0],
		['the newer half of them', 0.5],
	])('in which a campaign has just touched %s', async (_, from) => {
		const sandbox = await installation(lastActivity);
		const known = sandbox.addSubscribers(3000);
		const trigger = await activeTrigger(sandbox);

		const added = sandbox.addSubscriber();
		goThrough(known.slice(known.length * from));
		// One less and one more: the total is as before.
		sandbox.unsubscribe(known[10].id);
		expect(idsOf(await trigger.poll())).toEqual([added.id]);
		expect(await trigger.poll()).toBeNull();
	});
});

describe('the first poll', () => {
	test('remembers and brings nothing, and what was there before never comes', async () => {
		const sandbox = await installation();
		const trigger = triggerOn(sandbox);
		expect(await trigger.poll()).toBeNull();
		expect(await trigger.poll()).toBeNull();
	});

	test('of an empty list makes the next entry the first', async () => {
		const sandbox = await installation();
		for (const { id } of sandbox.subscribers()) sandbox.unsubscribe(id);
		const trigger = await activeTrigger(sandbox);
		const added = sandbox.addSubscriber();
		expect(idsOf(await trigger.poll())).toEqual([added.id]);
	});
});

describe('what is remembered', () => {
	const GARBAGE = [
		['nothing', undefined],
		['a text', 'x'],
		['a list', []],
		['another version', { version: 99, scope: '', marks: {} }],
		['no marks', { version: 1, marks: null }],
		['marks that are none', { version: 1, marks: { all: { settled: -1, recent: '' } } }],
		['damaged IDs', { version: 1, marks: { all: { settled: 1, recent: '1,,*' } } }],
		['IDs without end', { version: 1, marks: { all: { settled: 1, recent: '1*zzzzzz' } } }],
	];

	test.each(GARBAGE)('begins anew with %s in its place', async (_, garbage) => {
		const sandbox = await installation();
		const trigger = await activeTrigger(sandbox);
		const { scope } = trigger.remembered.polled;
		const polled =
			garbage !== null && typeof garbage === 'object' && !Array.isArray(garbage)
				? { scope, ...garbage }
				: garbage;
		trigger.saved = JSON.stringify({ 'node:66pusher Trigger': { polled, other: 'kept' } });

		expect(await trigger.poll()).toBeNull();
		expect(trigger.remembered.other).toBe('kept');
		const added = sandbox.addSubscriber();
		expect(idsOf(await trigger.poll())).toEqual([added.id]);
	});

	test('is no key, and less than 10 kB for all types and a thousand drafts', async () => {
		const sandbox = await installation({ profile: 'newer' });
		sandbox.addCampaigns(1000);
		const campaigns = await activeTrigger(sandbox, { event: 'campaignSent' });
		const types = require('./support/documentedEvents').EVENT_TYPES;
		const events = await activeTrigger(sandbox, { event: 'subscriberEvent', types });
		for (const type of types) for (let n = 0; n < 30; n++) sandbox.addSubscriberLog({ type });
		await events.poll();

		for (const { saved } of [campaigns, events]) {
			expect(saved.length).toBeLessThan(10_000);
			expect(saved).not.toContain(sandbox.apiKey);
		}
	});

	const CHANGES = [
		['another event', { parameters: { event: 'subscriberEvent', types: ['subscribed'] } }],
		['another website', { parameters: { filters: website(1) } }],
		['another credential', { ids: { credentialId: 'c2' } }],
		['another workflow', { ids: { workflowId: 'w2' } }],
		['another node of that name', { ids: { nodeId: 'n2' } }],
	];

	test.each(CHANGES)('belongs to one trigger: %s begins anew', async (_, change) => {
		const sandbox = await installation();
		const before = await activeTrigger(sandbox);
		const { parameters, ids } = change;
		const after = triggerOn(sandbox, parameters, { ...ids, remembered: JSON.parse(before.saved) });
		sandbox.addSubscriber();
		expect(await after.poll()).toBeNull();
		expect(await after.poll()).toBeNull();
	});

	test('belongs to one installation, whatever its address is written like', async () => {
		const [one, other] = [await installation(), await installation()];
		const trigger = await activeTrigger(one);
		const added = one.addSubscriber();
		trigger.credential = { baseUrl: `${one.url}/api/flows/`, apiKey: one.apiKey };
		expect(idsOf(await trigger.poll())).toEqual([added.id]);

		other.addSubscribers(5);
		trigger.credential = { baseUrl: other.url, apiKey: other.apiKey };
		expect(await trigger.poll()).toBeNull();
	});

	test('is enough where n8n saves only when a workflow starts, and restarts in between', async () => {
		const sandbox = await installation();
		const trigger = await activeTrigger(sandbox);
		const found = [];
		const added = [];
		for (const count of [2, 0, 0, 30, 0, 1, 0]) {
			added.push(...sandbox.addSubscribers(count));
			found.push(...idsOf(await trigger.pollWithoutSaving()));
		}
		expect(found).toEqual(idsOf(added));
	});
});

describe('two polls of one trigger at once', () => {
	test('bring each event once', async () => {
		const sandbox = await installation();
		const trigger = await activeTrigger(sandbox);
		const added = sandbox.addSubscribers(3);
		const workflow = trigger.load();
		const polls = await Promise.all([trigger.pollIn(workflow), trigger.pollIn(workflow)]);
		const found = polls.flatMap((output) => idsOf(output?.[0].map(({ json }) => json)));
		expect(found).toEqual(idsOf(added));
	});

	test('do not keep each other from polling later, also if one fails', async () => {
		const sandbox = await installation();
		const trigger = await activeTrigger(sandbox);
		const added = sandbox.addSubscribers(1);
		sandbox.faults.add({ answer: { status: 403, body: {} } });
		await expect(trigger.poll()).rejects.toThrow();
		expect(idsOf(await trigger.poll())).toEqual(idsOf(added));
	});
});

describe('a poll that fails', () => {
	const errors = (status, title) => ({ status, body: { errors: [{ title, status }] } });
	const FAULTS = [
		['a key that was withdrawn', errors(401, 'No such key'), '401', /API key: No such key/],
		['status 403', errors(403, 'Not today'), '403', /refused this: Not today/],
		['too many requests', { kind: 'rateLimited', retryAfter: 60 }, '429', /no more requests/],
		['a web page with status 404', { kind: 'htmlPage', status: 404 }, '404', /No 66pusher API/],
		['a redirect', { kind: 'redirect', location: '/login' }, '301', /redirects to/],
		['something other than a list', { kind: 'dataAsNull' }, null, /other than a page of a list/],
	];

	test.each(FAULTS)('with %s says so, moves nothing, and the next catches up', async (...row) => {
		const [, answer, httpCode, message] = row;
		const sandbox = await installation({ profile: 'newer' });
		const trigger = await activeTrigger(sandbox);
		const { saved } = trigger;
		const added = sandbox.addSubscribers(2);
		sandbox.faults.add({ answer });

		const error = await trigger.poll().catch((thrown) => thrown);
		expect(error.name).toBe('NodeApiError');
		expect(error.message).toMatch(message);
		expect(error.httpCode).toBe(httpCode);
		expect(error.description.length).toBeGreaterThan(20);
		expect(trigger.saved).toBe(saved);

		sandbox.addSubscribers(1).forEach((subscriber) => added.push(subscriber));
		expect(idsOf(await trigger.poll())).toEqual(idsOf(added));
	});

	test('halfway, with pages read already, moves nothing', async () => {
		const sandbox = await installation({ profile: 'ospyo' });
		sandbox.addSubscribers(1500);
		const trigger = await activeTrigger(sandbox);
		const added = sandbox.addSubscribers(2500);
		sandbox.faults.add({ skip: 3, answer: errors(403, 'Not today') });
		await expect(trigger.poll()).rejects.toThrow(/Not today/);
		expect(idsOf(await trigger.poll())).toEqual(idsOf(added));
	});

	test('has no API key in its error, even if the installation repeats it', async () => {
		const sandbox = await installation({ apiKey: 'key-that-nobody-sees' });
		const trigger = triggerOn(sandbox);
		sandbox.faults.add({ answer: { kind: 'echoKey' } });
		const error = await trigger.poll().catch((thrown) => thrown);
		expect(JSON.stringify([error, error.message, error.description, error.stack])).not.toContain(
			'key-that-nobody-sees',
		);
	});

	test('because the totals are wrong, each time that the list is read', async () => {
		const sandbox = await installation({ profile: 'btools' });
		const trigger = await activeTrigger(sandbox);
		sandbox.behaviour.totalError = -3;
		const added = sandbox.addSubscriber();
		await expect(trigger.poll()).rejects.toThrow(/changed while it was read, or its number/);
		sandbox.behaviour.totalError = 0;
		expect(idsOf(await trigger.poll())).toEqual([added.id]);
	});
});

describe('Fetch Test Event', () => {
	const EVENTS = [
		['subscriberCreated', {}, /^There is no subscriber to show/],
		[
			'subscriberEvent',
			{ types: ['clicked_notification', 'unsubscribed'] },
			/^There is no subscriber event of type clicked_notification or unsubscribed to show/,
		],
		['campaignSent', {}, /^There is no sent campaign to show/],
	];
	const PROFILES = ['ospyo', 'btools', 'newer'];
	const rows = EVENTS.flatMap((row) => PROFILES.map((profile) => [...row, profile]));

	test.each(rows)('of %s %p says in words that there is none (%#)', async (...row) => {
		const [event, parameters, message, profile] = row;
		const sandbox = await installation({ profile });
		for (const { id } of sandbox.subscribers()) sandbox.unsubscribe(id);
		for (const log of sandbox.subscriberLogs()) log.type = 'permission_denied';
		sandbox.addCampaign({ status: 'draft' });
		const trigger = triggerOn(sandbox, { event, ...parameters });

		const error = await trigger.fetchTestEvent().catch((thrown) => thrown);
		expect(error.name).toBe('NodeApiError');
		expect(error.message).toMatch(message);
		expect(error.description).toMatch(/Once the workflow is active/);
	});

	test.each(rows)('of %s %p gives real ones and changes nothing (%#)', async (...row) => {
		const [event, parameters, , profile] = row;
		const sandbox = await installation({ profile });
		sandbox.addCampaigns(5, () => ({ status: 'sent' }));
		sandbox.addCampaign({ status: 'draft' });
		for (let index = 0; index < 5; index += 1) {
			sandbox.addSubscriberLog({ type: 'clicked_notification' });
			sandbox.addSubscriberLog({ type: 'displayed_notification' });
		}
		const trigger = await activeTrigger(sandbox, { event, ...parameters });
		const { saved } = trigger;

		const examples = await trigger.fetchTestEvent();
		expect(examples.length).toBe(3);
		const types = new Set(examples.map(({ type, status }) => type ?? status));
		const expected = { subscriberEvent: 'clicked_notification', campaignSent: 'sent' }[event];
		expect([...types]).toEqual([expected]);
		expect(trigger.saved).toBe(saved);
	});
});

describe('the output', () => {
	const EVENTS = [
		['subscriberCreated', {}, (sandbox) => sandbox.addSubscriber()],
		[
			'subscriberEvent',
			{ types: ['subscribed'] },
			(sandbox) => sandbox.addSubscriberLog({ type: 'subscribed' }),
		],
		['campaignSent', {}, (sandbox) => sandbox.addCampaign({ status: 'sent' })],
	];

	test.each(EVENTS)('of %s is what its schema says', async (event, parameters, happen) => {
		const sandbox = await installation({ profile: 'newer' });
		const trigger = await activeTrigger(sandbox, { event, ...parameters });
		happen(sandbox);
		const [output] = await trigger.poll();

		const folder = join(__dirname, '../dist/nodes/SixtySixPusher/__schema__');
		const schema = JSON.parse(readFileSync(join(folder, `v1.0.0/${event}.json`), 'utf8'));
		expect(Object.keys(output)).toEqual(Object.keys(schema.properties));
		expect(Object.keys(output).length).toBeLessThanOrEqual(10);
		for (const [name, { type }] of Object.entries(schema.properties)) {
			expect([type].flat()).toContain(jsonType(output[name]));
		}
		const common = JSON.parse(readFileSync(`${folder}/v1.0.0.json`, 'utf8'));
		expect(Object.keys(output)).toEqual(expect.arrayContaining(Object.keys(common.properties)));
	});

	test.each(EVENTS)('of %s never has a secret, also not simplified', async (event, ...row) => {
		const [parameters, happen] = row;
		const sandbox = await installation({ profile: 'newer' });
		const trigger = await activeTrigger(sandbox, { event, simplify: false, ...parameters });
		happen(sandbox);
		const [output] = await trigger.poll();

		expect(output.user_id).toBe(1);
		const text = JSON.stringify(output);
		for (const name of ['endpoint', 'unique_endpoint_id', 'keys', 'subscribers_ids']) {
			expect(text).not.toContain(`"${name}`);
		}
		expect(text).not.toMatch(/secret/);
	});

	function jsonType(value) {
		if (value === null) return 'null';
		if (Number.isInteger(value)) return 'integer';
		return Array.isArray(value) ? 'array' : typeof value;
	}
});

describe('bad input', () => {
	const INPUT = [
		['no types', { event: 'subscriberEvent', types: [] }, /^'Event Types' is empty/],
		[
			'an unknown type',
			{ event: 'subscriberEvent', types: ['x'] },
			/^'Event Types' has an unknown/,
		],
		['an unknown event', { event: 'x' }, /^'Event' has an unknown value/],
		['a website that is none', { filters: website('12abc') }, /^'Website' is not an ID/],
		['Simplify that is neither', { simplify: 'x' }, /^'Simplify' is neither true nor false/],
	];

	test.each(INPUT)('%s is refused before anything is sent', async (_, parameters, message) => {
		const sandbox = await installation();
		await expect(triggerOn(sandbox, parameters).poll()).rejects.toThrow(message);
		expect(sandbox.requests).toHaveLength(0);
	});

	test('a base URL that is no address is named', async () => {
		const trigger = new Trigger({ baseUrl: 'x y', apiKey: 'k' }, { event: 'subscriberCreated' });
		const error = await trigger.poll().catch((thrown) => thrown);
		expect(error.message).toMatch(/'Base URL' is not an address/);
		expect(error.description).toBe('Open the credential and correct it.');
	});
});
