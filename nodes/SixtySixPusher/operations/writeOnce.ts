import { PusherError } from '../errors/PusherError';
import { type ApiRequest, request } from '../transport/request';
import type { JsonRecord } from '../transport/values';
import type { Item } from './item';

/**
 * Sends a write, unless an earlier attempt of this run has: *Retry On Fail* runs all items of the node
 * again, also those that were processed. Then it returns the response of that time, or fails as it
 * did if the write may have been carried out, or was but not as asked.
 *
 * The item alone identifies the write: a text from an expression may differ at each attempt.
 *
 * Parameters, result and errors are those of `request`.
 */
export async function writeOnce(
	item: Item,
	apiRequest: ApiRequest,
): Promise<JsonRecord | undefined> {
	const { writes } = item.run;
	const earlier = writes.get(item.index);
	if (earlier) return await earlier.response;

	const response = request(item, apiRequest);
	writes.set(item.index, { fields: item.fields, response });
	response.catch((error) => {
		if (!isToBeKept(error, apiRequest)) writes.delete(item.index);
	});
	return await response;
}

function isToBeKept(error: unknown, { isCreate }: ApiRequest): boolean {
	if (!(error instanceof PusherError)) return false;
	return error.outcome === 'stored' || (error.outcome === 'unknown' && isCreate === true);
}
