'use strict';

const modules = '../build/modules/nodes/SixtySixPusher/operations';
const { onAccountClock, readSendAt, validateTimeZone } = require(`${modules}/sendAt`);
const { clockTime, momentsOf } = require(`${modules}/timeZone`);

const NOW = Date.parse('2026-06-15T12:00:00Z');
const inBerlin = (value, now = NOW) => readSendAt('Send At', value, { zone: 'Europe/Berlin', now });
/** As n8n's dates are: the library itself comes with n8n. */
const luxon = (text) => ({ ts: 0, toISO: () => text, toMillis: () => Date.parse(text) });
const iso = (moment) => new Date(moment).toISOString();

describe('a time with a time zone is that moment', () => {
	test.each([
		['2026-12-01T09:00:00Z', '2026-12-01T09:00:00.000Z'],
		['2026-12-01T09:00Z', '2026-12-01T09:00:00.000Z'],
		['2026-12-01T09:00:00z', '2026-12-01T09:00:00.000Z'],
		['2026-12-01t09:00:00Z', '2026-12-01T09:00:00.000Z'],
		['2026-12-01T09:00:00.999Z', '2026-12-01T09:00:00.000Z'],
		['2026-12-01T09:00:00,5Z', '2026-12-01T09:00:00.000Z'],
		['2026-12-01T09:00:00+01:00', '2026-12-01T08:00:00.000Z'],
		['2026-12-01T09:00:00+0100', '2026-12-01T08:00:00.000Z'],
		['2026-12-01T09:00:00+01', '2026-12-01T08:00:00.000Z'],
		['2026-12-01 09:00:00 +05:30', '2026-12-01T03:30:00.000Z'],
		['2026-12-01T09:00:00-05:00', '2026-12-01T14:00:00.000Z'],
		['2026-12-01 09:00:00+00', '2026-12-01T09:00:00.000Z'],
		['2026-12-01T23:30:00-02:00', '2026-12-02T01:30:00.000Z'],
		['  2026-12-01T09:00:00Z  ', '2026-12-01T09:00:00.000Z'],
		[new Date('2026-12-01T09:00:00.250Z'), '2026-12-01T09:00:00.000Z'],
		[luxon('2026-12-01T09:00:00.250-05:00'), '2026-12-01T14:00:00.000Z'],
		['2026-12-01T09:00:00.000+05:30', '2026-12-01T03:30:00.000Z'],
	])('%s', (value, expected) => {
		expect(iso(inBerlin(value))).toBe(expected);
	});
});

describe("a time without a time zone is on the workflow's clock", () => {
	test.each([
		['Europe/Berlin', '2026-12-01T09:00:00', '2026-12-01T08:00:00.000Z'],
		['Europe/Berlin', '2026-12-01 09:00', '2026-12-01T08:00:00.000Z'],
		['Europe/Berlin', '2026-12-01  09:00:30', '2026-12-01T08:00:30.000Z'],
		['Europe/Berlin', '2026-07-01T09:00:00', '2026-07-01T07:00:00.000Z'],
		['Europe/Berlin', '2026-07-01T00:00:00', '2026-06-30T22:00:00.000Z'],
		['America/New_York', '2026-12-01 23:30', '2026-12-02T04:30:00.000Z'],
		['Asia/Kathmandu', '2026-12-01 09:00', '2026-12-01T03:15:00.000Z'],
		['Australia/Lord_Howe', '2026-12-01 09:00', '2026-11-30T22:00:00.000Z'],
		['Pacific/Kiritimati', '2026-12-01 09:00', '2026-11-30T19:00:00.000Z'],
		['Pacific/Pago_Pago', '2026-12-01 09:00', '2026-12-01T20:00:00.000Z'],
		['UTC', '2026-12-01 09:00', '2026-12-01T09:00:00.000Z'],
		['UTC', '2027-02-28 24:00', undefined],
	])('%s %s', (zone, value, expected) => {
		const read = () => iso(readSendAt('Send At', value, { zone, now: NOW }));
		if (expected === undefined) expect(read).toThrow(/is not a date with a time/);
		else expect(read()).toBe(expected);
	});
});

