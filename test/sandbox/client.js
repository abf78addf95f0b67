'use strict';

const { startSandbox } = require('../../tools/sandbox');

/**
 * A fresh installation for each test of the file or block, and requests to it. Nothing of the node
 * takes part.
 *
 * @param {Parameters<typeof startSandbox>[0]} [options]
 */
function useInstallation(options) {
	const site = { sandbox: undefined, get, post, remove };
	beforeEach(async () => {
		site.sandbox = await startSandbox({ profile: 'btools', ...options });
	});
	afterEach(async () => {
		await site.sandbox.stop();
	});

	/** @returns {Promise<{status: number, body: any, data: any, headers: Headers}>} */
	async function request(method, path, body) {
		const { apiKey, url } = site.sandbox;
		const response = await fetch(`${url}/api/${path}`, {
			method,
			body,
			headers: { authorization: `Bearer ${apiKey}` },
			redirect: 'manual',
		});
		const text = await response.text();
		const answer = { status: response.status, headers: response.headers, text };
		try {
			const parsed = JSON.parse(text);
			return { ...answer, body: parsed, data: parsed?.data };
		} catch {
			return answer;
		}
	}

	async function get(path, query = {}) {
		return await request('GET', `${path}?${new URLSearchParams(query)}`);
	}

	/** A list as value is sent as `name[]`. */
	async function post(path, fields) {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) {
			if (value instanceof Blob) form.append(name, value, value.name);
			else if (Array.isArray(value)) value.forEach((one) => form.append(`${name}[]`, one));
			else form.append(name, value);
		}
		return await request('POST', path, form);
	}

	async function remove(path) {
		return await request('DELETE', path);
	}

	return site;
}

const idsOf = ({ data }) => data.map(({ id }) => id);

module.exports = { idsOf, useInstallation };
