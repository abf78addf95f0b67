'use strict';

const {
	checkComplete,
	checkFields,
} = require('../build/modules/nodes/SixtySixPusher/transport/checks');
const { byId, newFlow, partsOf, runNode } = require('./support/run');
const { useSandbox } = require('./support/sandbox');

const site = useSandbox({ profile: 'newer' });

/** What is said of bad input, before anything is sent. */
const LONG = (length) => 'x'.repeat(length);

const BAD_CREATE = [
	['name', "={{ '' }}", "'Name' is empty"],
	['title', '   ', "'Title' is empty"],
	['description', '\n', "'Description' is empty"],
	['name', '={{ $json.nothing }}', "'Name' is empty"],
	['title', '={{ null }}', "'Title' is empty"],
	['title', '={{ NaN }}', "'Title' is not text"],
	['title', '={{ ["a"] }}', "'Title' is not text"],
	['title', '={{ {a: 1} }}', "'Title' is not text"],
	['name', LONG(257), "'Name' has 257 characters, and the installation keeps only 256"],
	['title', LONG(65), "'Title' has 65 characters, and the installation keeps only 64"],
	[
		'description',
		LONG(129),
		"'Description' has 129 characters, and the installation keeps only 128",
	],
	['waitTime', 0, "'Wait Time' is not a whole number above 0"],
	['waitTime', -1, "'Wait Time' is not a whole number above 0"],
	['waitTime', 1.5, "'Wait Time' is not a whole number above 0"],
	['waitTime', '={{ "soon" }}', "'Wait Time' is not a whole number above 0"],
	['waitTime', '={{ undefined }}', "'Wait Time' is empty"],
	['waitTime', 91, "'Wait Time' is longer than 90 days"],
	['waitTimeType', '={{ "weeks" }}', "'Wait Time Unit' has a value that the API does not know"],
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
	['ttl', 60, "'Time to Live' has a value that the API does not know"],
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
	[{ filters: { searchBy: '={{ "id" }}' } }, "'Search By' has a value that the API does not know"],
	[{ filters: { datetimeField: '={{ "x" }}' } }, "'Date Field' has a value"],
	[{ filters: { datetimeStart: 'yesterday' } }, "'From Date' is not a date"],
	[{ filters: { datetimeStart: '2026-02-30' } }, "'From Date' is not a date"],
	[{ filters: { datetimeStart: '2026-01-01T25:00' } }, "'From Date' is not a date"],
	[{ filters: { datetimeEnd: '={{ undefined }}' } }, "'To Date' is not a date"],
	[{ filters: { datetimeEnd: '={{ new Date("x") }}' } }, "'To Date' is not a date"],
	[{ options: { orderBy: '={{ "size" }}' } }, "'Order By' has a value"],
	[{ options: { orderType: '={{ "up" }}' } }, "'Order Direction' has a value"],
];

