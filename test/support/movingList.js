'use strict';

const { poll } = require('../../build/modules/nodes/SixtySixPusher/trigger');

/**
 * Installations' lists that change at any moment, without the network: before each request, the next
 * of a test's changes happens.
 */

const second = (count) => new Date(Date.UTC(2026, 0, 1) + count * 1000).toISOString();
const toDatetime = (count) => second(count).slice(0, 19).replace('T', ' ');

/** Spreads IDs so that neighbours come apart. */
const scatter = (id) => Math.imul(id, 0x9e3779b1) >>> 0;

const activityOf = ({ last_datetime: last, datetime }) => last ?? datetime;

const ORDERS = {
	newest: (a, b) => b.id - a.id,
	oldest: (a, b) => a.id - b.id,
	activity: (a, b) => activityOf(b).localeCompare(activityOf(a)) || b.id - a.id,
	none: (a, b) => scatter(a.id) - scatter(b.id),
};

class MovingList {
	/**
	 * @param {object} [behaviour]
	 * @param {keyof typeof ORDERS} [behaviour.order] where none is asked for, or where it is ignored
	 * @param {boolean} [behaviour.isOrdered] whether it does as `order_by` asks
	 * @param {boolean} [behaviour.filters] whether it does as filters ask
	 * @param {number} [behaviour.pageCap]
	 * @param {'whole' | 'noTotal' | 'none'} [behaviour.meta]
	 */
	constructor(behaviour = {}) {
		this.behaviour = {
			order: 'newest',
			isOrdered: true,
			filters: true,
			meta: 'whole',
			...behaviour,
		};
		this.entries = [];
		this.time = 0;
		this.lastId = 0;
		this.requests = [];
		/** What happens before the next requests. */
		this.changes = [];
		/** Answers in place of a page, e.g. a refusal. */
		this.failures = [];
	}

	add(more = {}) {
		this.time += 1;
		this.lastId += 1 + (this.lastId % 3);
		const entry = {
			id: this.lastId,
			website_id: 1,
			type: 'subscribed',
			ip: `10.0.0.${this.lastId}`,
			status: 'sent',
			datetime: toDatetime(this.time),
			last_datetime: null,
			...more,
		};
		this.entries.push(entry);
		return entry;
	}

	addMany(count, more = {}) {
		return Array.from({ length: count }, () => this.add(more));
	}

	/** Something happens to an entry. */
	touch(entry) {
		this.time += 1;
		entry.last_datetime = toDatetime(this.time);
	}

	remove(entry) {
		this.entries = this.entries.filter((other) => other !== entry);
	}

	/** One request of n8n's HTTP client. */
	answer({ url, qs = {} }) {
		this.changes.shift()?.(this);
		this.requests.push({ url, qs });
		const failure = this.failures.shift();
		if (failure) return failure;

		const [, id] = /\/(\d+)$/.exec(url) ?? [];
		if (id !== undefined) {
			const data = this.entries.find((entry) => entry.id === Number(id));
			return data ? reply({ data }) : reply({ errors: [{ title: 'Not found', status: 404 }] }, 404);
		}
		const { filters, order, isOrdered, pageCap = Infinity, meta } = this.behaviour;
		const wanted = this.entries.filter(
			({ website_id, type, status }) =>
				!filters ||
				((qs.website_id === undefined || String(website_id) === String(qs.website_id)) &&
					(qs.type === undefined || type === qs.type) &&
					(qs.status === undefined || status === qs.status)),
		);
		wanted.sort(ORDERS[isOrdered ? (qs.order_type === 'ASC' ? 'oldest' : 'newest') : order]);
		const size = Math.min(qs.results_per_page, pageCap);
		return reply({
			data: structuredClone(wanted.slice((qs.page - 1) * size, qs.page * size)),
			...(meta !== 'none' && {
				meta: {
					...(meta === 'whole' && { total: wanted.length }),
					total_pages: Math.ceil(wanted.length / size),
				},
			}),
		});
	}
}

function reply(body, statusCode = 200) {
	return { statusCode, headers: {}, body };
}

const refusal = (statusCode) =>
	reply({ errors: [{ title: 'Not now', status: statusCode }] }, statusCode);

/** A trigger on such a list, with n8n's part of its context. */
class ListTrigger {
	constructor(list, parameters = {}) {
		this.list = list;
		this.parameters = { event: 'subscriberCreated', types: [], simplify: false, ...parameters };
		this.saved = '{}';
	}

	/** @returns {Promise<object[]>} what came out, with what is remembered gone through JSON */
	async poll(mode = 'trigger') {
		const staticData = JSON.parse(this.saved);
		const output = await poll(this.context(staticData, mode));
		this.saved = JSON.stringify(staticData);
		return (output?.[0] ?? []).map(({ json }) => json);
	}

	context(staticData, mode = 'trigger') {
		const { list, parameters } = this;
		const values = { ...parameters, 'filters.websiteId': parameters.websiteId };
		return {
			getMode: () => mode,
			getNode: () => ({ id: 'n1', credentials: { sixtySixPusherApi: { id: 'c1' } } }),
			getWorkflow: () => ({ id: `w${parameters.event}` }),
			getWorkflowStaticData: () => staticData,
			getNodeParameter: (name, fallback) => values[name] ?? fallback,
			getCredentials: async () => ({ baseUrl: 'https://push.example', apiKey: 'secret-key' }),
			helpers: {
				httpRequestWithAuthentication: async (_credential, request) => list.answer(request),
			},
		};
	}
}

module.exports = { ListTrigger, MovingList, refusal, reply };
