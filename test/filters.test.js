'use strict';

const {
	byOrder,
	completeQuery,
	matches,
} = require('../build/modules/nodes/SixtySixPusher/operations/filters');
const { flow } = require('../build/modules/nodes/SixtySixPusher/resources/flow/definition');

// How they are used is in pages.test.js.

const DATE = { datetime_field: 'datetime' };
const FROM = { ...DATE, datetime_start: '2026-01-02 00:00:00' };
const TO = { ...DATE, datetime_end: '2026-01-02 00:00:00' };

test.each([
	[{}, {}],
	[{ website_id: '1' }, { website_id: '1' }],
	[{ search: 'x' }, { search: 'x', search_by: 'name' }],
	[
		{ search: 'x', search_by: 'url' },
		{ search: 'x', search_by: 'url' },
	],
	[{ datetime_start: 'x' }, { datetime_start: 'x', datetime_field: 'datetime' }],
	[{ datetime_end: 'x' }, { datetime_end: 'x', datetime_field: 'datetime' }],
	[
		{ datetime_end: 'x', datetime_field: 'last_datetime' },
		{ datetime_end: 'x', datetime_field: 'last_datetime' },
	],
	[{ order_by: 'name' }, { order_by: 'name', order_type: 'DESC' }],
	[{ order_type: 'ASC' }, { order_by: 'datetime', order_type: 'ASC' }],
])('the query %j is completed to %j', (fields, query) => {
	expect(completeQuery(flow, fields)).toEqual(query);
});

describe('an entry passes', () => {
	test.each([
		['without filters', {}, {}],
		['a search, in any case', { name: 'WELCOME' }, { search: 'lco', search_by: 'name' }],
		['a search, with or without accents', { name: 'Ärger' }, { search: 'ARG', search_by: 'name' }],
		['a search, accents in it', { name: 'Arger' }, { search: 'ä', search_by: 'name' }],
		['the first moment of a range', { datetime: '2026-01-02 00:00:00' }, FROM],
		['the last moment of a range', { datetime: '2026-01-02 00:00:00' }, TO],
		['a range, with a date in ISO 8601', { datetime: '2026-01-02T00:00:00.000Z' }, TO],
		['a filter by value, as a number', { website_id: 2 }, { website_id: '2' }],
		['a filter by value, as text', { status: 'sent' }, { status: 'sent' }],
		['an order', { name: 'x' }, { order_by: 'datetime', order_type: 'DESC' }],
		['what only goes with a filter', { name: 'x' }, { search_by: 'url', ...DATE }],
	])('%s: %j', (_, entry, query) => {
		expect(matches(entry, query)).toBe(true);
	});
});

describe('an entry does not pass', () => {
	test.each([
		['a search for another text', { name: 'Welcome' }, { search: 'x', search_by: 'name' }],
		['a search in another field', { title: 'x' }, { search: 'x', search_by: 'name' }],
		['a search without its field', { name: null }, { search: 'null', search_by: 'name' }],
		['a later start', { datetime: '2026-01-01 23:59:59' }, FROM],
		['an earlier end', { datetime: '2026-01-02 00:00:01' }, TO],
		['a start without a date', {}, FROM],
		['an end without a date', { datetime: null }, TO],
		['a filter by another value', { website_id: 21 }, { website_id: '2' }],
		['a filter by a value it does not have', {}, { status: 'sent' }],
		['one of several filters', { website_id: 2, status: 'x' }, { website_id: '2', status: 'sent' }],
	])('%s: %j', (_, entry, query) => {
		expect(matches(entry, query)).toBe(false);
	});
});

describe('entries are sorted', () => {
	/**
	 * @param {any[]} entries
	 * @param {any} query
	 */
	const sort = (entries, query) => [...entries].sort(byOrder(flow, query));

	test.each([
		['flow_id', 'id', [2, '10', 1], ['10', 2, 1]],
		[
			'total_sent_push_notifications',
			'total_sent_push_notifications',
			[9, '100', 10],
			['100', 10, 9],
		],
		['name', 'name', ['a', 'C', 'b'], ['C', 'b', 'a']],
		['datetime', 'datetime', ['2026-01-01', '2026-01-02'], ['2026-01-02', '2026-01-01']],
	])('by %s, in both directions', (orderBy, name, values, descending) => {
		const entries = values.map((value) => ({ [name]: value }));
		const sorted = descending.map((value) => ({ [name]: value }));
		expect(sort(entries, { order_by: orderBy, order_type: 'DESC' })).toEqual(sorted);
		expect(sort(entries, { order_by: orderBy, order_type: 'ASC' })).toEqual([...sorted].reverse());
	});

	test('by name, in the given order if only case and accents differ', () => {
		const entries = [{ name: 'Ä' }, { name: 'A' }, { name: 'a' }];
		for (const type of ['ASC', 'DESC']) {
			expect(sort(entries, { order_by: 'name', order_type: type })).toEqual(entries);
		}
	});

	test.each([
		['name', ['a', null], [null, 'a']],
		['total_sent_push_notifications', [1, null], [null, 1]],
	])('by %s, what has none first', (name, values, ascending) => {
		const entries = values.map((value) => ({ [name]: value }));
		const sorted = ascending.map((value) => ({ [name]: value }));
		expect(sort(entries, { order_by: name, order_type: 'ASC' })).toEqual(sorted);
	});
});
