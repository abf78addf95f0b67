'use strict';

const core = require('n8n-core');
const { Workflow } = require('n8n-workflow');
const { SixtySixPusherTrigger } = require('../..');
const { addNodeType, additionalDataFor, nodeTypes, CREDENTIAL_TYPE } = require('./runWorkflow');

const TRIGGER_TYPE = 'n8n-nodes-66pusher.sixtySixPusherTrigger';
addNodeType(TRIGGER_TYPE, new SixtySixPusherTrigger());

/**
 * A trigger node in a workflow, whose polls run in n8n's own context. What it remembers goes through
 * JSON from one poll to the next, as if n8n restarted each time.
 */
class Trigger {
	/**
	 * @param {{baseUrl: string, apiKey: string}} credential
	 * @param {object} parameters
	 * @param {{workflowId?: string, nodeId?: string, credentialId?: string, remembered?: object}} [ids]
	 */
	constructor(
		credential,
		parameters,
		{ workflowId = 'w1', nodeId = 'n1', credentialId = 'c1', remembered } = {},
	) {
		this.credential = credential;
		this.workflowId = workflowId;
		this.node = {
			id: nodeId,
			name: '66pusher Trigger',
			type: TRIGGER_TYPE,
			typeVersion: 1,
			position: [0, 0],
			parameters,
			credentials: { [CREDENTIAL_TYPE]: { id: credentialId, name: '66pusher' } },
		};
		/** The workflow's static data, as n8n's database has it. */
		this.saved = JSON.stringify(remembered ?? {});
	}

	/** The workflow as n8n loads it. */
	load() {
		return new Workflow({
			id: this.workflowId,
			nodes: [this.node],
			connections: {},
			active: true,
			nodeTypes,
			staticData: JSON.parse(this.saved),
		});
	}

	/**
	 * A poll of a loaded workflow, which n8n keeps from one to the next until it restarts.
	 *
	 * @param {Workflow} workflow
	 * @param {'trigger' | 'manual'} mode
	 */
	async pollIn(workflow, mode = 'trigger') {
		const node = workflow.getNode(this.node.name);
		const data = additionalDataFor(this.credential);
		const context = new core.PollContext(workflow, node, data, mode, 'update');
		return await nodeTypes.getByNameAndVersion(TRIGGER_TYPE).poll.call(context);
	}

	/**
	 * A poll, with all that it changed saved.
	 *
	 * @returns {Promise<object[] | null>} what the workflow starts with, without n8n's wrapping
	 */
	async poll() {
		const workflow = this.load();
		const output = await this.pollIn(workflow);
		this.saved = JSON.stringify(workflow.staticData);
		return output && output[0].map(({ json }) => json);
	}

	/** The same as n8n 1 does it: it saves only when a workflow starts. */
	async pollWithoutSaving() {
		const workflow = this.load();
		const output = await this.pollIn(workflow);
		if (output) this.saved = JSON.stringify(workflow.staticData);
		return output && output[0].map(({ json }) => json);
	}

	/** *Fetch Test Event*. */
	async fetchTestEvent() {
		const workflow = this.load();
		const output = await this.pollIn(workflow, 'manual');
		this.saved = JSON.stringify(workflow.staticData);
		return output && output[0].map(({ json }) => json);
	}

	get remembered() {
		return JSON.parse(this.saved)[`node:${this.node.name}`];
	}
}

module.exports = { Trigger, TRIGGER_TYPE };
