'use strict';

const { idsOf, useInstallation } = require('./client');

const site = useInstallation();
const set = (behaviour) => Object.assign(site.sandbox.behaviour, behaviour);
const read = async (id) => (await site.get(`segments/${id}`)).data;
const create = async (fields) =>
	(await site.post('segments', { website_id: '1', name: 'New', type: 'filter', ...fields })).data
		.id;

/** Whom a segment reaches, as a campaign to it tells. */
async function members(id) {
	const { website_id } = await read(id);
	const campaign = { website_id, name: 'a', title: 'b', description: 'c', save: '1', segment: id };
	const { data } = await site.post('campaigns', campaign);
	return (await site.get(`campaigns/${data.id}`)).data.subscribers_ids;
}

/** The form's fields for a filter on custom parameters. */
const parameter = (key, condition, value, index = 0) => ({
	[`filters_custom_parameter_key[${index}]`]: key,
	[`filters_custom_parameter_condition[${index}]`]: condition,
	[`filters_custom_parameter_value[${index}]`]: value,
});

test('the seeds tell how many subscribers they have', async () => {
	const { data } = await site.get('segments');
	expect(data).toMatchObject([
		{ id: 11, website_id: 1, name: 'Returning customers', type: 'filter', total_subscribers: 3 },
		{ id: 12, website_id: 1, name: 'VIP', type: 'custom', total_subscribers: 2 },
		{ id: 15, website_id: 2, name: '中文读者', type: 'filter', total_subscribers: 2 },
	]);
	expect(data[1].settings).toEqual({ subscribers_ids: [1, 5] });
	expect(Object.keys(data[0])).toEqual([
		'id',
		'user_id',
		'website_id',
		'name',
		'settings',
		'type',
		'total_subscribers',
		'last_datetime',
		'datetime',
	]);
});

test.each([
	['exact', parameter('plan', 'exact', 'gold'), [1, 3]],
	['not_exact, of those who have it', parameter('plan', 'not_exact', 'gold'), [2]],
	['contains', parameter('customer_number', 'contains', '00'), [1, 2, 3, 5]],
	['not_contains', parameter('customer_number', 'not_contains', '05'), [1, 2, 3]],
	['starts_with', parameter('plan', 'starts_with', 'sil'), [2]],
	['not_starts_with', parameter('plan', 'not_starts_with', 'sil'), [1, 3]],
	['ends_with', parameter('customer_number', 'ends_with', '3'), [3]],
	['not_ends_with', parameter('customer_number', 'not_ends_with', '3'), [1, 2, 5]],
	['bigger_than', parameter('customer_number', 'bigger_than', '1002'), [3, 5]],
	['lower_than', parameter('customer_number', 'lower_than', '1002'), [1]],
	[
		'two parameters, both of which must hold',
		{ ...parameter('plan', 'exact', 'gold'), ...parameter('customer_number', 'exact', '1003', 1) },
		[3],
	],
	['the URL', { filters_subscribed_on_url: 'https://shop.example.com/sale' }, [5]],
	['cities', { filters_cities: 'Berlin,Łódź' }, [2, 3]],
	['cities with a space after the comma', { filters_cities: 'Berlin, Łódź' }, [2]],
	['countries', { filters_countries: ['DE', 'US'] }, [2, 4]],
	['continents', { filters_continents: ['NA'] }, [4]],
	['devices', { filters_device_type: ['tablet', 'mobile'] }, [3, 5]],
	['languages', { filters_languages: ['en', 'de'] }, [2, 4, 6]],
	['operating systems', { filters_operating_systems: ['OS X'] }, [4]],
	['browsers', { filters_browsers: ['Safari'] }, [4, 5]],
	['an indexed list', { 'filters_countries[0]': 'DE', 'filters_countries[1]': 'US' }, [2, 4]],
	['several filters', { filters_countries: ['PL'], filters_browsers: ['Safari'] }, [5]],
	['an unknown value beside a known one', { filters_countries: ['DE', 'Poland'] }, [2]],
	[
		'an unknown value alone, which widens',
		{ filters_countries: ['pl'], filters_browsers: ['Safari'] },
		[4, 5],
	],
	['an unknown condition', { ...parameter('plan', 'is', 'gold'), filters_countries: ['DE'] }, [2]],
	['a list sent as text', { filters_countries: 'DE', filters_browsers: ['Firefox'] }, [2]],
	['no filter at all', {}, []],
])('filters by %s', async (_, fields, ids) => {
	const id = await create(fields);
	expect(await members(id)).toEqual(ids);
	expect(await read(id)).toMatchObject({ type: 'filter', total_subscribers: ids.length });
});

