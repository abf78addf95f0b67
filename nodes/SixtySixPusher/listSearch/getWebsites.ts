import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { labelled, type Listed, searchEntries } from './entries';

const websites: Listed = {
	url: '/websites',
	plural: 'websites',
	nameOf: ({ id, name, host, path }) =>
		labelled(
			name,
			`Website ${id}`,
			[host, path].filter((part) => typeof part === 'string').join(''),
		),
};

/** The websites behind the *Website* parameter. */
export async function getWebsites(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchEntries(this, websites, filter, paginationToken);
}
