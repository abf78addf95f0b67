import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { labelled, type Listed, searchEntries } from './entries';

const flows: Listed = {
	url: '/flows/',
	plural: 'flows',
	nameOf: ({ id, name }) => labelled(name, 'Flow', `ID ${id}`),
};

/** The flows behind the *Flow* parameter. */
export async function getFlows(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchEntries(this, flows, filter, paginationToken);
}
