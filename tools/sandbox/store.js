'use strict';

const { seedSegments, seedWebsites } = require('./seeds.js');

/**
 * A flow in the documented shape, in the documented order.
 *
 * @typedef {object} Flow
 * @property {number} id
 * @property {number} user_id
 * @property {number} website_id
 * @property {string} name
 * @property {string} title
 * @property {string} description
 * @property {string} url
 * @property {string | null} image_url
 * @property {FlowSettings} settings
 * @property {number} wait_time
 * @property {string} wait_time_type
 * @property {boolean} is_enabled
 * @property {number} total_sent_push_notifications
 * @property {number} total_displayed_push_notifications
 * @property {number} total_clicked_push_notifications
 * @property {number} total_closed_push_notifications
 * @property {string | null} last_sent_datetime
 * @property {string | null} last_datetime
 * @property {string} datetime
 *
 * @typedef {object} FlowSettings
 * @property {number} ttl
 * @property {string} urgency
 * @property {0 | 1} is_silent
 * @property {0 | 1} is_auto_hide
 * @property {string} button_title_1
 * @property {string} button_url_1
 * @property {string} button_title_2
 * @property {string} button_url_2
 */

/**
 * @typedef {object} StoredImage
 * @property {string} file name under which the installation serves it
 * @property {string} fileName name under which it was sent
 * @property {string} type
 * @property {number} size
 * @property {string} sha256
 * @property {Buffer} [bytes]
 */

/**
 * What a flow has besides what the documented reply shows.
 *
 * @typedef {object} Stored
 * @property {string} segment `all` or a segment id
 * @property {string} utm_source
 * @property {string} utm_medium
 * @property {string} utm_campaign
 * @property {StoredImage | null} image
 * @property {number} created_count how many flows the API had created when it created this one, this
 *   one included; 0 for a seeded flow
 */

/** @typedef {{ flow: Flow, stored: Stored }} Entry */

/**
 * @typedef {Partial<Omit<Flow, 'settings'>> & Partial<Stored> &
 *   { settings?: Partial<FlowSettings> }} PartialFlow
 */

/** @param {Date} date */
function formatDatetime(date) {
	return date.toISOString().slice(0, 19).replace('T', ' ');
}

class Store {
	/** @type {Map<number, Entry>} */
	#entries = new Map();
	#lastId = 0;
	#createdCount = 0;
	#now;

	websites = seedWebsites();
	segments = seedSegments();

	/** @param {() => Date | number} now */
	constructor(now) {
		this.#now = now;
	}

	datetime() {
		return formatDatetime(new Date(this.#now()));
	}

	get size() {
		return this.#entries.size;
	}

	all() {
		return [...this.#entries.values()];
	}

	/** @param {number} id */
	get(id) {
		return this.#entries.get(id);
	}

	/** @param {string} file */
	imageServedAs(file) {
		return this.all().find(({ stored }) => stored.image?.file === file)?.stored.image;
	}

	/** @returns {Entry} not stored yet, with the id it would get */
	blank() {
		const settings = {
			ttl: 2419200,
			urgency: 'normal',
			is_silent: /** @type {const} */ (0),
			is_auto_hide: /** @type {const} */ (0),
			button_title_1: '',
			button_url_1: '',
			button_title_2: '',
			button_url_2: '',
		};
		const flow = {
			id: this.#lastId + 1,
			user_id: 1,
			website_id: this.websites[0]?.id ?? 1,
			name: '',
			title: '',
			description: '',
			url: '',
			image_url: null,
			settings,
			wait_time: 1,
			wait_time_type: 'days',
			is_enabled: true,
			total_sent_push_notifications: 0,
			total_displayed_push_notifications: 0,
			total_clicked_push_notifications: 0,
			total_closed_push_notifications: 0,
			last_sent_datetime: null,
			last_datetime: null,
			datetime: this.datetime(),
		};
		const utm = { utm_source: '', utm_medium: '', utm_campaign: '' };
		return { flow, stored: { segment: 'all', ...utm, image: null, created_count: 0 } };
	}

	/** @param {Entry} entry */
	create(entry) {
		this.#createdCount += 1;
		this.#lastId = entry.flow.id;
		const stored = { ...entry.stored, created_count: this.#createdCount };
		this.replace({ ...entry, stored });
	}

	/** @param {Entry} entry */
	replace(entry) {
		this.#entries.set(entry.flow.id, entry);
	}

	/** @param {number} id */
	remove(id) {
		this.#entries.delete(id);
	}

	/** @param {PartialFlow} partial */
	seed(partial) {
		const { flow, stored } = this.blank();
		const {
			settings,
			segment,
			utm_source,
			utm_medium,
			utm_campaign,
			image,
			created_count,
			...rest
		} = partial;
		const texts = {
			name: `Flow ${flow.id}`,
			title: `Title ${flow.id}`,
			description: `Description ${flow.id}`,
			url: 'https://example.com',
		};
		const entry = {
			flow: { ...flow, ...texts, ...rest, settings: { ...flow.settings, ...settings } },
			stored: {
				segment: segment ?? stored.segment,
				utm_source: utm_source ?? '',
				utm_medium: utm_medium ?? '',
				utm_campaign: utm_campaign ?? '',
				image: image ?? null,
				created_count: created_count ?? 0,
			},
		};
		const { id } = entry.flow;
		if (this.#entries.has(id)) throw new Error(`There is a flow ${id} already`);
		this.#lastId = Math.max(this.#lastId, id);
		this.replace(entry);
		return entry;
	}

	/**
	 * Runs a task and takes back what it changed, so that a faulty answer can look exactly like the
	 * real one although nothing was carried out.
	 *
	 * @template Result
	 * @param {() => Result} task
	 */
	rehearse(task) {
		const entries = new Map(this.#entries);
		const [lastId, createdCount] = [this.#lastId, this.#createdCount];
		try {
			return task();
		} finally {
			this.#entries = entries;
			this.#lastId = lastId;
			this.#createdCount = createdCount;
		}
	}
}

module.exports = { Store };