describe('what is no date with a time is refused', () => {
	test.each([
		'tomorrow',
		'2026-12-01',
		'2026-02-30 09:00',
		'2026-13-01 09:00',
		'2026-12-01 25:00',
		'2026-12-01 09:60',
		'2026-12-01 9:00',
		'01.12.2026 09:00',
		'12/01/2026 09:00',
		'2026-12-01T09:00:00+25:00:00',
		'2026-12-01T09:00:00 Europe/Berlin',
		'2026-12-01T09:00:00Z and more',
		'09:00',
		1796115600000,
		'1796115600000',
		true,
		[],
		{},
		['2026-12-01 09:00'],
		NaN,
		new Date(NaN),
		luxon(''),
	])('%p', (value) => {
		expect(() => inBerlin(value)).toThrow(
			/^'Send At' is (?:not a date with a time|empty), so nothing was sent$/,
		);
	});

	test.each([undefined, null, '', '   '])('%p is empty', (value) => {
		expect(() => inBerlin(value)).toThrow("'Send At' is empty, so nothing was sent");
	});
});

describe('the past and the far future are refused', () => {
	test.each([
		['a second ago', '2026-06-15T11:59:59Z', 'past'],
		['now', '2026-06-15T12:00:00Z', 'past'],
		['in a second', '2026-06-15T12:00:01Z', 'taken'],
		['last year', '2025-12-01T09:00:00Z', 'past'],
		['an hour ago on the clock, and to come by its zone', '2026-06-15T11:00:00-05:00', 'taken'],
		['to come on the clock, and an hour ago by its zone', '2026-06-15T13:00:00+02:00', 'past'],
		["an hour ago on the workflow's clock", '2026-06-15 13:00', 'past'],
		["in an hour on the workflow's clock", '2026-06-15 15:00', 'taken'],
		['in a year', '2027-06-15T12:00:00Z', 'taken'],
		['a second more', '2027-06-15T12:00:01Z', 'far'],
		['in the year 3026', '3026-06-15T12:00:00Z', 'far'],
		['in the year 0026', '0026-06-15T12:00:00Z', 'past'],
	])('%s', (_, value, expected) => {
		if (expected === 'taken') expect(inBerlin(value)).toBeGreaterThan(NOW);
		else {
			const message = expected === 'past' ? /is in the past/ : /is more than a year ahead/;
			expect(() => inBerlin(value)).toThrow(message);
		}
	});

	test('the message says what time it is', () => {
		expect(() => inBerlin('2026-06-15 13:00')).toThrow(
			expect.objectContaining({
				message: "'Send At' is in the past (2026-06-15T13:00:00+02:00), so nothing was sent",
				description: expect.stringContaining('It is 2026-06-15T14:00:00+02:00 now.'),
			}),
		);
	});
});

