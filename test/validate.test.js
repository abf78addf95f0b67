'use strict';

const {
	checkComplete,
	validateFields,
} = require('../build/modules/nodes/SixtySixPusher/operations/validate');

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
		expect(validateFields(flow, values)).toEqual({ [Object.keys(values)[0]]: text });
	});

	test.each([[{ url: undefined }], [{ url: null }], [{ search: '' }], [{ datetime_start: '' }]])(
		'of %j is nothing',
		(values) => {
			expect(validateFields(flow, values)).toEqual({});
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
			expect(validateFields(flow, { datetime_start: value, datetime_end: value })).toEqual({
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
		expect(() => validateFields(flow, { datetime_start: value })).toThrow(
			"'From Date' is not a date",
		);
		expect(() => validateFields(flow, { datetime_end: value })).toThrow("'To Date' is not a date");
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
		expect(() => validateFields(flow, values)).toThrow(tooLong);
	});

	test.each([undefined, null])('of a search for %j is a failure', (search) => {
		expect(() => validateFields(flow, { search })).toThrow("'Search' is empty");
	});

	test('a unit without a wait is not compared', () => {
		expect(validateFields(flow, { wait_time_type: 'days' })).toEqual({ wait_time_type: 'days' });
	});

	test.each([
		[{ segment: 'ALL' }, "such as 12, or 'all'."],
		[{ website_id: 'all' }, 'such as 12.'],
		[{ ttl: 60 }, 'Use one of: 0, 900, 1800,'],
		[{ wait_time_type: 'weeks' }, 'Use one of: minutes, hours, days.'],
	])('of %j is a failure that tells what there is', (values, advice) => {
		const failure = expect.objectContaining({ advice: expect.stringContaining(advice) });
		expect(() => validateFields(flow, values)).toThrow(failure);
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
