'use strict';

const { randomUUID } = require('node:crypto');
const { setTimeout: sleep } = require('node:timers/promises');
const { parseFlatted } = require('./flatted');
const { CREDENTIAL_TYPE, NODE_TYPE } = require('./nodePackage');

/** The account that opens the editor. n8n is on loopback, with nothing in it but examples. */
const OWNER = {
	email: 'owner@n8n.example',
	password: 'Sandbox1234',
	firstName: 'Sandbox',
	lastName: 'Owner',
};

const BETWEEN_LOOKS_MS = 100;

/** What n8n says of an execution that has ended, and has told how. */
const ENDED = new Set(['success', 'error']);

/** What n8n says of one that was cut short; there may be nothing known of it. */
const CUT_SHORT = new Set(['crashed', 'canceled']);

/**
 * @typedef {{cookie: string, browserId: string}} Session
 *
 * @typedef {{id: string, name: string}} CredentialReference
 *
 * @typedef {object} WorkflowFile a workflow as n8n exports it
 * @property {string} name
 * @property {Array<Record<string, any>>} nodes
 * @property {Record<string, any>} connections
 * @property {object} [settings]
 * @property {object} [pinData]
 *
 * @typedef {object} Execution
 * @property {string} id
 * @property {string} status `success`, `error`, `crashed` or `canceled`
 * @property {(node: string, output?: number, run?: number) => Array<any>} output a node's items on one of
 *   its outputs; of its last run, where it ran several times
 * @property {Array<{node: string, message: string, description?: string}>} errors of the nodes
 * @property {any} data everything that n8n stores of it
 */

/** n8n's own REST API, as its editor uses it, with one account logged in. */
class N8nApi {
	#cookie;
	#browserId;

	/**
	 * @param {{url: string, tree: {version: {major: '1' | '2'}}}} n8n
	 * @param {Session} [session] one that is logged in already: n8n takes only a few logins a minute
	 */
	constructor({ url, tree }, { cookie, browserId } = { cookie: '', browserId: randomUUID() }) {
		this.url = url;
		this.major = tree.version.major;
		this.#cookie = cookie;
		this.#browserId = browserId;
	}

