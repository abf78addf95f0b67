import type {
	IExecutePaginationFunctions,
	ILoadOptionsFunctions,
	IN8nRequestOperations,
	INodeListSearchResult,
	INodeRequestSend,
} from 'n8n-workflow';

import type { operations } from './operations';
import type { ListSource, ResourceDefinition } from './resources/definition';

// What the node does is loaded when it is first needed: n8n loads every installed node when it starts,
// and shows a node's form long before it runs.

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/**
 * An operation's routing, beside its path and method.
 *
 * n8n gathers an item's fields by their `routing` and then calls the operation's pagination
 * function. That may send any number of requests, so it serves every operation and not only lists.
 */
export function execute(
	definition: ResourceDefinition,
	operation: keyof typeof operations,
): { send: INodeRequestSend; operations: IN8nRequestOperations } {
	return {
		send: { paginate: true },
		operations: {
			async pagination(this: IExecutePaginationFunctions, { options }) {
				const { executeItem, operations } = await import('./operations');
				return await executeItem(this, options, definition, operations[operation]);
			},
		},
	};
}

/** The node's list search methods, as n8n's editor calls them for resource locators. */
export function listSearchMethods(
	lists: Readonly<Record<string, ListSource>>,
): Record<string, ListSearch> {
	const methods = Object.entries(lists).map(([name, list]): [string, ListSearch] => [
		name,
		async function (filter, paginationToken) {
			const { searchList } = await import('./operations');
			return await searchList(this, list, filter, paginationToken);
		},
	]);
	return Object.fromEntries(methods);
}
