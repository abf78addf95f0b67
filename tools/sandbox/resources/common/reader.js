'use strict';

const { errorAnswer } = require('../../http/answers.js');

/** Reads a number as the server does: as far as it goes, else 0. */
const toInteger = (/** @type {string} */ text) => Number.parseInt(text, 10) || 0;

/** As PHP does it: what looks like a tag goes, and all that follows one that is not closed. */
const withoutTags = (/** @type {string} */ text) => text.replace(/<[^\s>][^>]*(>|$)/g, '').trim();

/** Reads the fields of one form for a new or a stored entry, as the installation does. */
class FormReader {
	/**
	 * @param {import('../../installation.js').Installation} installation
	 * @param {import('../../http/form.js').Form} form
	 * @param {boolean} creating
	 */
	constructor(installation, form, creating) {
		this.installation = installation;
		this.behaviour = installation.behaviour;
		this.form = form;
		this.creating = creating;
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
		const text = this.behaviour.stripsTags ? withoutTags(value) : value;
		return this.behaviour.truncatesText ? [...text].slice(0, limit).join('') : text;
	}

	/**
	 * @param {string} field without its brackets
	 * @param {number} limit of each value
	 * @returns {string[]} a hole of the index is an empty text
	 */
	list(field, limit) {
		const values = Array.from(this.form.lists.get(field) ?? [], (value) => value ?? '');
		return this.behaviour.truncatesText
			? values.map((value) => [...value].slice(0, limit).join(''))
			: values;
	}

	/**
	 * @param {string} field that holds IDs as '1,2,3'
	 * @returns {number[]}
	 */
	ids(field) {
		const ids = (this.sent(field) ?? '').split(',').map(toInteger);
		return [...new Set(ids)].filter((id) => id > 0);
	}

	/** @param {string} field */
	integer(field) {
		const value = this.sent(field);
		return value === undefined ? undefined : toInteger(value);
	}

	/**
	 * @param {string} field
	 * @param {boolean} current
	 */
	flag(field, current) {
		const value = this.sent(field);
		if (value === undefined) return current;
		const off = value === '' || value === '0';
		return this.behaviour.presenceMeansTrue ? !off : !off && value.toLowerCase() !== 'false';
	}

	/**
	 * Of fields that a new entry has on where they are merely present.
	 *
	 * @param {string} field
	 * @param {boolean} current
	 */
	presence(field, current) {
		if (this.creating && this.behaviour.presenceMeansTrue) return this.sent(field) !== undefined;
		return this.flag(field, current);
	}

	/**
	 * @param {string[]} required
	 * @returns {import('../../http/answers.js').Answer | undefined}
	 */
	refuseMissing(required) {
		if (!this.creating || required.every((field) => this.form.fields.get(field))) return undefined;
		return errorAnswer(this.behaviour.missingFieldStatus, this.installation.words.emptyFields);
	}
}

module.exports = { FormReader, toInteger };
