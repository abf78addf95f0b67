'use strict';

const codes = require('./codes.js');

/** @typedef {import('./reader.js').FormReader} FormReader */
/** @typedef {import('../subscriber/store.js').Subscriber} Subscriber */
/** @typedef {import('../../profiles.js').Behaviour} Behaviour */

/**
 * @typedef {object} ParameterFilter
 * @property {string} key
 * @property {string} condition
 * @property {string} value
 */

/** @typedef {'countries' | 'continents' | 'device_type' | 'languages' | 'operating_systems' | 'browsers'} ListName */

/**
 * An audience by what is known of subscribers: all that is given must hold.
 *
 * @typedef {Partial<Record<ListName, string[]>> & {
 *   custom_parameters?: ParameterFilter[],
 *   subscribed_on_url?: string,
 *   cities?: string[],
 * }} Filters
 */

/** @typedef {'country_code' | 'continent_code' | 'device_type' | 'browser_language' | 'os_name' | 'browser_name'} ListField */

/** @type {Record<ListName, { field: ListField, values: string[] }>} */
const LISTS = {
	countries: { field: 'country_code', values: codes.COUNTRIES },
	continents: { field: 'continent_code', values: codes.CONTINENTS },
	device_type: { field: 'device_type', values: codes.DEVICE_TYPES },
	languages: { field: 'browser_language', values: codes.LANGUAGES },
	operating_systems: { field: 'os_name', values: codes.OPERATING_SYSTEMS },
	browsers: { field: 'browser_name', values: codes.BROWSERS },
};
const LIST_NAMES = /** @type {ListName[]} */ (Object.keys(LISTS));

/** @type {Record<string, (stored: string, wanted: string) => boolean>} */
const COMPARISONS = {
	exact: (stored, wanted) => stored === wanted,
	contains: (stored, wanted) => stored.includes(wanted),
	starts_with: (stored, wanted) => stored.startsWith(wanted),
	ends_with: (stored, wanted) => stored.endsWith(wanted),
	bigger_than: (stored, wanted) => Number(stored) > Number(wanted),
	lower_than: (stored, wanted) => Number(stored) < Number(wanted),
};

/**
 * @param {FormReader} reader
 * @returns {ParameterFilter[]}
 */
function readParameters(reader) {
	const keys = reader.list('filters_custom_parameter_key', 64);
	const conditions = reader.list('filters_custom_parameter_condition', 64);
	const values = reader.list('filters_custom_parameter_value', 512);
	return keys.flatMap((key, index) => {
		const condition = conditions[index] ?? '';
		if (!key || !codes.CONDITIONS.includes(condition)) return [];
		return [{ key, condition, value: values[index] ?? '' }];
	});
}

/**
 * @param {FormReader} reader
 * @returns {Filters}
 */
function readFilters(reader) {
	const { trimsCities, unknownFilterValues } = reader.behaviour;
	/** @type {Filters} */
	const filters = {};
	const parameters = readParameters(reader);
	if (parameters.length > 0) filters.custom_parameters = parameters;
	const url = reader.text('filters_subscribed_on_url', 512, '');
	if (url !== '') filters.subscribed_on_url = url;
	const cities = reader.text('filters_cities', 4096, '').split(',');
	const named = (trimsCities ? cities.map((city) => city.trim()) : cities).filter(Boolean);
	if (named.length > 0) filters.cities = named;
	for (const name of LIST_NAMES) {
		const { values } = LISTS[name];
		const usable = reader
			.list(`filters_${name}`, 64)
			.filter((value) => values.includes(value) || unknownFilterValues === 'keep');
		if (usable.length > 0) filters[name] = usable;
	}
	return filters;
}

/** @param {FormReader} reader */
function sendsFilters({ form }) {
	const names = [...form.fields.keys(), ...form.lists.keys()];
	return names.some((name) => name.startsWith('filters_'));
}

/**
 * @param {Subscriber} subscriber
 * @param {ParameterFilter} filter
 */
function parameterHolds({ custom_parameters: parameters }, { key, condition, value }) {
	const stored = Object.hasOwn(parameters, key) ? parameters[key] : undefined;
	if (stored === undefined) return false;
	const negated = condition.startsWith('not_');
	const compare = COMPARISONS[negated ? condition.slice('not_'.length) : condition];
	return compare !== undefined && compare(stored, value) !== negated;
}

/**
 * @param {Filters} filters
 * @param {Behaviour} behaviour
 * @returns {(subscriber: Subscriber) => boolean}
 */
function matcherOf(filters, { emptyFilter }) {
	if (Object.keys(filters).length === 0) return () => emptyFilter === 'everybody';
	const lists = LIST_NAMES.flatMap((name) => {
		const values = filters[name];
		return values ? [{ field: LISTS[name].field, values }] : [];
	});
	const { cities, custom_parameters: parameters = [], subscribed_on_url: url } = filters;
	return (subscriber) =>
		parameters.every((filter) => parameterHolds(subscriber, filter)) &&
		(url === undefined || subscriber.subscribed_on_url === url) &&
		(!cities || cities.includes(subscriber.city_name ?? '')) &&
		lists.every(({ field, values }) => values.includes(subscriber[field] ?? ''));
}

/**
 * The filters as an entry's `settings` tell them.
 *
 * @param {Filters} filters
 * @param {Behaviour} behaviour
 * @returns {Record<string, unknown>}
 */
function reportFilters(filters, { filterSettings }) {
	const { custom_parameters: parameters, ...others } = filters;
	const told = Object.entries(others).map(([name, value]) => [`filters_${name}`, value]);
	const settings = Object.fromEntries(told);
	if (filterSettings === 'asSent' && filters.cities) {
		settings['filters_cities'] = filters.cities.join(',');
	}
	if (!parameters) return settings;
	if (filterSettings === 'objects') {
		return { filters_custom_parameters: parameters, ...settings };
	}
	return {
		filters_custom_parameter_key: parameters.map(({ key }) => key),
		filters_custom_parameter_condition: parameters.map(({ condition }) => condition),
		filters_custom_parameter_value: parameters.map(({ value }) => value),
		...settings,
	};
}

module.exports = { matcherOf, readFilters, reportFilters, sendsFilters };
