import type {
	IExecutePaginationFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { bareKey } from '../api/authenticate';
import { CREDENTIAL } from '../api/credentialName';
import { withoutCodes } from './networkCodes';
import { PusherError } from './PusherError';

type Context = IExecutePaginationFunctions | ILoadOptionsFunctions | IPollFunctions;

/**
 * n8n's own error, in words for the person who reads it and without the API key. Nothing else of the
 * original error is kept: n8n stores an error whole, and its HTTP client's errors contain the request
 * with its headers.
 *
 * @param options.itemIndex the item that failed, if it was about one
 * @param options.isOneOfMany whether the message says which item it was
 * @param options.progress how far the run got, added to the description
 */
export async function toNodeApiError(
	context: Context,
	error: unknown,
	{
		itemIndex,
		isOneOfMany = false,
		progress = '',
	}: { itemIndex?: number; isOneOfMany?: boolean; progress?: string } = {},
): Promise<NodeApiError> {
	const pusherError = error instanceof PusherError ? error : unexpected(error);
	const key = await apiKeyOf(context);
	// Also as it stands in an address.
	const forms = key === '' ? [] : [key, encodeURI(key), encodeURIComponent(key)];
	const redact = (text: string) =>
		forms.reduce((rest, form) => rest.replaceAll(form, '*****'), text);

	const suffix = isOneOfMany ? ` [item ${itemIndex}]` : '';
	const message = withoutCodes(redact(pusherError.message)) + suffix;
	const description = redact([pusherError.description, progress].join(' ').trim());
	const { status, cause } = pusherError.details;

	const nodeError = new NodeApiError(
		context.getNode(),
		{ message },
		{
			message,
			description,
			httpCode: status === undefined ? undefined : String(status),
			itemIndex,
			failure: cause && { cause },
		},
	);
	return nodeError;
}

/** Nothing that this node expects, e.g. n8n's own error about a parameter. */
function unexpected(error: unknown): PusherError {
	const message = error instanceof Error ? error.message : String(error);
	const description =
		error instanceof Error && 'description' in error ? error.description : undefined;
	return new PusherError(
		message,
		typeof description === 'string' ? description : 'Check the parameters of the node.',
	);
}

async function apiKeyOf(context: Context): Promise<string> {
	try {
		const { apiKey } = await context.getCredentials(CREDENTIAL);
		return bareKey(apiKey);
	} catch {
		return '';
	}
}
