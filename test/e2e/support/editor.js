'use strict';

const { DIFFERENCES } = require('./differences');
const { NodeForm } = require('./nodeForm');

/** n8n's editor, with a workflow open in it. */
class Editor {
	/**
	 * @param {import('playwright-core').Page} page
	 * @param {ReturnType<typeof import('./n8n').runningN8n>['n8n']} n8n
	 */
	constructor(page, n8n) {
		this.page = page;
		this.url = n8n.url;
		this.major = n8n.tree.version.major;
		this.nodes = page.getByTestId('canvas-node');
	}

	/** @param {{id: string}} workflow as n8n stored it */
	async open({ id }) {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.nodes.first().waitFor();
	}

	/**
	 * Presses the plus behind the last node and searches.
	 *
	 * @param {string} words
	 */
	async search(words) {
		await this.page.getByTestId('canvas-handle-plus').last().click();
		await this.page.getByTestId('node-creator-search-bar').fill(words);
	}

	/**
	 * Selects a result by its name.
	 *
	 * @param {string} name
	 */
	async choose(name) {
		const choice = this.#found.getByText(name, { exact: true });
		await choice.click();
		await choice.waitFor({ state: 'hidden' });
	}

	/**
	 * The names in the list, once this one is among them.
	 *
	 * @param {string} name
	 */
	async choices(name) {
		await this.#found.getByText(name, { exact: true }).waitFor();
		return await this.#found.allInnerTexts();
	}

	get #found() {
		return this.page.getByTestId('node-creator').getByTestId('node-creator-item-name');
	}

	/** The node that is open, as one is after it was added. */
	get nodeForm() {
		return new NodeForm(this.page, this.major);
	}

	/**
	 * Opens a node by a double click.
	 *
	 * @param {string} name
	 */
	async openNode(name) {
		await this.page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`).dblclick();
		await this.nodeForm.parameters.waitFor();
		return this.nodeForm;
	}

	/** Closes the node that is open. */
	async closeNode() {
		await this.page.getByTestId(DIFFERENCES[this.major].closeNodeTestId).click();
		await this.nodeForm.parameters.waitFor({ state: 'hidden' });
	}
}

module.exports = { Editor };
