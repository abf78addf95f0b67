'use strict';

const { DIFFERENCES } = require('./differences');

/** The form of a credential, in front of everything else. */
class CredentialForm {
	/**
	 * @param {import('playwright-core').Page} page
	 * @param {import('./majors').Major} major of n8n
	 */
	constructor(page, major) {
		this.page = page;
		this.major = major;
		this.dialog = page.getByTestId('editCredential-modal');
		this.header = this.dialog.locator('header');
		this.fields = this.dialog.getByTestId('node-credentials-config-container');
		this.connected = this.dialog.getByText('Connection tested successfully');
	}

	/** @param {Record<string, string>} values by the fields' labels */
	async fill(values) {
		for (const [label, value] of Object.entries(values)) {
			const field = this.dialog
				.getByTestId('credential-connection-parameter')
				.filter({ hasText: label });
			await field.locator('input').fill(value);
		}
	}

	/** Saves the credential. n8n then tests it. */
	async save() {
		await this.page.getByTestId('credential-save-button').click();
	}

	/** Saves a credential whose test passes, and closes the form. */
	async saveAndClose() {
		await this.save();
		if (DIFFERENCES[this.major].closesWhenConnected) {
			await this.dialog.waitFor({ state: 'hidden' });
		} else {
			await this.tested();
			await this.close();
		}
	}

	/** Waits for the end of the test that n8n runs on each credential that is opened. */
	async tested() {
		await this.connected.waitFor();
		await this.fields.locator('.n8n-spinner').waitFor({ state: 'detached' });
	}

	/** The details of a failed test. */
	async problem() {
		await this.dialog.getByText('More details').click();
		return await this.fields.innerText();
	}

	async close() {
		await this.dialog.locator('.el-dialog__headerbtn').click();
		await this.dialog.waitFor({ state: 'hidden' });
	}
}

module.exports = { CredentialForm };
