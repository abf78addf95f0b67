'use strict';

const fc = require('fast-check');
const { ListTrigger, MovingList, refusal } = require('../support/movingList');

/** How an installation's list comes. */
const behaviours = fc.record({
	order: fc.constantFrom('newest', 'oldest', 'activity', 'none'),
	isOrdered: fc.boolean(),
	filters: fc.boolean(),
	pageCap: fc.constantFrom(1, 2, 3, 10, 12, 25, undefined),
	meta: fc.constantFrom('whole', 'whole', 'noTotal', 'none'),
});

/** What can happen between two requests. */
const changes = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ is: fc.constant('nothing') }) },
	{
		weight: 3,
		arbitrary: fc.record({
			is: fc.constant('add'),
			count: fc.integer({ min: 1, max: 4 }),
			type: fc.constantFrom('subscribed', 'clicked_notification', 'push_notification_sent'),
			website_id: fc.constantFrom(1, 1, 2),
		}),
	},
	{ weight: 2, arbitrary: fc.record({ is: fc.constant('remove'), at: fc.nat() }) },
	{ weight: 1, arbitrary: fc.record({ is: fc.constant('removeNewest') }) },
	{ weight: 2, arbitrary: fc.record({ is: fc.constant('touch'), at: fc.nat() }) },
	{ weight: 1, arbitrary: fc.record({ is: fc.constant('touchAllOld'), keep: fc.nat({ max: 3 }) }) },
);

function change(list, { is, count, at, keep, ...more }) {
	const { entries } = list;
	switch (is) {
		case 'add':
			return list.addMany(count, more);
		case 'remove':
			return entries.length > 0 && list.remove(entries[at % entries.length]);
		case 'removeNewest':
			return list.remove(entries.at(-1));
		case 'touch':
			return entries.length > 0 && list.touch(entries[at % entries.length]);
		case 'touchAllOld':
			// A campaign, whose recipients were counted before the newest came.
			return entries.slice(0, entries.length - keep).forEach((entry) => list.touch(entry));
	}
}

/** A time in the life of a trigger: what happens before it, while it polls, and whether it fails. */
const rounds = fc.array(
	fc.record({
		before: fc.array(changes, { maxLength: 4 }),
		during: fc.array(changes, { maxLength: 12 }),
		fails: fc.constantFrom(undefined, undefined, undefined, 0, 1, 2),
	}),
	{ minLength: 1, maxLength: 6 },
);

const scenarios = fc.record({
	behaviour: behaviours,
	start: fc.integer({ min: 0, max: 60 }),
	rounds,
});

/** All that came out of a trigger, until nothing more does. */
async function live(list, trigger, { rounds: times }) {
	const events = [];
	for (const { before, during, fails } of times) {
		before.forEach((one) => change(list, one));
		list.changes = during.map((one) => () => change(list, one));
		if (fails !== undefined) list.failures = [...Array(fails).fill(undefined), refusal(403)];
		try {
			events.push(...(await trigger.poll()));
		} catch (error) {
			expect(error.name).toBe('NodeApiError');
		}
		list.changes = [];
		list.failures = [];
		expect(trigger.saved.length).toBeLessThan(10_000);
	}
	// A poll that looks again at what the one before has brought may have no room for more.
	for (let quiet = 0; quiet < 2; ) {
		const more = await trigger.poll();
		quiet = more.length === 0 ? quiet + 1 : 0;
		events.push(...more);
	}
	return events;
}

async function startedWith({ behaviour, start }, parameters) {
	const list = new MovingList(behaviour);
	list.addMany(start);
	const trigger = new ListTrigger(list, parameters);
	expect(await trigger.poll()).toEqual([]);
	return { list, trigger, last: list.lastId };
}

const ascending = (ids) => [...ids].sort((a, b) => a - b);
const idsOf = (entries) => entries.map(({ id }) => id);

test('every new subscriber comes out once and in order, however the list comes and changes', async () => {
	await fc.assert(
		fc.asyncProperty(scenarios, async (scenario) => {
			const { list, trigger, last } = await startedWith(scenario);
			const events = idsOf(await live(list, trigger, scenario));

			expect(events).toEqual(ascending(new Set(events)));
			expect(events.filter((id) => id <= last)).toEqual([]);
			const there = idsOf(list.entries).filter((id) => id > last);
			expect(there.filter((id) => !events.includes(id))).toEqual([]);
		}),
		{ numRuns: 400 },
	);
});

test('the same of one website, and of several types of events', async () => {
	const types = ['clicked_notification', 'subscribed'];
	await fc.assert(
		fc.asyncProperty(scenarios, async (scenario) => {
			const parameters = { event: 'subscriberEvent', types, websiteId: '1' };
			const { list, trigger, last } = await startedWith(scenario, parameters);
			const events = await live(list, trigger, scenario);

			expect(idsOf(events)).toEqual(ascending(new Set(idsOf(events))));
			const isWanted = ({ id, type, website_id }) =>
				id > last && types.includes(type) && website_id === 1;
			expect(events.filter((entry) => !isWanted(entry))).toEqual([]);
			const there = idsOf(list.entries.filter(isWanted));
			expect(there.filter((id) => !idsOf(events).includes(id))).toEqual([]);
		}),
		{ numRuns: 300 },
	);
});