describe('changes of clocks', () => {
	const autumn = (value, zone) => () => readSendAt('Send At', value, { zone, now: NOW });

	test.each([
		['Europe/Berlin', '2026-10-25 02:30', '2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00'],
		[
			'America/New_York',
			'2026-11-01 01:00',
			'2026-11-01T01:00:00-04:00 or 2026-11-01T01:00:00-05:00',
		],
		[
			'Australia/Lord_Howe',
			'2027-04-04 01:45',
			'2027-04-04T01:45:00+11:00 or 2027-04-04T01:45:00+10:30',
		],
	])('%s shows %s twice', (zone, value, moments) => {
		expect(autumn(value, zone)).toThrow(
			expect.objectContaining({
				message: expect.stringContaining(`the clocks in ${zone} show ${value}:00 twice`),
				description: expect.stringContaining(moments),
			}),
		);
	});

	test.each([
		['Europe/Berlin', '2027-03-28 02:30', '2027-03-28T01:30:00+01:00 or 2027-03-28T03:30:00+02:00'],
		[
			'America/New_York',
			'2027-03-14 02:00',
			'2027-03-14T01:00:00-05:00 or 2027-03-14T03:00:00-04:00',
		],
		[
			'Australia/Lord_Howe',
			'2026-10-04 02:15',
			'2026-10-04T01:45:00+10:30 or 2026-10-04T02:45:00+11:00',
		],
	])('%s skips %s', (zone, value, moments) => {
		expect(autumn(value, zone)).toThrow(
			expect.objectContaining({
				message: expect.stringContaining(`the clocks in ${zone} skip ${value}:00`),
				description: expect.stringContaining(moments),
			}),
		);
	});

	test.each([
		['Europe/Berlin', '2026-10-25 01:59:59', '2026-10-24T23:59:59.000Z'],
		['Europe/Berlin', '2026-10-25 03:00', '2026-10-25T02:00:00.000Z'],
		['Europe/Berlin', '2027-03-28 01:59:59', '2027-03-28T00:59:59.000Z'],
		['Europe/Berlin', '2027-03-28 03:00', '2027-03-28T01:00:00.000Z'],
		['America/New_York', '2026-11-01 00:59:59', '2026-11-01T04:59:59.000Z'],
		['America/New_York', '2026-11-01 02:00', '2026-11-01T07:00:00.000Z'],
	])('%s: %s is clear', (zone, value, expected) => {
		expect(iso(readSendAt('Send At', value, { zone, now: NOW }))).toBe(expected);
	});

	test.each(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])(
		"%s can't be told from the other on the account's clock, though it is clear by itself",
		(value) => {
			const moment = inBerlin(value);
			expect(() => onAccountClock('Send At', moment, 'Europe/Berlin')).toThrow(
				/the clocks in Europe\/Berlin show 2026-10-25 02:30:00 twice/,
			);
			expect(onAccountClock('Send At', moment, 'Asia/Tokyo')).toMatch(/^2026-10-25 (09|10):30:00$/);
		},
	);
});

describe("on the account's clock", () => {
	test.each([
		['UTC', '2026-12-01 09:00:00'],
		['Europe/Warsaw', '2026-12-01 10:00:00'],
		['America/New_York', '2026-12-01 04:00:00'],
		['Asia/Shanghai', '2026-12-01 17:00:00'],
		['Asia/Kolkata', '2026-12-01 14:30:00'],
		['Pacific/Kiritimati', '2026-12-01 23:00:00'],
		['Pacific/Pago_Pago', '2026-11-30 22:00:00'],
	])('%s', (zone, expected) => {
		const moment = inBerlin('2026-12-01T09:00:00Z');
		expect(onAccountClock('Send At', moment, zone)).toBe(expected);
	});

	test('midnight is 00, not 24', () => {
		expect(onAccountClock('Send At', inBerlin('2026-12-01T00:00:00Z'), 'UTC')).toBe(
			'2026-12-01 00:00:00',
		);
	});
});

test.each(['Europe/Berlin', ' UTC ', 'America/Argentina/Buenos_Aires', 'Asia/Calcutta'])(
	'%s is a time zone',
	(zone) => {
		expect(validateTimeZone('Time Zone', zone)).toBe(zone.trim());
	},
);

test.each([
	'Berlin',
	'CEST',
	'+02:00',
	'Europe/Nowhere',
	'',
	undefined,
	null,
	2,
	{},
	'GMT+2 (Berlin)',
])('%p is no time zone', (zone) => {
	expect(() => validateTimeZone('Time Zone', zone)).toThrow("'Time Zone' is not a time zone");
});

test('the moment of a clock time is found in all time zones, also around a change of clocks', () => {
	const zones = Intl.supportedValuesOf('timeZone').filter((_, index) => index % 8 === 0);
	for (const zone of [...zones, 'Europe/Berlin', 'Australia/Lord_Howe']) {
		for (let hour = 0; hour < 48; hour += 1) {
			const moment = Date.parse('2026-10-24T12:00:00Z') + hour * 3_600_000;
			expect(momentsOf(clockTime(moment, zone), zone)).toContain(moment);
		}
	}
});
