'use strict';

const { readImage } = require('./image.js');

/** @typedef {import('./reader.js').FormReader} FormReader */

/**
 * What a subscriber gets to see, the same in every resource that sends something.
 *
 * @typedef {object} Message
 * @property {string} name
 * @property {string} title
 * @property {string} description
 * @property {string} url
 * @property {string | null} image_url
 * @property {MessageSettings} settings
 *
 * @typedef {object} MessageSettings
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
 * What is kept of a message besides what is told of it.
 *
 * @typedef {object} StoredMessage
 * @property {string} utm_source
 * @property {string} utm_medium
 * @property {string} utm_campaign
 * @property {import('./image.js').StoredImage | null} image
 */

const TTLS = [
	0, 900, 1800, 3600, 10800, 21600, 43200, 86400, 259200, 432000, 604800, 1209600, 2419200,
];

/** @returns {MessageSettings} */
const blankSettings = () => ({
	ttl: 2419200,
	urgency: 'normal',
	is_silent: 0,
	is_auto_hide: 0,
	button_title_1: '',
	button_url_1: '',
	button_title_2: '',
	button_url_2: '',
});

/** @returns {StoredMessage} */
const blankStored = () => ({ utm_source: '', utm_medium: '', utm_campaign: '', image: null });

/**
 * A copy that can be changed while the stored message stays as it is.
 *
 * @template {Message & { stored: StoredMessage }} Row
 * @param {Row} row
 * @returns {Row}
 */
const copyMessage = (row) => ({
	...row,
	settings: { ...row.settings },
	stored: { ...row.stored },
});

/**
 * @param {import('../../installation.js').Installation} installation
 * @param {{ stored: StoredMessage }} row
 */
function reportUtm({ behaviour }, { stored }) {
	const { utm_source: source, utm_medium: medium, utm_campaign: campaign } = stored;
	return behaviour.reportsUtm ? { utm: { source, medium, campaign } } : {};
}

/**
 * Writes what the form says into a copy of a stored message, or into a new one.
 *
 * @param {FormReader} reader
 * @param {Message & { id: number, stored: StoredMessage }} message
 * @param {string} folder in which the installation keeps the images of the resource
 */
function readMessage(reader, message, folder) {
	readTexts(reader, message);
	readSettings(reader, message.settings);
	return readImage(reader, message, folder);
}

/**
 * @param {FormReader} reader
 * @param {Message & { stored: StoredMessage }} message
 */
function readTexts(reader, message) {
	const { stored } = message;
	message.name = reader.text('name', 256, message.name);
	message.title = reader.text('title', 64, message.title);
	message.description = reader.text('description', 128, message.description);
	message.url = reader.text('url', 512, message.url);
	stored.utm_source = reader.text('utm_source', 128, stored.utm_source);
	stored.utm_medium = reader.text('utm_medium', 128, stored.utm_medium);
	stored.utm_campaign = reader.text('utm_campaign', 128, stored.utm_campaign);
}

/**
 * @param {FormReader} reader
 * @param {MessageSettings} settings
 */
function readSettings(reader, settings) {
	settings.button_title_1 = reader.text('button_title_1', 16, settings.button_title_1);
	settings.button_title_2 = reader.text('button_title_2', 16, settings.button_title_2);
	settings.button_url_1 = reader.text('button_url_1', 512, settings.button_url_1);
	settings.button_url_2 = reader.text('button_url_2', 512, settings.button_url_2);
	settings.is_silent = reader.presence('is_silent', settings.is_silent === 1) ? 1 : 0;
	settings.is_auto_hide = reader.presence('is_auto_hide', settings.is_auto_hide === 1) ? 1 : 0;
	const ttl = reader.integer('ttl');
	if (ttl !== undefined && TTLS.includes(ttl)) settings.ttl = ttl;
}

module.exports = { blankSettings, blankStored, copyMessage, readMessage, reportUtm };
