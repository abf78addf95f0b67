'use strict';

const { randomUUID } = require('node:crypto');
const { parse } = require('flatted');
const { CREDENTIAL_TYPE, NODE_TYPE } = require('./nodePackage');
const { waitUntil } = require('./waitUntil');

/** The account that opens the editor. n8n listens on loopback only and holds nothing but examples. */
const OWNER = {
	email: 'owner@n8n.example',
	password: 'Sandbox1234',
	firstName: 'Sandbox',
	lastName: 'Owner',
};

/** The status of an execution that has ended and stored its result. */
const ENDED = new Set(['success', 'error']);

/** The status of an execution that was cut short, and may have stored nothing. */
const CUT_SHORT = new Set(['crashed', 'canceled']);

/**
 * @typedef {import('n8n-workflow').INode} Node
 * @typedef {import('n8n-workflow').IDataObject} Json
 * @typedef {import('n8n-workflow').INodeExecutionData} Item
 * @typedef {import('n8n-workflow').IRunExecutionData} RunData
 *
 * @typedef {{cookie: string, browserId: string}} Session
 *
 * @typedef {{id: string, name: string}} CredentialReference
 *
 * @typedef {object} WorkflowFile a workflow as n8n exports it
 * @property {string} name
 * @property {Node[]} nodes
 * @property {import('n8n-workflow').IConnections} connections
 * @property {import('n8n-workflow').IWorkflowSettings} [settings]
 * @property {Record<string, Array<{json: Json}>>} [pinData]
 *
 * @typedef {WorkflowFile & {id: string, versionId: string}} StoredWorkflow
 *
 * @typedef {object} Execution
 * @property {string} id
 * @property {string} status `success`, `error`, `crashed` or `canceled`
 * @property {(node: string, output?: number, run?: number) => Item[]} output a node's items on one of
 *   its outputs; those of its last run unless told otherwise
 * @property {Array<{node: string, message: string, description?: string | null}>} errors of the nodes
 * @property {Partial<RunData>} data everything that n8n stores of it
 */

/** n8n's own REST API as its editor uses it, with one account logged in. */
class N8nApi {
	#cookie;
	#browserId;

	/**
	 * @param {{url: string, tree: {version: {major: '1' | '2'}}}} n8n
	 * @param {Session} [session] one that is logged in already: n8n allows only a few logins a minute
	 */
	constructor({ url, tree }, { cookie, browserId } = { cookie: '', browserId: randomUUID() }) {
		this.url = url;
		this.major = tree.version.major;
		this.#cookie = cookie;
		this.#browserId = browserId;
	}

