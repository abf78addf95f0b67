'use strict';

const { byId, newFlow, partsOf, runNode } = require('./support/run');
const { useSandbox } = require('./support/sandbox');

const site = useSandbox({ profile: 'newer' });

const LONG = (length) => 'x'.repeat(length);

const BAD_CREATE = [
	['name', "={{ '' }}", "'Name' is empty"],
	['title', '   ', "'Title' is empty"],
	['text', '\n', "'Description' is empty"],
	['name', '={{ $json.nothing }}', "'Name' is empty"],
	['title', '={{ null }}', "'Title' is empty"],
	['title', '={{ NaN }}', "'Title' is not text"],
	['title', '={{ ["a"] }}', "'Title' is not text"],
	['title', '={{ {a: 1} }}', "'Title' is not text"],
	['name', LONG(257), "'Name' has 257 characters, but the installation keeps only 256"],
	['title', LONG(65), "'Title' has 65 characters, but the installation keeps only 64"],
	['text', LONG(129), "'Description' has 129 characters, but the installation keeps only 128"],
	['waitTime', 0, "'Wait Time' is not a whole number above 0"],
	['waitTime', -1, "'Wait Time' is not a whole number above 0"],
	['waitTime', 1.5, "'Wait Time' is not a whole number above 0"],
	['waitTime', '={{ "soon" }}', "'Wait Time' is not a whole number above 0"],
	['waitTime', '={{ undefined }}', "'Wait Time' is empty"],
	['waitTime', 91, "'Wait Time' is longer than 90 days"],
	['waitTimeType', '={{ "weeks" }}', "'Wait Time Unit' has an unknown value"],
	['websiteId', byId("={{ '' }}"), "'Website' is empty"],
	['websiteId', byId('={{ undefined }}'), "'Website' is empty"],
	['websiteId', byId('x'), "'Website' is not an ID"],
	['websiteId', byId('={{ 1.5 }}'), "'Website' is not an ID"],
	['websiteId', byId('={{ true }}'), "'Website' is not an ID"],
	['websiteId', byId('={{ [1] }}'), "'Website' is not an ID"],
	['websiteId', byId('99999999999999999999'), "'Website' is not an ID"],
	['simplify', '={{ "perhaps" }}', "'Simplify' is neither true nor false"],
];

const BAD_FIELDS = [
	['buttonTitle1', LONG(17), "'Button 1 Title' has 17 characters"],
	['buttonTitle2', LONG(17), "'Button 2 Title' has 17 characters"],
	['buttonUrl1', LONG(513), "'Button 1 URL' has 513 characters"],
	['buttonUrl2', LONG(513), "'Button 2 URL' has 513 characters"],
	['url', LONG(513), "'URL' has 513 characters"],
	['utmCampaign', LONG(129), "'UTM Campaign' has 129 characters"],
	['utmMedium', LONG(129), "'UTM Medium' has 129 characters"],
	['utmSource', LONG(129), "'UTM Source' has 129 characters"],
	['ttl', 60, "'Time to Live' has an unknown value"],
	['ttl', '={{ undefined }}', "'Time to Live' is empty"],
	['segment', byId(''), "'Segment' is empty"],
	['segment', byId('={{ undefined }}'), "'Segment' is empty"],
	['segment', byId('everyone'), "'Segment' is not an ID"],
	['segment', byId('ALL '), "'Segment' is not an ID"],
	['isEnabled', '={{ undefined }}', "'Enabled' is neither true nor false"],
	['isEnabled', '={{ "yes" }}', "'Enabled' is neither true nor false"],
	['isSilent', '={{ 2 }}', "'Silent' is neither true nor false"],
	['isAutoHide', '={{ "" }}', "'Auto Hide' is neither true nor false"],
	['image', '', "'Image Data Field Name' is empty"],
	['image', '={{ undefined }}', "'Image Data Field Name' is empty"],
	['image', '={{ 7 }}', "'Image Data Field Name' is empty"],
];

const BAD_LISTS = [
	[{ limit: 0 }, "'Limit' is not a whole number above 0"],
	[{ limit: -5 }, "'Limit' is not a whole number above 0"],
	[{ limit: '={{ "many" }}' }, "'Limit' is not a whole number above 0"],
	[{ returnAll: '={{ "perhaps" }}' }, "'Return All' is neither true nor false"],
	[{ filters: { websiteId: byId('') } }, "'Website' is empty"],
	[{ filters: { search: '={{ undefined }}' } }, "'Search' is empty"],
	[{ filters: { search: '={{ [] }}' } }, "'Search' is not text"],
	[{ filters: { searchBy: '={{ "id" }}' } }, "'Search By' has an unknown value"],
	[{ filters: { datetimeField: '={{ "x" }}' } }, "'Date Field' has an unknown value"],
	[{ filters: { datetimeStart: 'yesterday' } }, "'From Date' is not a date"],
	[{ filters: { datetimeStart: '2026-02-30' } }, "'From Date' is not a date"],
	[{ filters: { datetimeStart: '2026-01-01T25:00' } }, "'From Date' is not a date"],
	[{ filters: { datetimeEnd: '={{ undefined }}' } }, "'To Date' is not a date"],
	[{ filters: { datetimeEnd: '={{ new Date("x") }}' } }, "'To Date' is not a date"],
	[{ options: { orderBy: '={{ "size" }}' } }, "'Order By' has an unknown value"],
	[{ options: { orderType: '={{ "up" }}' } }, "'Order Direction' has an unknown value"],
];

