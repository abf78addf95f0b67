import type { IExecutePaginationFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { pastedKey } from '../api/authenticate';
import { Failure } from './failures';
import { CREDENTIAL } from './send';

type Context = IExecutePaginationFunctions | ILoadOptionsFunctions;

/**
 * n8n's own error for what went wrong, in words for the person who reads it and without the API
 * key. Nothing of the original error is kept but these words: n8n stores an error whole, and its
 * HTTP client's errors hold the request with its headers.
 *
 * @param options.itemIndex the item that failed, where it was about one
 * @param options.progress how far the run got, as further advice
 */
export async function toNodeApiError(
	context: Context,
	error: unknown,
	{ itemIndex, progress = '' }: { itemIndex?: number; progress?: string } = {},
): Promise<NodeApiError> {
	const failure = error instanceof Failure ? error : unforeseen(error);
	const key = await apiKeyOf(context);
	// Also as it stands in an address.
	const forms = key === '' ? [] : [key, encodeURI(key), encodeURIComponent(key)];
	const hide = (text: string) => forms.reduce((left, form) => left.replaceAll(form, '*****'), text);

	const message = hide(failure.message) + (itemIndex === undefined ? '' : ` [item ${itemIndex}]`);
	const description = hide([failure.advice, progress].join(' ').trim());
	const { status, cause } = failure.details;

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
	// n8n puts words of its own where a message happens to hold a code such as ENOENT.
	nodeError.message = message;
	return nodeError;
}

/** Nothing that this node foresees, such as n8n's own error about a parameter. */
function unforeseen(error: unknown): Failure {
	const { message, description } =
		error instanceof Error ? described(error) : { message: String(error) };
	return new Failure(message, description ?? 'Check the parameters of the node.');
}

function described(error: Error): { message: string; description?: string } {
	const description = 'description' in error ? error.description : undefined;
	return {
		message: error.message,
		description: typeof description === 'string' ? description : undefined,
	};
}

async function apiKeyOf(context: Context): Promise<string> {
	try {
		const { apiKey } = await context.getCredentials(CREDENTIAL);
		return pastedKey(apiKey);
	} catch {
		return '';
	}
}