test.each([
	[
		'an unknown value is kept: nobody has it',
		{ unknownFilterValues: 'keep' },
		{ filters_countries: ['Poland'] },
		[],
	],
	[
		'spaces around cities are taken off',
		{ trimsCities: true },
		{ filters_cities: 'Berlin, Łódź' },
		[2, 3],
	],
	['no filter means everybody', { emptyFilter: 'everybody' }, {}, [1, 2, 3, 4, 5, 6]],
])('other installations: %s', async (_, behaviour, fields, ids) => {
	set(behaviour);
	expect(await members(await create(fields))).toEqual(ids);
});

test.each([
	[
		'objects',
		{
			filters_custom_parameters: [{ key: 'plan', condition: 'exact', value: 'gold' }],
			filters_cities: ['Berlin', 'Łódź'],
			filters_countries: ['DE'],
		},
	],
	[
		'asSent',
		{
			filters_custom_parameter_key: ['plan'],
			filters_custom_parameter_condition: ['exact'],
			filters_custom_parameter_value: ['gold'],
			filters_cities: 'Berlin,Łódź',
			filters_countries: ['DE'],
		},
	],
])('filters are told %s', async (filterSettings, settings) => {
	set({ filterSettings });
	const id = await create({
		...parameter('plan', 'exact', 'gold'),
		filters_cities: 'Berlin,Łódź',
		filters_countries: ['DE'],
	});
	expect((await read(id)).settings).toEqual(settings);
});

test.each([
	['those of another website left out', '1,7,3', [1, 3]],
	['each once', '1,1,2', [1, 2]],
	['none', '', []],
])('named subscribers: %s', async (_, subscribers_ids, ids) => {
	const id = await create({ type: 'custom', subscribers_ids });
	expect(await members(id)).toEqual(ids);
});

test.each([
	['replaces all filters', true, { filters_countries: ['DE'] }, [2]],
	['of the name alone, replaces them by none', true, { name: 'Other' }, []],
	['keeps the other filters', false, { filters_countries: ['DE'] }, [2]],
	['of the name alone, keeps them', false, { name: 'Other' }, [4, 5]],
])('an update %s', async (_, segmentUpdateReplaces, fields, ids) => {
	set({ segmentUpdateReplaces });
	const id = await create({ filters_browsers: ['Safari'] });
	await site.post(`segments/${id}`, { filters_browsers: ['Firefox', 'Safari'] });
	await site.post(`segments/${id}`, { ...(fields.name && { filters_browsers: ['Safari'] }) });
	await site.post(`segments/${id}`, fields);
	expect(await members(id)).toEqual(ids);
});

test('an update counts the subscribers again, and so does a new one', async () => {
	const id = await create({ filters_countries: ['DE'] });
	site.sandbox.addSubscriber({ website_id: 1, country_code: 'DE' });
	expect(await read(id)).toMatchObject({ total_subscribers: 2 });
});

describe('delete', () => {
	const users = async () => {
		site.sandbox.addFlow({ id: 1, website_id: 1, segment: '11' });
		site.sandbox.addRecurringCampaign({ id: 1, segment: '11' });
		site.sandbox.addRssAutomation({ id: 1, segment: '11' });
		site.sandbox.addCampaign({ id: 1, segment: '11' });
		const { status } = await site.remove('segments/11');
		return {
			status,
			segments: [
				site.sandbox.flows()[0].stored.segment,
				site.sandbox.recurringCampaigns()[0].segment,
				site.sandbox.rssAutomations()[0].segment,
				site.sandbox.campaigns()[0].segment,
			],
		};
	};

	test.each([
		// What was not sent yet still shows it, and is widened when it is released.
		['turns its users to everybody', 'all', 200, ['all', 'all', 'all', '11']],
		['leaves them as they were', 'kept', 200, ['11', '11', '11', '11']],
		['is refused', 'refuse', 400, ['11', '11', '11', '11']],
	])('%s', async (_, deletedSegment, status, segments) => {
		set({ deletedSegment });
		expect(await users()).toEqual({ status, segments });
	});

	test('is missing on some installations', async () => {
		set({ missing: ['segments.delete'] });
		const { body, status } = await site.remove('segments/12');
		expect([status, body.errors[0].status]).toEqual([404, 404]);
		expect((await site.get('segments')).data).toHaveLength(3);
	});
});

test.each([
	[{ search: 'vip' }, [12]],
	[{ website_id: '2' }, [15]],
	[{ order_by: 'total_subscribers', order_type: 'DESC' }, [11, 15, 12]],
	[{ order_by: 'segment_id', order_type: 'DESC' }, [15, 12, 11]],
])('a newer installation is asked for %j', async (query, ids) => {
	set({ newerListParameters: true });
	expect(idsOf(await site.get('segments', query))).toEqual(ids);
});