async function expectRefusal(operation, parameters, message) {
	const { error } = await runNode(site.current, operation, parameters);
	expect(error?.message).toMatch(new RegExp(`^${escaped(message)}.*\\[item 0\\]$`));
	expect(error.description).toMatch(/\S/);
	expect(site.current.requests).toEqual([]);
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

test('n8n itself refuses a required parameter that is empty in the form', async () => {
	await expect(runNode(site.current, 'create', newFlow({ name: '' }))).rejects.toThrow(
		'Parameter "Name" is required.',
	);
	await expect(runNode(site.current, 'get', { flowId: byId('') })).rejects.toThrow(
		'Parameter "Flow" is required.',
	);
});

describe('create refuses, before anything is sent', () => {
	test.each(BAD_CREATE)('%s of %j: %s', async (name, value, message) => {
		await expectRefusal('create', newFlow({ [name]: value }), message);
	});

	test.each(BAD_FIELDS)('%s of %j: %s', async (name, value, message) => {
		await expectRefusal('create', newFlow({ additionalFields: { [name]: value } }), message);
	});
});

describe('update refuses, before anything is sent', () => {
	const update = (updateFields) => ({ flowId: byId(1), updateFields });

	test('no field to update', async () => {
		await expectRefusal('update', update({}), 'Nothing to update');
	});

	test('only texts whose expressions return nothing', async () => {
		await expectRefusal(
			'update',
			update({ url: '={{ undefined }}', utmSource: '={{ null }}' }),
			'Nothing to update',
		);
	});

	test.each([...BAD_CREATE.filter(([name]) => name !== 'simplify'), ...BAD_FIELDS])(
		'%s of %j: %s',
		async (name, value, message) => {
			// A wait time without its unit would be refused for that.
			const unit = name === 'waitTime' ? { waitTimeType: 'days' } : {};
			await expectRefusal('update', update({ [name]: value, ...unit }), message);
		},
	);

	test.each([
		[{ waitTime: 5 }, "'Wait Time' needs 'Wait Time Unit' as well"],
		[{ waitTime: 129_601 }, "'Wait Time' needs 'Wait Time Unit' as well"],
		[{ waitTimeType: 'days' }, "'Wait Time Unit' needs 'Wait Time' as well"],
	])('half of a wait time, %j: %s', async (updateFields, message) => {
		await expectRefusal('update', update(updateFields), message);
	});
});

describe('get many refuses, before anything is sent', () => {
	test.each(BAD_LISTS)('%j: %s', async (parameters, message) => {
		await expectRefusal('getAll', parameters, message);
	});
});

test.each(['get', 'update', 'delete'])('%s refuses an empty flow ID', async (operation) => {
	const parameters = { flowId: byId("={{ '' }}"), updateFields: { title: 'x' } };
	await expectRefusal(operation, parameters, "'Flow' is empty");
});

describe('create accepts', () => {
	test.each([
		['minutes', 129_600],
		['hours', 2160],
		['days', 90],
		['minutes', 1],
	])('a wait time in %s of %i', async (waitTimeType, waitTime) => {
		const { error } = await runNode(site.current, 'create', newFlow({ waitTime, waitTimeType }));
		expect(error).toBeUndefined();
		expect(site.current.flows()[0]).toMatchObject({
			wait_time: waitTime,
			wait_time_type: waitTimeType,
		});
	});

	test.each([
		['minutes', 129_601],
		['hours', 2161],
		['days', 91],
	])('but no longer wait time in %s than that: %i', async (waitTimeType, waitTime) => {
		await expectRefusal(
			'create',
			newFlow({ waitTime, waitTimeType }),
			"'Wait Time' is longer than 90 days",
		);
	});

	test('texts of exactly their maximum length', async () => {
		const { error } = await runNode(
			site.current,
			'create',
			newFlow({
				name: LONG(256),
				title: LONG(64),
				text: LONG(128),
				additionalFields: {
					buttonTitle1: LONG(16),
					buttonUrl1: LONG(512),
					buttonTitle2: LONG(16),
					buttonUrl2: LONG(512),
					url: LONG(512),
					utmCampaign: LONG(128),
					utmMedium: LONG(128),
					utmSource: LONG(128),
				},
			}),
		);
		expect(error).toBeUndefined();
	});

	test.each([
		0, 900, 1800, 3600, 10800, 21600, 43200, 86400, 259200, 432000, 604800, 1209600, 2419200,
	])('a time to live of %i seconds', async (ttl) => {
		const { error } = await runNode(site.current, 'create', newFlow({ additionalFields: { ttl } }));
		expect(error).toBeUndefined();
		expect(Object.fromEntries(partsOf(site.current.requests[0])).ttl).toBe(String(ttl));
	});
});
