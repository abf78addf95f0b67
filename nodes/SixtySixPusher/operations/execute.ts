import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	INodeExecutionData,
	NodeApiError,
} from 'n8n-workflow';

import { PusherError } from '../errors/PusherError';
import { toNodeApiError } from '../errors/toNodeApiError';
import type { ResourceDefinition } from '../resources/definition';
import { type Run, startItem } from '../transport/run';
import { isRecord } from '../transport/values';
import type { Item, Operation } from './item';
import { validateFields } from './validate';

type EngineOptions = DeclarativeRestApiSettings.HttpRequestOptions;

/**
 * Processes an item, for every operation: starts it in its run, validates it, executes the operation
 * when its turn comes, and pairs what comes out with it.
 *
 * @param options what n8n gathered from the fields' `routing`
 * @throws {NodeApiError} if the node is set to stop at an error; else the error becomes an item
 */
export async function executeItem(
	context: IExecutePaginationFunctions,
	options: EngineOptions,
	definition: ResourceDefinition,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	const run = startItem(context);
	const itemIndex = context.getItemIndex();
	const pairedItem = { item: itemIndex };
	const stopsAtError = !context.continueOnFail();

	const result = await process(() => toItem(context, options, definition, run), operation, {
		run,
		itemIndex,
		stopsAtError,
	});
	run.finishItem();
	if (!('error' in result)) return result.output.map((json) => ({ json, pairedItem }));

	// n8n waits for all items anyway, and only then is it known how many were processed.
	await run.allFinished();
	const error = await toNodeApiError(context, result.error, {
		itemIndex,
		isOneOfMany: run.total > 1,
		progress: progressOf(run, result.error, { definition, stopsAtError }),
	});
	if (stopsAtError) throw error;
	return [{ ...toErrorItem(context, error), pairedItem }];
}

/**
 * A failed item, if the node continues. On its error output, n8n puts the input's fields beside these.
 *
 * With n8n's error object, n8n would drop the input's fields; and with other names than `error` and
 * `message`, n8n 1.x would take the item for a good one. A `message` of the input's own stays.
 */
function toErrorItem(
	context: IExecutePaginationFunctions,
	{ message: error, description }: NodeApiError,
): INodeExecutionData {
	const input = context.getInputData();
	const hasMessage = context.getNode().onError === 'continueErrorOutput' && 'message' in input.json;
	return {
		json: hasMessage ? { error: `${error}. ${description}` } : { error, message: description },
		...(input.binary && { binary: input.binary }),
	};
}

async function process(
	makeItem: () => Item,
	operation: Operation,
	{ run, itemIndex, stopsAtError }: { run: Run; itemIndex: number; stopsAtError: boolean },
): Promise<{ output: IDataObject[] } | { error: unknown }> {
	try {
		const item = makeItem();
		operation.validate?.(item);

		// If the node stops at an error, nothing is sent until all items are valid. If an expression
		// fails in n8n itself, this never resolves: the node has ended.
		if (stopsAtError && !run.isBatched) await run.allStarted;

		return await run.itemPool.run(async () => {
			// n8n throws the error of the item that halted the run and drops all output.
			if (run.halted) return { output: [] };
			const output = await operation.execute(item);
			run.done += 1;
			return { output };
		});
	} catch (error) {
		run.halted ||= stopsAtError;
		if (error instanceof PusherError && error.outcome !== 'refused') {
			run.afterWrite.set(itemIndex, error);
		}
		return { error };
	}
}

function toItem(
	context: IExecutePaginationFunctions,
	options: EngineOptions,
	definition: ResourceDefinition,
	run: Run,
): Item {
	const body = isRecord(options.body) ? options.body : {};
	const valid = validateFields(
		definition,
		{ ...options.qs, ...body },
		{ isTool: /Tool$/.test(context.getNode().type) },
	);
	const { [definition.idField]: id = '', ...fields } = valid;

	const { timeout, proxy, allowedDomains, skipSslCertificateValidation } = options;
	return {
		context,
		run,
		index: context.getItemIndex(),
		definition,
		url: (options.url ?? '').replace(`{${definition.idField}}`, id),
		id,
		fields,
		engineOptions: {
			timeout,
			proxy,
			allowedDomains,
			skipSslCertificateValidation: skipSslCertificateValidation === true,
		},
	};
}

/** As many IDs or messages as a description has room for. */
const MAX_LISTED = 20;

/** How far the run got, if that matters to whoever decides about running it again. */
function progressOf(
	run: Run,
	error: unknown,
	{ definition, stopsAtError }: { definition: ResourceDefinition; stopsAtError: boolean },
): string {
	const isRateLimited = error instanceof PusherError && error.details.cause === 'rate-limited';
	if (run.total < 2 || !(stopsAtError || isRateLimited)) return '';

	const others = [...run.afterWrite]
		.filter(([, other]) => other !== error)
		.map(([index, { message }]) => `${message} [item ${index}]`);
	const processed =
		run.done === 0
			? 'No items were processed.'
			: `${run.done} of ${run.total} items were processed; running the node again processes them again.`;
	return [
		processed,
		run.created.length > 0 && `Created ${definition.plural}: ${listed(run.created, ', ')}.`,
		others.length > 0 && `Other items: ${listed(others, '; ')}.`,
	]
		.filter(Boolean)
		.join(' ');
}

function listed(texts: string[], separator: string): string {
	const rest = texts.length - MAX_LISTED;
	const shown = texts.slice(0, MAX_LISTED).join(separator);
	return rest > 0 ? `${shown}${separator}and ${rest} more` : shown;
}