	/** @returns {Session} for another process or browser to continue with */
	get session() {
		return { cookie: this.#cookie, browserId: this.#browserId };
	}

	/** @returns {Record<string, string>} */
	get #headers() {
		return { 'browser-id': this.#browserId, ...(this.#cookie && { cookie: this.#cookie }) };
	}

	/**
	 * @template T
	 * @param {string} method
	 * @param {string} path below `/rest`
	 * @param {unknown} [body]
	 * @returns {Promise<T>} the reply's `data`
	 * @throws {Error} with n8n's own message, when it refuses
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
		const cookie = reply.headers.getSetCookie().find((value) => value.startsWith('n8n-auth='));
		if (cookie) this.#cookie = cookie.split(';')[0] ?? '';

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

	/** Creates the owner and logs in as the owner. */
	async setUpOwner() {
		await this.request('POST', '/owner/setup', OWNER);
	}

	async logIn() {
		const { email: emailOrLdapLoginId, password } = OWNER;
		await this.request('POST', '/login', { emailOrLdapLoginId, password });
	}

	/**
	 * What n8n's editor gets to know about a node type.
	 *
	 * @param {string} name
	 * @returns {Promise<import('n8n-workflow').INodeTypeDescription>}
	 */
	async nodeType(name) {
		return await this.#type('nodes', name);
	}

	/**
	 * What n8n's editor gets to know about a credential type.
	 *
	 * @param {string} name
	 * @returns {Promise<import('n8n-workflow').ICredentialType>}
	 */
	async credentialType(name) {
		return await this.#type('credentials', name);
	}

	/**
	 * @template {{name: string}} T
	 * @param {'nodes' | 'credentials'} kind
	 * @param {string} name
	 * @returns {Promise<T>}
	 */
	async #type(kind, name) {
		const reply = await fetch(`${this.url}/types/${kind}.json`, { headers: this.#headers });
		/** @type {T[]} */
		const types = JSON.parse(await reply.text());
		const type = types.find((candidate) => candidate.name === name);
		if (!type) throw new Error(`n8n has no type ${name} among its ${kind}`);
		return type;
	}

	/**
	 * @param {string} name
	 * @param {object} data
	 * @param {string} [type]
	 * @returns {Promise<CredentialReference>}
	 */
	async createCredential(name, data, type = CREDENTIAL_TYPE) {
		/** @type {CredentialReference} */
		const { id } = await this.request('POST', '/credentials', { name, type, data });
		return { id, name };
	}

	/**
	 * Deletes all credentials of a type.
	 *
	 * @param {string} [type]
	 */
	async deleteCredentials(type = CREDENTIAL_TYPE) {
		/** @type {Array<{id: string, type: string}>} */
		const all = await this.request('GET', '/credentials');
		for (const credential of all) {
			if (credential.type === type) await this.request('DELETE', `/credentials/${credential.id}`);
		}
	}

	/**
	 * The result of the test behind the credential form.
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
	 * One page of the list behind a resource locator.
	 *
	 * @param {string} methodName
	 * @param {CredentialReference} credential
	 * @param {object} query
	 * @param {string} query.path of the parameter, such as `websiteId`
	 * @param {object} [query.parameters] of the node, as far as they are filled in
	 * @param {string} [query.filter]
	 * @param {unknown} [query.paginationToken]
	 * @returns {Promise<import('n8n-workflow').INodeListSearchResult>}
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
	 * @returns {Promise<StoredWorkflow>}
	 */
	async createWorkflow({ name, nodes, connections, settings = {}, pinData = {} }) {
		// The database of n8n 1 needs `active`, even when it is false.
		const file = { name, nodes, connections, settings, pinData, active: false };
		return await this.request('POST', '/workflows', file);
	}

	/**
	 * Makes the workflow's triggers listen.
	 *
	 * @param {StoredWorkflow} workflow
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
	 * @param {StoredWorkflow} workflow
	 * @param {string} trigger name of the node to start from
	 * @param {Json} [json] the trigger's output, for a trigger that would wait for somebody
	 * @returns {Promise<string>} the execution's ID
	 */
	async start(workflow, trigger, json) {
		const task = {
			startTime: Date.now(),
			executionTime: 0,
			executionStatus: 'success',
			source: [],
		};
		const data = json && { ...task, data: { main: [[{ json }]] } };
		/** @type {{executionId?: string}} */
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
		let status = '';
		/** @type {Partial<RunData>} */
		let data = {};
		const hasEnded = async () => {
			/** @type {{status: string, data?: string}} */
			const execution = await this.request('GET', `/executions/${id}`);
			status = execution.status;
			data = (execution.data && parse(execution.data)) || {};
			// The status may be there a moment before the data.
			return (ENDED.has(status) && data.resultData !== undefined) || CUT_SHORT.has(status);
		};
		await waitUntil(() => `execution ${id} ends, and it is still ${status}`, hasEnded, {
			seconds,
			interval: 100,
		});
		return toExecution(id, status, data);
	}

	/**
	 * Starts a workflow and waits for its end.
	 *
	 * @param {StoredWorkflow} workflow
	 * @param {string} trigger
	 * @param {Json} [json]
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
		/** @type {{results: Array<{id: string, status: string}>}} */
		const { results } = await this.request('GET', `/executions?filter=${filter}&limit=100`);
		return results;
	}
}

/**
 * @param {string} id
 * @param {string} status
 * @param {Partial<RunData>} data
 * @returns {Execution}
 */
function toExecution(id, status, data) {
	const { runData = {}, error } = data.resultData ?? {};
	/** @type {Execution['errors']} */
	const errors = Object.entries(runData).flatMap(([node, runs]) =>
		runs.flatMap((run) => (run.error ? [{ ...withMessage(run.error), node }] : [])),
	);
	if (error && errors.length === 0) errors.push({ ...withMessage(error), node: '' });
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

/** @param {import('n8n-workflow').ExecutionError} error plain data, once n8n has stored it */
function withMessage(error) {
	return { ...error, message: error.message };
}

module.exports = { N8nApi, OWNER };
