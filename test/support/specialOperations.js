'use strict';

const { byId, newFlow } = require('./parameters');

/** @typedef {Awaited<ReturnType<typeof import('../../tools/sandbox').startSandbox>>} Sandbox */

/**
 * An operation that one resource has alone.
 *
 * @typedef {object} SpecialOperation
 * @property {string} resource
 * @property {string} operation by its name in saved workflows
 * @property {'create' | 'update' | 'delete' | 'get'} like the operation whose faults it shares
 * @property {boolean} [isList] its response is a list
 * @property {string} request by which the sandbox's faults know what it sends
 * @property {import('n8n-workflow').INodeParameters} parameters
 * @property {(sandbox: Sandbox) => boolean} isDone whether the installation has done what was asked
 */

/** @type {Record<string, SpecialOperation>} by the names of the node's ways of working */
const SPECIAL_OPERATIONS = {
	upsertFlow: {
		resource: 'flow',
		operation: 'upsert',
		like: 'create',
		request: 'create',
		parameters: newFlow(),
		isDone: (sandbox) => sandbox.flows().length === 1,
	},
	createSegment: {
		resource: 'segment',
		operation: 'create',
		like: 'create',
		request: 'segments.create',
		parameters: { websiteId: byId(1), name: 'New', type: 'custom', subscriberIds: '1, 2' },
		isDone: (sandbox) => sandbox.segments.length === 4,
	},
	updateSegment: {
		resource: 'segment',
		operation: 'update',
		like: 'update',
		request: 'segments.update',
		parameters: { segmentId: byId(11), updateFields: { name: 'Changed' } },
		isDone: (sandbox) => sandbox.segments.some(({ name }) => name === 'Changed'),
	},
	deleteSegment: {
		resource: 'segment',
		operation: 'delete',
		like: 'delete',
		request: 'segments.delete',
		parameters: { segmentId: byId(11) },
		isDone: (sandbox) => sandbox.segments.every(({ id }) => id !== 11),
	},
	updateSubscriber: {
		resource: 'subscriber',
		operation: 'update',
		like: 'update',
		request: 'subscribers.update',
		parameters: {
			subscriberId: byId(2),
			customParameters: { parameter: [{ key: 'plan', value: 'gold' }] },
		},
		isDone: (sandbox) =>
			sandbox.subscribers().find(({ id }) => id === 2)?.custom_parameters.plan === 'gold',
	},
	getStatistics: {
		resource: 'website',
		operation: 'getStatistics',
		like: 'get',
		isList: true,
		request: 'subscribers-statistics.get',
		parameters: { websiteId: byId(1), startDate: '2025-01-01', endDate: '2025-12-31' },
		isDone: () => true,
	},
};

module.exports = { SPECIAL_OPERATIONS };