async function expectRefusal(operation, parameters, message) {
	const { error } = await runNode(site.current, operation, parameters);
	expect(error?.message).toMatch(new RegExp(`^${escaped(message)}.*\\[item 0\\]$`));
	expect(error.description).toMatch(/\S/);
	expect(site.current.requests).toEqual([]);
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

test('what is required and left empty in the form, n8n refuses itself', async () => {
	await expect(runNode(site.current, 'create', newFlow({ name: '' }))).rejects.toThrow(
		'Parameter "Name" is required.',
	);
	await expect(runNode(site.current, 'get', { flowId: byId('') })).rejects.toThrow(
		'Parameter "Flow" is required.',
	);
});

describe('create', () => {
	test.each(BAD_CREATE)('%s of %j: %s', async (name, value, message) => {
		await expectRefusal('create', newFlow({ [name]: value }), message);
	});

	test.each(BAD_FIELDS)('%s of %j: %s', async (name, value, message) => {
		await expectRefusal('create', newFlow({ additionalFields: { [name]: value } }), message);
	});
});

describe('update', () => {
	const update = (updateFields) => ({ flowId: byId(1), updateFields });

	test('nothing to change', async () => {
		await expectRefusal('update', update({}), "'Update Fields' holds nothing to change");
	});

	test('nothing but texts whose expressions give nothing', async () => {
		await expectRefusal(
			'update',
			update({ url: '={{ undefined }}', utmSource: '={{ null }}' }),
			"'Update Fields' holds nothing to change",
		);
	});

	test.each([...BAD_CREATE.filter(([name]) => name !== 'simplify'), ...BAD_FIELDS])(
		'%s of %j: %s',
		async (name, value, message) => {
			// Without a unit, only what is too long in each of them is refused.
			const unit = name === 'waitTime' ? { waitTimeType: 'days' } : {};
			await expectRefusal('update', update({ [name]: value, ...unit }), message);
		},
	);

	test('a wait without a unit, too long in any', async () => {
		await expectRefusal('update', update({ waitTime: 129_601 }), "'Wait Time' is longer than 90");
	});
});

describe('get many', () => {
	test.each(BAD_LISTS)('%j: %s', async (parameters, message) => {
		await expectRefusal('getAll', parameters, message);
	});
});

test.each(['get', 'update', 'delete'])('%s without a flow', async (operation) => {
	const parameters = { flowId: byId("={{ '' }}"), updateFields: { title: 'x' } };
	await expectRefusal(operation, parameters, "'Flow' is empty");
});

describe('just within the limits', () => {
	test.each([
		['minutes', 129_600],
		['hours', 2160],
		['days', 90],
		['minutes', 1],
	])('a wait of %s: %i', async (waitTimeType, waitTime) => {
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
	])('and one more of %s: %i', async (waitTimeType, waitTime) => {
		await expectRefusal(
			'create',
			newFlow({ waitTime, waitTimeType }),
			"'Wait Time' is longer than 90 days",
		);
	});

	test('texts of their full length', async () => {
		const { error } = await runNode(
			site.current,
			'create',
			newFlow({
				name: LONG(256),
				title: LONG(64),
				description: LONG(128),
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

describe('what goes out', () => {
	test.each([
		[{ name: '  spaces  ' }, '  spaces  '],
		[{ name: 7 }, '7'],
		[{ title: false }, 'false'],
		[{ url: '' }, ''],
		[{ url: 0 }, '0'],
		[{ utm_source: '👋'.repeat(128) }, '👋'.repeat(128)],
		[{ search: 'x' }, 'x'],
		[{ search: ' ' }, ' '],
		[{ website_id: 12 }, '12'],
		[{ website_id: ' 12 ' }, '12'],
		[{ segment: 'all' }, 'all'],
		[{ segment: '9' }, '9'],
		[{ wait_time: '3' }, '3'],
		[{ wait_time_type: ' hours ' }, 'hours'],
		[{ ttl: '3600' }, '3600'],
		[{ ttl: 0 }, '0'],
		[{ order_type: 'ASC' }, 'ASC'],
		[{ is_silent: 'TRUE ' }, '1'],
		[{ is_silent: 1 }, '1'],
		[{ is_enabled: ' False' }, '0'],
		[{ is_enabled: 0 }, '0'],
		[{ image: ' data ' }, ' data '],
	])('of %j is %j', (values, text) => {
		expect(checkFields(values)).toEqual({ [Object.keys(values)[0]]: text });
	});

	test.each([[{ url: undefined }], [{ url: null }], [{ search: '' }], [{ datetime_start: '' }]])(
		'of %j is nothing',
		(values) => {
			expect(checkFields(values)).toEqual({});
		},
	);

	test.each([
		['2026-01-31', '2026-01-31 00:00:00', '2026-01-31 23:59:59'],
		[' 2026-01-31 ', '2026-01-31 00:00:00', '2026-01-31 23:59:59'],
		['2026-01-31 18:30'],
		['2026-01-31 18:30:05', '2026-01-31 18:30:05'],
		['2026-01-31T18:30:05', '2026-01-31 18:30:05'],
		['2026-01-31t18:30:05z', '2026-01-31 18:30:05'],
		['2026-01-31T18:30:05.123Z', '2026-01-31 18:30:05'],
		['2026-01-31T18:30:05,5', '2026-01-31 18:30:05'],
		['2026-01-31T18:30:05+02:00', '2026-01-31 16:30:05'],
		['2026-01-31T18:30:05 -0230', '2026-01-31 21:00:05'],
		['2026-01-31T23:30-01:00', '2026-02-01 00:30:00'],
		['2024-02-29T12:00', '2024-02-29 12:00:00'],
		[new Date('2026-01-31T18:30:05.999Z'), '2026-01-31 18:30:05'],
	])(
		'of the date %s is in the form of the API',
		(value, from = '2026-01-31 18:30:00', to = from) => {
			expect(checkFields({ datetime_start: value, datetime_end: value })).toEqual({
				datetime_start: from,
				datetime_end: to,
			});
		},
	);

	test.each([
		'31.01.2026',
		'2026-1-31',
		'2026-13-01',
		'2025-02-29',
		'x2026-01-31',
		'2026-01-31x',
		'2026-01-31T18',
		'2026-01-31T1830',
		'2026-01-31T18:30:5',
		'2026-01-31T18:30:05.Z',
		'2026-01-31T18:30:05+2',
		'2026-01-31T18:60',
		'2026-01-31T18:30+99:00',
		'2026-01-31Z',
		20260131,
		true,
		null,
	])('of the date %j is a failure', (value) => {
		expect(() => checkFields({ datetime_start: value })).toThrow("'From Date' is not a date");
		expect(() => checkFields({ datetime_end: value })).toThrow("'To Date' is not a date");
	});

	test.each([
		[{ wait_time: 129_601 }, '129600 minutes'],
		[{ wait_time: 129_601, wait_time_type: 'minutes' }, '129600 minutes'],
		[{ wait_time: 2161, wait_time_type: 'hours' }, '2160 hours'],
		[{ wait_time: 91, wait_time_type: 'days' }, '90 days'],
	])('of a wait of %j is a failure that tells the longest', (values, longest) => {
		const tooLong = expect.objectContaining({
			message: "'Wait Time' is longer than 90 days",
			advice: expect.stringContaining(`Enter at most ${longest}.`),
		});
		expect(() => checkFields(values)).toThrow(tooLong);
	});

	test.each([undefined, null])('of a search for %j is a failure', (search) => {
		expect(() => checkFields({ search })).toThrow("'Search' is empty");
	});

	test('a unit without a wait is not compared', () => {
		expect(checkFields({ wait_time_type: 'days' })).toEqual({ wait_time_type: 'days' });
	});

	test.each([
		[{ segment: 'ALL' }, "such as 12, or 'all'."],
		[{ website_id: 'all' }, 'such as 12.'],
		[{ ttl: 60 }, 'Use one of: 0, 900, 1800,'],
		[{ wait_time_type: 'weeks' }, 'Use one of: minutes, hours, days.'],
	])('of %j is a failure that tells what there is', (values, advice) => {
		const failure = expect.objectContaining({ advice: expect.stringContaining(advice) });
		expect(() => checkFields(values)).toThrow(failure);
	});
});

describe('a new flow', () => {
	const complete = {
		website_id: '1',
		name: 'a',
		title: 'b',
		description: 'c',
		wait_time: '1',
		wait_time_type: 'days',
	};

	test('with all that it needs passes', () => {
		expect(() => checkComplete(complete)).not.toThrow();
	});

	test.each([
		['website_id', 'Website'],
		['name', 'Name'],
		['title', 'Title'],
		['description', 'Description'],
		['wait_time', 'Wait Time'],
		['wait_time_type', 'Wait Time Unit'],
	])('without %s does not', (name, label) => {
		const { [name]: _, ...rest } = complete;
		expect(() => checkComplete(rest)).toThrow(`'${label}' is empty`);
	});
});
