'use strict';

const { startSandbox } = require('../tools/sandbox');
const { INSTALLATIONS } = require('./support/installations');
const { byId, runNode } = require('./support/run');

const TYPES = [
	'subscribed',
	'unsubscribed',
	'permission_denied',
	'displayed_notification',
	'clicked_notification',
	'closed_notification',
	'push_notification_sent',
	'expired_deleted',
	'manually_deleted',
];

describe.each(INSTALLATIONS)('on %s', (_, options) => {
	let site;
	beforeEach(async () => {
		site = await startSandbox(options);
		site.addSubscriberLog({
			id: 101,
			type: 'displayed_notification',
			subscriber_id: 1,
			campaign_id: 7,
			datetime: '2026-03-01 10:00:00',
		});
		site.addSubscriberLog({
			id: 102,
			type: 'clicked_notification',
			subscriber_id: 1,
			flow_id: 7,
			datetime: '2026-03-02 10:00:00',
		});
		site.addSubscriberLog({
			id: 103,
			type: 'clicked_notification',
			subscriber_id: 7,
			website_id: 2,
			personal_notification_id: 7,
			datetime: '2026-03-03 10:00:00',
		});
	});
	afterEach(async () => {
		await site.stop();
	});
	const getAll = async (parameters) =>
		await runNode(site, 'getAll', { resource: 'subscriberEvent', ...parameters });

	test('get many gives all events with their fields', async () => {
		const { json, error } = await getAll({ returnAll: true });
		expect(error).toBeUndefined();
		expect(json).toHaveLength(15);
		expect(json.find(({ id }) => id === 103)).toEqual({
			id: 103,
			type: 'clicked_notification',
			website_id: 2,
			subscriber_id: 7,
			campaign_id: 0,
			flow_id: 0,
			personal_notification_id: 7,
			ip: '',
			datetime: '2026-03-03 10:00:00',
		});
	});

	test.each([
		['type', 'clicked_notification', [102, 103]],
		['campaignId', byId(7), [101]],
		['flowId', byId(7), [102]],
		['personalNotificationId', byId(7), [103]],
		['subscriberId', byId('1'), [1, 101, 102]],
		['datetimeStart', '2026-03-02', [102, 103]],
	])('the filter %s is right', async (name, value, ids) => {
		const { json, error } = await getAll({ returnAll: true, filters: { [name]: value } });
		expect(error).toBeUndefined();
		expect(json.map(({ id }) => id).sort((a, b) => a - b)).toEqual(ids);
	});

	test('filters go together', async () => {
		const { json } = await getAll({
			returnAll: true,
			filters: { websiteId: byId(2), type: 'subscribed', datetimeEnd: '2025-02-20 04:00:00' },
		});
		expect(json.map(({ subscriber_id: id }) => id).sort()).toEqual([7, 8]);
	});

	test('the newest come first if asked for', async () => {
		const { json } = await getAll({
			limit: 2,
			options: { orderBy: 'datetime', orderType: 'DESC' },
		});
		expect(json.map(({ id }) => id)).toEqual([103, 102]);
	});

	test('every type of the API can be chosen, and no other', async () => {
		for (const type of TYPES) {
			const { error } = await getAll({ filters: { type } });
			expect(error).toBeUndefined();
		}
		const { error } = await getAll({ filters: { type: '={{ "clicked" }}' } });
		expect(error.message).toBe("'Type' can't be 'clicked'");
	});

	test.each(['campaignId', 'flowId', 'personalNotificationId', 'subscriberId', 'websiteId'])(
		'an empty %s is refused: it would give every event',
		async (name) => {
			const { error } = await getAll({ filters: { [name]: byId('={{ $json.missing }}') } });
			expect(error.message).toMatch(/ is empty$/);
			expect(site.requests).toEqual([]);
		},
	);
});
