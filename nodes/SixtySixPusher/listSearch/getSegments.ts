import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { ALL_SUBSCRIBERS } from '../api/limits';
import { isRecord, positiveInteger } from '../transport/values';
import { fits, labelled, type Listed, searchEntries } from './entries';

const allSubscribers = { name: 'All Subscribers', value: ALL_SUBSCRIBERS };

/** The segments behind the *Segment* parameter: those of the chosen website, if one is chosen. */
export async function getSegments(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const website = chosenWebsite(this);
	const segments: Listed = {
		url: '/segments',
		plural: 'segments',
		isHidden: (segment) => website !== undefined && String(segment.website_id) !== website,
		nameOf: ({ id, name }) => labelled(name, 'Segment', `ID ${id}`),
	};

	const { results, ...next } = await searchEntries(this, segments, filter, paginationToken);
	const isFirstPart = paginationToken === undefined;
	return {
		results: isFirstPart && fits(allSubscribers, filter) ? [allSubscribers, ...results] : results,
		...next,
	};
}

/** In the form that is being filled in: *Website* of Create, or of Update's fields. */
function chosenWebsite(context: ILoadOptionsFunctions): string | undefined {
	const parameters = context.getCurrentNodeParameters();
	const path = parameters?.operation === 'update' ? 'updateFields.websiteId' : 'websiteId';
	const locator: unknown = context.getCurrentNodeParameter(path);
	return isRecord(locator) ? positiveInteger(locator.value) : undefined;
}
