'use strict';

/** The output of a node, next to its form. */
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
			columns.map((column, n) => ({ column, cell: cells[row * columns.length + n] ?? '' })),
		);
		return rows.map((row) => {
			// n8n adds a cell without a title after the last one.
			const titled = row.filter(({ column }) => column !== '');
			return Object.fromEntries(titled.map(({ column, cell }) => [column, cell]));
		});
	}

	/** The error of a failed node: what happened, and what to do. */
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
