'use strict';

const {
	customParametersIn,
} = require('../build/modules/nodes/SixtySixPusher/operations/customParameters');
const { toDate } = require('../build/modules/nodes/SixtySixPusher/operations/dateTime');
const {
	idList,
	indexed,
	optionList,
	rows,
	textList,
	valuesOf,
} = require('../build/modules/nodes/SixtySixPusher/operations/validateLists');

/** @param {string} kind @param {object} [more] @returns {any} */
const rule = (kind, more) => ({ label: 'Field', kind, ...more });

describe('a list of IDs', () => {
	test.each([
		['1, 2, 3', '1,2,3'],
		[' 7 ', '7'],
		[7, '7'],
		[[1, '2', ' 3 '], '1,2,3'],
		['3, 1, 3', '3,1'],
		['[1, 2]', '1,2'],
		['["1", "2"]', '1,2'],
		['', undefined],
		[[], undefined],
		[null, undefined],
	])('%j is sent as %j', (value, text) => {
		expect(idList(rule('idList'), value)).toBe(text);
	});

	test.each(['1 2', '1;2', '1,,2', '1,', '0', '-1', '1.5', '1e3', 'x', '12abc', '[]x', true])(
		'%j is refused',
		(value) => {
			expect(() => idList(rule('idList'), value)).toThrow(
				"'Field' contains something that is not an ID",
			);
		},
	);

	test.each([[[{ id: 1 }]], [[[1, 2]]]])('%j is refused', (value) => {
		expect(() => idList(rule('idList'), value)).toThrow(/'Field'/);
	});

	test.each(['', ' ', [], null, undefined])('%j is refused where there must be one', (value) => {
		expect(() => idList(rule('idList', { mustHaveText: true }), value)).toThrow("'Field' is empty");
	});
});

describe('a list of texts', () => {
	test.each([
		['a, b', 'a,b'],
		['Bad Homburg , Łódź', 'Bad Homburg,Łódź'],
		[['a', 7], 'a,7'],
		['a,a', 'a'],
		['', undefined],
	])('%j is sent as %j', (value, text) => {
		expect(textList(rule('textList'), value)).toBe(text);
	});

	test.each([
		['a,,b', "'Field' is empty"],
		[['a', null], "'Field' is empty"],
		[['a,b'], "'Field' contains a value with a comma: 'a,b'"],
		[[{ a: 1 }], "'Field' is not text"],
	])('%j is refused', (value, message) => {
		expect(() => textList(rule('textList'), value)).toThrow(message);
	});
});

describe('a list of options', () => {
	const values = { values: ['DE', 'PL', 'OS X'] };
	test.each([
		[['DE', 'PL'], { 'f[0]': 'DE', 'f[1]': 'PL' }],
		['de, Pl', { 'f[0]': 'DE', 'f[1]': 'PL' }],
		[['DE', 'de'], { 'f[0]': 'DE' }],
		['OS X', { 'f[0]': 'OS X' }],
		[[], {}],
	])('%j is sent as %j', (value, parts) => {
		expect(optionList('f', rule('optionList', values), value)).toEqual(parts);
	});

	test.each([[['DE', 'XX']], ['DE,'], [[null]], [7]])('%j is refused', (value) => {
		expect(() => optionList('f', rule('optionList', values), value)).toThrow(/^'Field' can't be /);
	});
});

describe('rows', () => {
	const columns = {
		key: rule('text', { label: 'Key', mustHaveText: true }),
		value: rule('text', { label: 'Value' }),
	};
	const toRows = (value, more) => rows('p', rule('rows', { columns, ...more }), value);

	test('are sent by column and place', () => {
		const parameter = [
			{ key: 'a', value: 1 },
			{ key: 'b', value: '' },
		];
		const parts = { 'p_key[0]': 'a', 'p_key[1]': 'b', 'p_value[0]': '1', 'p_value[1]': '' };
		expect(toRows({ parameter })).toEqual(parts);
		expect(toRows(parameter)).toEqual(parts);
	});

	test.each([{}, [], null, undefined, ''])('%j is none', (value) => {
		expect(toRows(value)).toEqual({});
		expect(() => toRows(value, { mustHaveText: true })).toThrow("'Field' is empty");
	});

	test.each([
		[{ key: '', value: 'x' }, "'Field' > 'Key' is empty"],
		[{ key: 'a' }, "'Field' > 'Value' is empty"],
		[{ key: 'a', value: null }, "'Field' > 'Value' is empty"],
		[{ key: 'a', value: {} }, "'Field' > 'Value' is not text"],
	])('%j is refused', (row, message) => {
		expect(() => toRows({ parameter: [row] })).toThrow(message);
	});
});

test('what was indexed is found again, in its order and up to a gap', () => {
	const values = ['a', 'b', 'c'];
	expect(valuesOf(indexed('f', values), 'f')).toEqual(values);
	expect(valuesOf({ 'f[0]': 'a', 'f[2]': 'c' }, 'f')).toEqual(['a']);
	expect(valuesOf({}, 'f')).toEqual([]);
});

describe('custom parameters', () => {
	test.each([
		[
			{ a: '1', b: 2, c: true, d: null },
			{ a: '1', b: '2', c: 'true', d: '' },
		],
		[[], {}],
		[null, {}],
		['', {}],
		[['x', 'y'], { 0: 'x', 1: 'y' }],
		['{"a":"1"}', { a: '1' }],
		['[]', {}],
	])('%j is read', (value, parameters) => {
		expect(Object.fromEntries(customParametersIn(value))).toEqual(parameters);
	});

	test.each([undefined, 7, 'text', '{"a":', { a: {} }, [{ key: 'a', value: 'b' }]])(
		'%j is not guessed at',
		(value) => {
			expect(customParametersIn(value)).toBeUndefined();
		},
	);

	test('a parameter may have the name of something that every object has', () => {
		const parameters = customParametersIn(JSON.parse('{"__proto__": "x"}'));
		expect([...parameters]).toEqual([['__proto__', 'x']]);
		expect(customParametersIn({}).has('constructor')).toBe(false);
	});
});

describe('a day', () => {
	test.each([
		['2026-01-31', '2026-01-31'],
		['2026-01-31 23:59', '2026-01-31'],
		['2026-01-31T23:59:00.000-08:00', '2026-01-31'],
		[new Date('2026-01-31T12:00:00Z'), '2026-01-31'],
	])('%j is %j', (value, day) => {
		expect(toDate(value)).toBe(day);
	});

	test.each(['2026-02-30', '31.01.2026', 'today', '', 7])('%j is none', (value) => {
		expect(toDate(value)).toBeUndefined();
	});
});
