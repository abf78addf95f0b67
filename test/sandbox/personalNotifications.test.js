'use strict';

const { idsOf, useInstallation } = require('./client');

const site = useInstallation({ now: () => Date.parse('2026-03-01T12:00:00Z') });
const set = (behaviour) => Object.assign(site.sandbox.behaviour, behaviour);
const FIELDS = {
	website_id: '1',
	subscriber_id: '3',
	name: 'Order 7',
	title: 'On its way',
	description: 'Your parcel has left',
};
const post = async (fields) => await site.post('personal-notifications', { ...FIELDS, ...fields });
const read = async (id) => (await site.get(`personal-notifications/${id}`)).data;
const sent = () => site.sandbox.outbox;

test('is delivered within the request', async () => {
	const { data } = await post();
	expect(sent()).toEqual([
		{
			kind: 'personal_notification',
			id: data.id,
			subscriber_id: 3,
			website_id: 1,
			title: 'On its way',
			at: '2026-03-01 12:00:00',
		},
	]);
	expect(await read(data.id)).toMatchObject({
		status: 'sent',
		is_sent: 1,
		subscriber_id: 3,
		sent_datetime: '2026-03-01 12:00:00',
	});
	expect(site.sandbox.subscriberLogs().at(-1)).toMatchObject({
		type: 'push_notification_sent',
		personal_notification_id: data.id,
		subscriber_id: 3,
	});
});

test.each([
	['with save', { save: '1' }, 'draft', 0],
	['for later', { is_scheduled: '1', scheduled_datetime: '2026-03-02 10:00:00' }, 'scheduled', 0],
	['for no date', { is_scheduled: '1', scheduled_datetime: 'tomorrow' }, 'sent', 1],
])('%s', async (_, fields, status, count) => {
	const { data } = await post(fields);
	expect(await read(data.id)).toMatchObject({ status, is_sent: count });
	expect(sent()).toHaveLength(count);
});

test('a scheduled one goes out when its time has come', async () => {
	const { data } = await post({ is_scheduled: '1', scheduled_datetime: '2026-03-02 10:00:00' });
	site.sandbox.advance(24 * 3600 * 1000);
	expect(sent()).toMatchObject([{ id: data.id, at: '2026-03-02 02:00:00' }]);
	expect(await read(data.id)).toMatchObject({ status: 'sent' });
});

test.each([
	['of another website', { subscriber_id: '7' }, 401],
	['that is not there', { subscriber_id: '99' }, 404],
	['that is not named', { subscriber_id: '' }, 401],
])('a subscriber %s is refused', async (_, fields, status) => {
	expect((await post(fields)).status).toBe(status);
	expect(site.sandbox.personalNotifications()).toEqual([]);
	expect(sent()).toEqual([]);
});

test.each([
	['says "sent", and only a later GET tells', true, 'failed'],
	['tells at once', false, 'failed'],
	['says "sent" for ever, but for is_sent', true, 'sent'],
])('where delivery fails, the reply %s', async (_, claimsDelivery, failedStatus) => {
	set({ claimsDelivery, failedStatus, replyWith: 'flow', expiredAreDeleted: false });
	const { id } = site.sandbox.addSubscriber({ website_id: 1, is_gone: true });
	const { data } = await post({ subscriber_id: id });
	expect(data.status).toBe(claimsDelivery ? 'sent' : 'failed');
	expect(await read(data.id)).toMatchObject({ status: failedStatus, is_sent: 0 });
	expect(sent()).toEqual([]);
});

test('a browser that refuses may cost the subscriber', async () => {
	const { id } = site.sandbox.addSubscriber({ website_id: 1, is_gone: true });
	await post({ subscriber_id: id });
	expect((await site.get(`subscribers/${id}`)).status).toBe(404);
	expect(site.sandbox.subscriberLogs().at(-1)).toMatchObject({ type: 'expired_deleted' });
});

test.each([
	['sendsAndFails', 500, 1],
	['missing', 404, 0],
])('an update: %s', async (personalUpdate, status, count) => {
	set({ personalUpdate });
	const { data } = await post({ is_scheduled: '1', scheduled_datetime: '2026-03-02 10:00:00' });
	const answer = await site.post(`personal-notifications/${data.id}`, { title: 'New' });
	expect(answer.status).toBe(status);
	expect(sent()).toHaveLength(count);
});

test("the plan's limit is a total: what is deleted makes room", async () => {
	set({ planPersonalNotifications: 1 });
	const { data } = await post();
	expect((await post()).status).toBe(401);
	await site.remove(`personal-notifications/${data.id}`);
	expect((await post()).status).toBe(201);
});

test.each([
	[{ subscriber_id: '3' }, [1, 2]],
	[{ status: 'sent' }, [2]],
	[{ website_id: '2' }, [1]],
	[{ search: 'ord' }, [2]],
])('a newer installation is asked for %j', async (query, ids) => {
	set({ newerListParameters: true });
	site.sandbox.addPersonalNotification({ website_id: 2, subscriber_id: 7 });
	site.sandbox.addPersonalNotification({ name: 'Order 8', status: 'sent' });
	expect(idsOf(await site.get('personal-notifications', query))).toEqual(ids);
});
