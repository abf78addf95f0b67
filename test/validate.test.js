'use strict';

const { createOperation } = require('../build/modules/nodes/SixtySixPusher/operations/create');
const {
	labelOf,
	validateFields,
} = require('../build/modules/nodes/SixtySixPusher/operations/validate');
const { flow } = require('../build/modules/nodes/SixtySixPusher/resources/flow/definition');

/**
 * Validates the fields of a flow.
 *
 * @param {any} values
 */
const validate = (values) => validateFields(flow, values);

/** @param {string} description */
const errorWith = (description) =>
	expect.objectContaining({ description: expect.stringContaining(description) });

describe('what is sent', () => {
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
		[{ segment: ' ALL' }, 'all'],
		[{ segment: '9' }, '9'],
		[{ ttl: '3600' }, '3600'],
		[{ ttl: 0 }, '0'],
		[{ order_type: 'ASC' }, 'ASC'],
		[{ order_type: 'desc ' }, 'DESC'],
		[{ is_silent: 'TRUE ' }, '1'],
		[{ is_silent: 1 }, '1'],
		[{ is_enabled: ' False' }, '0'],
		[{ is_enabled: 0 }, '0'],
		[{ image: ' data ' }, ' data '],
	])('for %j is %j', (values, text) => {
		const [name = ''] = Object.keys(values);
		expect(validate(values)).toEqual({ [name]: text });
	});

	test.each([[{ url: undefined }], [{ url: null }], [{ search: '' }], [{ datetime_start: '' }]])(
		'for %j is nothing',
		(values) => {
			expect(validate(values)).toEqual({});
		},
	);

	test('for a parameter that the resource does not have is nothing', () => {
		expect(validate({ name: 'Welcome', unknown: 'x' })).toEqual({ name: 'Welcome' });
	});

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
	])("for the date %s is in the API's format", (value, from = '2026-01-31 18:30:00', to = from) => {
		expect(validate({ datetime_start: value, datetime_end: value })).toEqual({
			datetime_start: from,
			datetime_end: to,
		});
	});
});

describe('an error', () => {
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
	])('is thrown for the date %j', (value) => {
		expect(() => validate({ datetime_start: value })).toThrow("'From Date' is not a date");
		expect(() => validate({ datetime_end: value })).toThrow("'To Date' is not a date");
	});

	test.each([undefined, null])('is thrown for the search %j', (search) => {
		expect(() => validate({ search })).toThrow("'Search' is empty");
	});

	test.each([
		[{ segment: 'everyone' }, "e.g. 12, or 'all'."],
		[{ website_id: 'all' }, 'e.g. 12.'],
		[{ ttl: 60 }, 'Use one of: 0, 900, 1800,'],
		[{ wait_time_type: 'weeks' }, 'Use one of: minutes, hours, days.'],
	])('for %j says what is possible: %s', (values, description) => {
		expect(() => validate(values)).toThrow(errorWith(description));
	});

	test("names a field by its label, or by the API's name if it has none", () => {
		expect(labelOf(flow, 'button_url_1')).toBe('Button 1 URL');
		expect(labelOf(flow, 'unknown')).toBe('unknown');
	});
});

describe('a duration', () => {
	test('is sent with its unit', () => {
		expect(validate({ wait_time: '3', wait_time_type: ' hours ' })).toEqual({
			wait_time: '3',
			wait_time_type: 'hours',
		});
	});

	test.each([
		[{ wait_time: 3 }, 'Wait Time', 'Wait Time Unit'],
		[{ wait_time: 129_601 }, 'Wait Time', 'Wait Time Unit'],
		[{ wait_time_type: 'days' }, 'Wait Time Unit', 'Wait Time'],
	])('is refused without its other half: %j', (values, label, other) => {
		expect(() => validate(values)).toThrow(
			expect.objectContaining({
				message: `'${label}' needs '${other}' as well`,
				description: expect.stringContaining(`Add '${other}'.`),
			}),
		);
	});

	test.each([
		[{ wait_time: 129_601, wait_time_type: 'minutes' }, '129600 minutes'],
		[{ wait_time: 2161, wait_time_type: 'hours' }, '2160 hours'],
		[{ wait_time: 91, wait_time_type: 'days' }, '90 days'],
	])('that is too long is refused with the longest possible: %j', (values, longest) => {
		expect(() => validate(values)).toThrow(
			expect.objectContaining({
				message: "'Wait Time' is longer than 90 days",
				description: expect.stringContaining(`Enter at most ${longest}.`),
			}),
		);
	});

	test.each([
		[{ wait_time: 129_600, wait_time_type: 'minutes' }],
		[{ wait_time: 2160, wait_time_type: 'hours' }],
		[{ wait_time: 90, wait_time_type: 'days' }],
	])('may be as long as possible: %j', (values) => {
		expect(validate(values)).toEqual({ ...values, wait_time: String(values.wait_time) });
	});

	test('may be missing, also from the resource', () => {
		expect(validate({ name: 'Welcome' })).toEqual({ name: 'Welcome' });
		const withoutDurations = { ...flow, durations: undefined };
		expect(validateFields(withoutDurations, { wait_time: 3 })).toEqual({ wait_time: '3' });
	});

	test('has no maximum in a unit of unknown length', () => {
		/** @type {any} */
		const definition = {
			...flow,
			durations: [
				{ amount: 'wait_time', unit: 'wait_time_type', maxDays: 90, perDay: { days: 1 } },
			],
		};
		const values = { wait_time: 1e9, wait_time_type: 'hours' };
		expect(validateFields(definition, values)).toEqual({ ...values, wait_time: '1000000000' });
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

	/**
	 * @param {any} fields
	 * @param {any} [definition]
	 */
	const validateCreate = (fields, definition = flow) => {
		/** @type {any} */
		const item = {
			definition,
			fields,
			context: {
				/** @param {string} _name @param {unknown} fallback */
				getNodeParameter: (_name, fallback) => fallback,
			},
		};
		createOperation.validate?.(item);
	};

	test('with all required fields is valid', () => {
		expect(() => validateCreate(complete)).not.toThrow();
	});

	test.each([
		['website_id', 'Website'],
		['name', 'Name'],
		['title', 'Title'],
		['description', 'Description'],
		['wait_time', 'Wait Time'],
		['wait_time_type', 'Wait Time Unit'],
	])('without %s is refused', (name, label) => {
		/** @type {Record<string, string>} */
		const fields = { ...complete };
		delete fields[name];
		expect(() => validateCreate(fields)).toThrow(`'${label}' is empty`);
	});

	test('needs nothing if its resource requires nothing', () => {
		expect(() => validateCreate({}, { ...flow, required: undefined })).not.toThrow();
	});
});
