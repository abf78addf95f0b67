import type {
	IExecutePaginationFunctions,
	ILoadOptionsFunctions,
	IN8nRequestOperations,
	INodeListSearchResult,
	INodeRequestSend,
} from 'n8n-workflow';

import type { lists, tasks } from './tasks';

// What the node does is loaded when it is first done: n8n loads every installed node at its start,
// and shows the form of one long before it runs.

/**
 * The routing of an operation that takes the one road of `transport/road.ts`.
 *
 * n8n gathers an item's fields by their `routing` and then calls the operation's pagination
 * function, which may send any number of requests: it serves every operation, not only lists.
 */
export function road(task: keyof typeof tasks): {
	send: INodeRequestSend;
	operations: IN8nRequestOperations;
} {
	return {
		send: { paginate: true },
		operations: {
			async pagination(this: IExecutePaginationFunctions, { options }) {
				const work = await import('./tasks');
				return await work.takeRoad(this, options, work.tasks[task]);
			},
		},
	};
}

/** A list behind a resource locator, as n8n's editor asks for it. */
export function listSearch(list: keyof typeof lists) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const work = await import('./tasks');
		return await work.lists[list].call(this, filter, paginationToken);
	};
}
