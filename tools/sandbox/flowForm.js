'use strict';

const path = require('node:path');
const { errorAnswer, statusErrorAnswer } = require('./answers.js');

/** @typedef {import('./answers.js').Answer} Answer */
/** @typedef {import('./form.js').Form} Form */
/** @typedef {import('./installation.js').Installation} Installation */
/** @typedef {import('./store.js').Entry} Entry */
/** @typedef {{ entry: Entry } | { refusal: Answer }} Outcome */

const REQUIRED = ['website_id', 'name', 'title', 'description', 'wait_time', 'wait_time_type'];
const TTLS = [
	0, 900, 1800, 3600, 10800, 21600, 43200, 86400, 259200, 432000, 604800, 1209600, 2419200,
];
const UNITS_IN_90_DAYS = new Map([
	['minutes', 90 * 24 * 60],
	['hours', 90 * 24],
	['days', 90],
]);
const IMAGE_EXTENSIONS = ['.jpg', '.jpeg', '.png', '.gif', '.webp', '.svg'];

/** Reads a number as the server does: as far as it goes, else 0. */
const toInteger = (/** @type {string} */ text) => Number.parseInt(text, 10) || 0;

/** One reading of one form into one flow, new or stored. */
class FlowForm {
	/**
	 * @param {Installation} installation
	 * @param {Form} form
	 * @param {Entry} entry
	 * @param {boolean} creating
	 */
	constructor(installation, form, entry, creating) {
		this.installation = installation;
		this.behaviour = installation.behaviour;
		this.form = form;
		this.creating = creating;
		this.flow = { ...entry.flow, settings: { ...entry.flow.settings } };
		this.stored = { ...entry.stored };
	}

	/** @param {string} field */
	sent(field) {
		const value = this.form.fields.get(field);
		const ignored = value === '' && !this.creating && !this.behaviour.emptyOverwrites;
		return ignored ? undefined : value;
	}

	/**
	 * @param {string} field
	 * @param {number} limit
	 * @param {string} current
	 */
	text(field, limit, current) {
		const value = this.sent(field);
		if (value === undefined) return current;
		return this.behaviour.truncatesText ? [...value].slice(0, limit).join('') : value;
	}

	/**
	 * @param {string} field
	 * @param {boolean} current
	 * @param {boolean} onWhenPresent
	 */
	flag(field, current, onWhenPresent) {
		const value = this.sent(field);
		if (value === undefined) return current;
		const off = value === '' || value === '0';
		if (!this.behaviour.presenceMeansTrue) return !off && value.toLowerCase() !== 'false';
		return (onWhenPresent && this.creating) || !off;
	}

	/** @returns {Answer | undefined} */
	refuseMissingFields() {
		if (!this.creating || REQUIRED.every((field) => this.form.fields.get(field))) return undefined;
		return errorAnswer(this.behaviour.missingFieldStatus, this.installation.words.emptyFields);
	}

	readTexts() {
		const { flow, stored } = this;
		const { settings } = flow;
		flow.name = this.text('name', 256, flow.name);
		flow.title = this.text('title', 64, flow.title);
		flow.description = this.text('description', 128, flow.description);
		flow.url = this.text('url', 512, flow.url);
		settings.button_title_1 = this.text('button_title_1', 16, settings.button_title_1);
		settings.button_title_2 = this.text('button_title_2', 16, settings.button_title_2);
		settings.button_url_1 = this.text('button_url_1', 512, settings.button_url_1);
		settings.button_url_2 = this.text('button_url_2', 512, settings.button_url_2);
		stored.utm_source = this.text('utm_source', 128, stored.utm_source);
		stored.utm_medium = this.text('utm_medium', 128, stored.utm_medium);
		stored.utm_campaign = this.text('utm_campaign', 128, stored.utm_campaign);
	}

	readFlags() {
		const { flow } = this;
		const { settings } = flow;
		settings.is_silent = this.flag('is_silent', settings.is_silent === 1, true) ? 1 : 0;
		settings.is_auto_hide = this.flag('is_auto_hide', settings.is_auto_hide === 1, true) ? 1 : 0;
		flow.is_enabled = this.flag('is_enabled', flow.is_enabled, false);
	}

	readTtl() {
		const value = this.sent('ttl');
		if (value !== undefined && TTLS.includes(toInteger(value))) {
			this.flow.settings.ttl = toInteger(value);
		}
	}

	readWait() {
		const { flow } = this;
		const time = this.sent('wait_time');
		const type = this.sent('wait_time_type');
		if (type !== undefined) flow.wait_time_type = UNITS_IN_90_DAYS.has(type) ? type : 'days';
		if (time !== undefined) flow.wait_time = toInteger(time);
		if ((time === undefined && type === undefined) || !this.behaviour.clampsWait) return;
		const most = UNITS_IN_90_DAYS.get(flow.wait_time_type) ?? 90;
		flow.wait_time = Math.min(Math.max(flow.wait_time, 1), most);
	}

	/** @returns {Answer | undefined} */
	readWebsite() {
		const value = this.sent('website_id');
		if (value === undefined) return undefined;
		const { store, words } = this.installation;
		const first = this.behaviour.unknownWebsite === 'fallback' ? store.websites[0] : undefined;
		const website = store.websites.find(({ id }) => id === toInteger(value)) ?? first;
		if (!website) return errorAnswer(404, words.unknownWebsite);
		this.flow.website_id = website.id;
		return undefined;
	}

	/** @returns {Answer | undefined} */
	readSegment() {
		if (this.sent('segment') === undefined && this.sent('website_id') === undefined) {
			return undefined;
		}
		const { store, words } = this.installation;
		const value = this.sent('segment') ?? this.stored.segment;
		const belongs = store.segments.some(
			({ id, website_id }) => String(id) === value && website_id === this.flow.website_id,
		);
		if (!belongs && value !== 'all' && this.behaviour.unknownSegment === 'refuse') {
			return errorAnswer(404, words.unknownSegment);
		}
		this.stored.segment = belongs ? value : 'all';
		return undefined;
	}

	/** @returns {Answer | undefined} */
	readImage() {
		const image = this.form.files.get('image');
		if (!image) return undefined;
		const { address, words } = this.installation;
		const extension = path.extname(image.fileName).toLowerCase();
		if (!IMAGE_EXTENSIONS.includes(extension)) return statusErrorAnswer([words.imageType]);
		if (image.size > this.behaviour.maxImageBytes) return statusErrorAnswer([words.imageSize]);
		const file = `${this.flow.id}-${image.sha256.slice(0, 16)}${extension}`;
		this.stored.image = { file, ...image };
		this.flow.image_url = `${address}/uploads/flows/${file}`;
		return undefined;
	}

	/** @returns {Outcome} */
	read() {
		this.readTexts();
		this.readFlags();
		this.readTtl();
		this.readWait();
		const refusal =
			this.refuseMissingFields() ?? this.readWebsite() ?? this.readSegment() ?? this.readImage();
		return refusal ? { refusal } : { entry: { flow: this.flow, stored: this.stored } };
	}
}

/**
 * @param {Installation} installation
 * @param {Form} form
 */
function newFlow(installation, form) {
	return new FlowForm(installation, form, installation.store.blank(), true).read();
}

/**
 * @param {Installation} installation
 * @param {Form} form
 * @param {Entry} entry
 */
function changedFlow(installation, form, entry) {
	return new FlowForm(installation, form, entry, false).read();
}

module.exports = { changedFlow, newFlow };