	/** @returns {Session} for another process or browser to go on with */
	get session() {
		return { cookie: this.#cookie, browserId: this.#browserId };
	}

	/** @returns {Record<string, string>} */
	get #headers() {
		return { 'browser-id': this.#browserId, ...(this.#cookie && { cookie: this.#cookie }) };
	}

	/**
	 * @param {string} method
	 * @param {string} path below `/rest`
	 * @param {unknown} [body]
	 * @returns {Promise<any>} the reply's `data`
	 * @throws {Error} with n8n's own words, when it refuses
	 */
	async request(method, path, body) {
		const reply = await fetch(`${this.url}/rest${path}`, {
			method,
			headers: {
				...this.#headers,
				...(body !== undefined && { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const given = reply.headers.getSetCookie().find((cookie) => cookie.startsWith('n8n-auth='));
		if (given) [this.#cookie] = given.split(';');

		const text = await reply.text();
		if (!reply.ok) throw new Error(`${method} ${path}: n8n answered ${reply.status} ${text}`);
		const json = text === '' ? {} : JSON.parse(text);
		return 'data' in json ? json.data : json;
	}

	/**
	 * The bytes of a file that n8n keeps outside an execution's data.
	 *
	 * @param {string} id as the item carries it
	 */
	async file(id) {
		const reply = await fetch(
			`${this.url}/rest/binary-data?id=${encodeURIComponent(id)}&action=download`,
			{ headers: this.#headers },
		);
		if (!reply.ok) throw new Error(`File ${id}: n8n answered ${reply.status}`);
		return Buffer.from(await reply.arrayBuffer());
	}

	/** Creates the owner, and is logged in as such. */
	async setUpOwner() {
		await this.request('POST', '/owner/setup', OWNER);
	}

	async logIn() {
		const { email: emailOrLdapLoginId, password } = OWNER;
		await this.request('POST', '/login', { emailOrLdapLoginId, password });
	}

	/**
	 * All that n8n tells its editor about a node or credential type, or undefined where it has none of
	 * that name.
	 *
	 * @param {'nodes' | 'credentials'} kind
	 * @param {string} name
	 */
	async type(kind, name) {
		const reply = await fetch(`${this.url}/types/${kind}.json`, {
			headers: this.#headers,
		});
		/** @type {any} */
		const types = await reply.json();
		return types.find((/** @type {{name: string}} */ type) => type.name === name);
	}

	/**
	 * @param {string} name
	 * @param {object} data
	 * @param {string} [type]
	 * @returns {Promise<CredentialReference>}
	 */
	async createCredential(name, data, type = CREDENTIAL_TYPE) {
		const { id } = await this.request('POST', '/credentials', { name, type, data });
		return { id, name };
	}

	/**
	 * Deletes all credentials of a type.
	 *
	 * @param {string} [type]
	 */
	async deleteCredentials(type = CREDENTIAL_TYPE) {
		const all = await this.request('GET', '/credentials');
		for (const credential of all) {
			if (credential.type === type) await this.request('DELETE', `/credentials/${credential.id}`);
		}
	}

	/**
	 * What the credential form's test says.
	 *
	 * @param {object} data
	 * @param {string} [type]
	 * @returns {Promise<{status: 'OK' | 'Error', message: string}>}
	 */
	async testCredential(data, type = CREDENTIAL_TYPE) {
		const { id, name } = await this.createCredential('Tested', data, type);
		return await this.request('POST', '/credentials/test', {
			credentials: { id, name, type, data },
		});
	}

	/**
	 * A part of the list behind a resource locator.
	 *
	 * @param {string} methodName
	 * @param {CredentialReference} credential
	 * @param {object} asked
	 * @param {string} asked.path of the parameter, such as `websiteId`
	 * @param {object} [asked.parameters] the node's, as far as they are filled in
	 * @param {string} [asked.filter]
	 * @param {string} [asked.paginationToken]
	 * @returns {Promise<{results: Array<{name: string, value: string}>, paginationToken?: string}>}
	 */
	async list(methodName, credential, { path, parameters = {}, filter, paginationToken }) {
		return await this.request('POST', '/dynamic-node-parameters/resource-locator-results', {
			nodeTypeAndVersion: { name: NODE_TYPE, version: 1 },
			path: `parameters.${path}`,
			methodName,
			currentNodeParameters: { resource: 'flow', ...parameters },
			credentials: { [CREDENTIAL_TYPE]: credential },
			filter,
			paginationToken,
		});
	}

	/**
	 * @param {WorkflowFile} file
	 * @returns {Promise<any>} the workflow as n8n stored it
	 */
	async createWorkflow({ name, nodes, connections, settings = {}, pinData = {} }) {
		// The older major's database wants to be told that it isn't active.
		const file = { name, nodes, connections, settings, pinData, active: false };
		return await this.request('POST', '/workflows', file);
	}

	/**
	 * Lets the workflow's triggers listen.
	 *
	 * @param {any} workflow as n8n stored it
	 */
	async activate({ id, versionId }) {
		if (this.major === '1') {
			await this.request('PATCH', `/workflows/${id}`, { active: true, versionId });
		} else {
			await this.request('POST', `/workflows/${id}/activate`, { versionId });
		}
	}

	/**
	 * Starts a workflow as *Execute workflow* does.
	 *
	 * @param {any} workflow as n8n stored it
	 * @param {string} trigger name of the node to start from
	 * @param {object} [json] what the trigger gives, for one that would wait for somebody
	 * @returns {Promise<string>} the execution's id
	 */
	async start(workflow, trigger, json) {
		const task = {
			startTime: Date.now(),
			executionTime: 0,
			executionStatus: 'success',
			source: [],
		};
		const data = json && { ...task, data: { main: [[{ json }]] } };
		const { executionId } = await this.request('POST', `/workflows/${workflow.id}/run`, {
			triggerToStartFrom: { name: trigger, data },
			...(this.major === '1' && { workflowData: workflow }),
		});
		if (!executionId) throw new Error(`n8n did not start ${workflow.name}: it waits for a call`);
		return executionId;
	}

	/**
	 * Stops an execution as the editor's button does.
	 *
	 * @param {string} id
	 */
	async stop(id) {
		await this.request('POST', `/executions/${id}/stop`);
	}

	/**
	 * @param {string} id
	 * @param {number} [seconds]
	 * @returns {Promise<Execution>} once it has ended
	 */
	async ended(id, seconds = 120) {
		const deadline = Date.now() + seconds * 1000;
		for (;;) {
			const { status, data: text } = await this.request('GET', `/executions/${id}`);
			const data = parseFlatted(text ?? '[]') ?? {};
			// The status may be there a moment before the data.
			const hasEnded = ENDED.has(status) && data.resultData !== undefined;
			if (hasEnded || CUT_SHORT.has(status)) return toExecution(id, status, data);
			if (Date.now() > deadline) {
				throw new Error(`Execution ${id} is still ${status} after ${seconds} s`);
			}
			await sleep(BETWEEN_LOOKS_MS);
		}
	}

	/**
	 * Starts a workflow and waits for its end.
	 *
	 * @param {any} workflow as n8n stored it
	 * @param {string} trigger
	 * @param {object} [json]
	 */
	async run(workflow, trigger, json) {
		return await this.ended(await this.start(workflow, trigger, json));
	}

	/**
	 * @param {string} workflowId
	 * @returns {Promise<Array<{id: string, status: string}>>} newest first
	 */
	async executions(workflowId) {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.request('GET', `/executions?filter=${filter}&limit=100`);
		return results;
	}
}

/**
 * @param {string} id
 * @param {string} status
 * @param {any} data
 * @returns {Execution}
 */
function toExecution(id, status, data) {
	const { runData = {}, error } = data.resultData ?? {};
	const errors = Object.entries(runData)
		.flatMap(([node, runs]) => runs.map((/** @type {any} */ run) => ({ ...run.error, node })))
		.filter(({ message }) => message !== undefined);
	if (error && errors.length === 0) errors.push({ ...error, node: '' });
	return {
		id,
		status,
		output: (node, output = 0, run = -1) => {
			const { main, ...others } = runData[node]?.at(run)?.data ?? {};
			return (main ?? Object.values(others)[0])?.[output] ?? [];
		},
		errors,
		data,
	};
}

module.exports = { N8nApi, OWNER };
