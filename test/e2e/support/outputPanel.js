'use strict';

/** What a node gave, beside its form. */
class OutputPanel {
	/** @param {import('playwright-core').Locator} panel */
	constructor(panel) {
		this.panel = panel;
		this.header = panel.getByTestId('run-data-pane-header').locator('..');
		this.problemBox = panel.getByTestId('node-error-message').locator('..');
		this.dataTable = panel.locator('table');
	}

	/**
	 * The output table, once the node has run to success.
	 *
	 * @returns {Promise<Array<Record<string, string>>>} its rows, by its columns
	 */
	async table() {
		await this.panel.getByTestId('node-run-status-success').waitFor();
		await this.dataTable.waitFor();
		const columns = await textsOf(this.dataTable.locator('thead th'));
		const cells = await textsOf(this.dataTable.locator('tbody td'));
		const rows = Array.from({ length: cells.length / columns.length }, (_, row) =>
			columns.map((column, n) => [column, cells[row * columns.length + n]]),
		);
		return rows.map((row) => {
			// n8n puts a cell without a title behind the last one.
			return Object.fromEntries(row.filter(([column]) => column !== ''));
		});
	}

	/** What is said where the node has failed: what happened, and what to do. */
	async problem() {
		return {
			message: await this.panel.getByTestId('node-error-message').innerText(),
			description: await this.panel.getByTestId('node-error-description').innerText(),
		};
	}
}

/** @param {import('playwright-core').Locator} elements */
async function textsOf(elements) {
	return (await elements.allInnerTexts()).map((text) => text.trim());
}

module.exports = { OutputPanel };
