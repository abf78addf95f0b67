import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	INodeExecutionData,
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
		stopsAtError,
	});
	run.finishItem();
	if (!('error' in result)) return result.output.map((json) => ({ json, pairedItem }));

	// n8n waits for all items anyway, and only then is it known how many were processed.
	await run.allFinished();
	const progress = progressOf(run, result.error, stopsAtError);
	const error = await toNodeApiError(context, result.error, { itemIndex, progress });
	if (stopsAtError) throw error;

	// With n8n's error object beside it, n8n would drop the input's fields from the item on the error
	// output; and with other names than these two, n8n 1.x would take the item for a good one.
	return [{ json: { error: error.message, message: error.description }, pairedItem }];
}

async function process(
	makeItem: () => Item,
	operation: Operation,
	{ run, stopsAtError }: { run: Run; stopsAtError: boolean },
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
	const valid = validateFields(definition, { ...options.qs, ...body });
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

/** How far the run got, if that matters to whoever decides about running it again. */
function progressOf(run: Run, error: unknown, stopsAtError: boolean): string {
	const isRateLimited = error instanceof PusherError && error.details.cause === 'rate-limited';
	if (run.total < 2 || !(stopsAtError || isRateLimited)) return '';

	return run.done === 0
		? 'No items were processed.'
		: `${run.done} of ${run.total} items were processed; running the node again processes them again.`;
}
