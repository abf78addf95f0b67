'use strict';

const core = require('n8n-core');
const { ICredentialsHelper } = require('n8n-workflow');
const { SixtySixPusherApi } = require('../..');

/** @typedef {import('n8n-workflow').ICredentialDataDecryptedObject} CredentialData */

const { authenticate } = new SixtySixPusherApi();

/** @param {string} name */
function notAvailable(name) {
	return () => {
		throw new Error(`The test engine has no ${name}: it belongs to n8n's server`);
	};
}

/** What n8n's server does with credentials. Here, there is only one credential. */
class CredentialsHelper extends ICredentialsHelper {
	/** @param {CredentialData} credential */
	constructor(credential) {
		super();
		this.credential = credential;
	}

	/** @type {ICredentialsHelper['getDecrypted']} */
	getDecrypted = async () => this.credential;

	/** @type {ICredentialsHelper['authenticate']} */
	authenticate = async (credential, _type, options) => {
		if (typeof authenticate !== 'function' || !('url' in options)) {
			throw new Error("The credential's authentication is not one that the engine can run");
		}
		return await authenticate(credential, options);
	};

	preAuthentication = async () => undefined;
	runPreAuthentication = async () => undefined;
	getParentTypes = () => [];
	getCredentialsProperties = () => [];
	isCredentialUsableByNode = () => true;
	getCredentials = notAvailable('getCredentials');
	updateCredentials = notAvailable('updateCredentials');
	updateCredentialsOauthTokenData = notAvailable('updateCredentialsOauthTokenData');
}

/**
 * What n8n's server adds to an execution: here, one credential and little else.
 *
 * @param {CredentialData} credential
 * @returns {import('n8n-workflow').IWorkflowExecuteAdditionalData}
 */
function additionalDataFor(credential) {
	const workflow = {
		id: 'in-process',
		name: 'In process',
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes: [],
		connections: {},
	};
	return {
		executionId: '1',
		hooks: new core.ExecutionLifecycleHooks('manual', '1', workflow),
		credentialsHelper: new CredentialsHelper(credential),
		currentNodeExecutionIndex: 0,
		externalSecretsProxy: new core.ExternalSecretsProxy(),
		variables: {},
		restApiUrl: 'http://localhost/rest',
		instanceBaseUrl: 'http://localhost/',
		formBaseUrl: 'http://localhost/form',
		formTestBaseUrl: 'http://localhost/form-test',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		mcpBaseUrl: 'http://localhost/mcp',
		mcpTestBaseUrl: 'http://localhost/mcp-test',
		webhookBaseUrl: 'http://localhost/webhook',
		webhookTestBaseUrl: 'http://localhost/webhook-test',
		webhookWaitingBaseUrl: 'http://localhost/waiting',
		logAiEvent: () => {},
		executeWorkflow: notAvailable('executeWorkflow'),
		getRunExecutionData: notAvailable('getRunExecutionData'),
		getRuntimeCredential: notAvailable('getRuntimeCredential'),
		startRunnerTask: notAvailable('startRunnerTask'),
	};
}

module.exports = { additionalDataFor };
