'use strict';

const { CredentialForm } = require('./credentialForm');
const { DIFFERENCES } = require('./differences');
const { OutputPanel } = require('./outputPanel');

/**
 * Matches exactly this text, with whatever space n8n puts around it.
 *
 * @param {string} text
 */
const exactly = (text) => new RegExp(`^\\s*${text.replace(/[^\w\s]/g, '\\$&')}\\s*$`);

/** A node that is open in the editor: its form, between its input and its output. */
class NodeForm {
	#labels;

	/**
	 * @param {import('playwright-core').Page} page
	 * @param {import('./majors').Major} major of n8n
	 */
	constructor(page, major) {
		this.page = page;
		this.major = major;
		this.parameters = page.getByTestId('node-parameters');
		this.dialog = page.getByTestId('ndv');
		this.executeButton = page.getByTestId('node-execute-button');
		this.title = page.getByTestId('node-title-container');
		this.inputHeader = page
			.getByTestId('ndv-input-panel')
			.getByTestId('run-data-pane-header')
			.locator('..');
		this.output = new OutputPanel(page.getByTestId('output-panel'));
		this.#labels = this.parameters
			.getByTestId('input-label')
			.locator('label.n8n-input-label')
			.filter({ visible: true });
		/** The entries of an open list. */
		this.options = page
			.getByTestId('parameter-input-item')
			.or(page.getByTestId('collection-parameter-option'))
			.or(page.getByTestId('rlc-item'))
			.filter({ visible: true });
	}

	/**
	 * A field, with all that belongs to it.
	 *
	 * @param {string} label
	 */
	field(label) {
		const text = this.page.locator('label .n8n-text', { hasText: exactly(label) });
		// A group of fields holds its fields' labels too, and comes before them.
		return this.parameters
			.locator('.parameter-item, .multi-parameter')
			.filter({ has: text })
			.last();
	}

	/** @param {Record<string, string>} values by the fields' labels */
	async fill(values) {
		for (const [label, value] of Object.entries(values)) {
			await this.field(label).locator('input, textarea').last().fill(value);
		}
	}

	/**
	 * Opens the list of choices behind a field.
	 *
	 * @param {string} label
	 * @returns {Promise<string[]>} what it offers
	 */
	async openChoices(label) {
		await this.field(label).getByTestId('parameter-input').locator('.n8n-select').click();
		return await this.offered();
	}

	/**
	 * Opens the list from which a website, segment or flow is chosen.
	 *
	 * @param {string} label
	 */
	async openList(label) {
		await this.field(label).getByTestId('rlc-input-container').click();
	}

	/**
	 * Searches the list that is open for what but one entry of it fits.
	 *
	 * @param {string} words
	 */
	async found(words) {
		await this.page.getByTestId('rlc-search').filter({ visible: true }).fill(words);
		const others = this.options.filter({ hasNotText: new RegExp(words, 'i') });
		await others.first().waitFor({ state: 'hidden' });
		return await this.offered();
	}

	/** The message in place of a list that can't be loaded. */
	async listProblem() {
		const box = this.page.getByTestId('rlc-error-container').filter({ visible: true });
		return await box.innerText();
	}

	/** The entries of the open list. */
	async offered() {
		await this.options.first().waitFor();
		return await this.options.allInnerTexts();
	}

	/** @param {string} text of one that the list that is open offers */
	async choose(text) {
		await this.options.filter({ hasText: exactly(text) }).click();
		await this.options.first().waitFor({ state: 'hidden' });
	}

	/** The labels of the fields from top to bottom, and which of them are cut off. */
	async labels() {
		// The label under the pointer makes room for the field's actions.
		await this.page.mouse.move(0, 0);
		return await this.#labels.evaluateAll((labels) => {
			/** @type {(element: Element | null, end: Element) => boolean} */
			const isCut = (element, end) => {
				if (element === null) return false;
				const isWider = element.scrollWidth > element.clientWidth + 1;
				if (isWider && getComputedStyle(element).overflowX !== 'visible') return true;
				return element !== end && isCut(element.parentElement, end);
			};
			return labels.map((label) => {
				const text = label.querySelector('.n8n-text');
				return { text: text?.textContent?.trim(), isCut: isCut(text, label) };
			});
		});
	}

	/**
	 * The selected entry of a field with a list.
	 *
	 * @param {string} label
	 */
	async chosen(label) {
		return await this.field(label).getByTestId('rlc-input-container').locator('input').inputValue();
	}

	/** Opens the list of the optional fields. */
	async openFields() {
		await this.parameters.getByPlaceholder('Add Field').click();
	}

	/** Opens the form of a new credential, in an n8n that has none for this node. */
	async createCredential() {
		await DIFFERENCES[this.major].createCredential(this.page);
		return new CredentialForm(this.page, this.major);
	}

	/** Opens the credential that is chosen. */
	async openCredential() {
		await this.page.getByTestId('credential-edit-button').click();
		return new CredentialForm(this.page, this.major);
	}

	/** The name of the credential that is chosen. */
	async credential() {
		return await this.page.getByTestId('node-credentials-select').locator('input').inputValue();
	}

	async execute() {
		await this.executeButton.click();
	}
}

module.exports = { NodeForm };
