import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import { type CheckedFields, checkFields } from './checks';
import { Failure } from './failures';
import { toNodeApiError } from './nodeApiError';
import { enterRun, type Run } from './run';
import type { Sender } from './send';
import { isRecord } from './values';

type EngineOptions = DeclarativeRestApiSettings.HttpRequestOptions;

/** What an operation has to work with: an item, its checked fields, and the way to send. */
export interface Item extends Sender {
	readonly context: IExecutePaginationFunctions;
	readonly index: number;
	/** The operation's path, its placeholders filled. */
	readonly url: string;
	/** The fields for the form, or for a list's query. */
	readonly fields: CheckedFields;
	/** ID of the flow that the operation is about; empty where its path names none. */
	readonly flowId: string;
}

export interface Task {
	/**
	 * Looks at the item before anything is sent, without waiting for anything.
	 *
	 * @throws {Failure} for bad input
	 */
	check?: (item: Item) => void;

	/** Does the operation. What it gives becomes output, an n8n item for each element. */
	run: (item: Item) => Promise<IDataObject[]>;
}

/**
 * Takes an item along the one road on which all requests of this node go: into its run, through the
 * checks, to its task when its turn comes, and out as items that are paired with it.
 *
 * @param options what n8n gathered from the fields' `routing`
 * @throws {NodeApiError} where the node is set to stop; else a failure becomes an item
 */
export async function takeRoad(
	context: IExecutePaginationFunctions,
	options: EngineOptions,
	task: Task,
): Promise<INodeExecutionData[]> {
	const run = enterRun(context);
	const itemIndex = context.getItemIndex();
	const pairedItem = { item: itemIndex };
	const stopsAtFailure = !context.continueOnFail();

	const result = await carryOut(context, options, task, run, stopsAtFailure);
	run.leave();
	if (!('failure' in result)) return result.output.map((json) => ({ json, pairedItem }));

	// n8n waits for all items anyway, and only then is it known how many were done.
	await run.allSettled();
	const progress = progressOf(run, result.failure, stopsAtFailure);
	const error = await toNodeApiError(context, result.failure, { itemIndex, progress });
	if (stopsAtFailure) throw error;

	// With n8n's error object beside it, n8n would drop the input's fields from the item on the error
	// output; and with other names than these two, n8n 1.x would take the item for a good one.
	return [{ json: { error: error.message, message: error.description }, pairedItem }];
}

async function carryOut(
	context: IExecutePaginationFunctions,
	options: EngineOptions,
	task: Task,
	run: Run,
	stopsAtFailure: boolean,
): Promise<{ output: IDataObject[] } | { failure: unknown }> {
	try {
		const item = toItem(context, options, run);
		task.check?.(item);

		// Where the node stops at a failure, nothing is sent until the input of every item has been
		// found good. Where an expression fails in n8n itself, this never goes on: the node has ended.
		if (stopsAtFailure && !run.isBatched) await run.allEntered;

		return await run.items.use(async () => {
			// n8n throws the failure of the item that halted the run and drops all output.
			if (run.halted) return { output: [] };
			const output = await task.run(item);
			run.done += 1;
			return { output };
		});
	} catch (failure) {
		run.halted ||= stopsAtFailure;
		return { failure };
	}
}

function toItem(context: IExecutePaginationFunctions, options: EngineOptions, run: Run): Item {
	const body = isRecord(options.body) ? options.body : {};
	const url = options.url ?? '';
	const [placeholder, idName = ''] = /\{(\w+)\}/.exec(url) ?? [''];
	const { [idName]: flowId = '', ...fields } = checkFields({ ...options.qs, ...body });

	const { timeout, proxy, allowedDomains, skipSslCertificateValidation } = options;
	return {
		context,
		run,
		index: context.getItemIndex(),
		url: url.replace(placeholder, flowId),
		flowId,
		fields,
		engineOptions: {
			timeout,
			proxy,
			allowedDomains,
			skipSslCertificateValidation: skipSslCertificateValidation === true,
		},
	};
}

/** How far the run got, where that matters to whoever decides about running it again. */
function progressOf(run: Run, failure: unknown, stopsAtFailure: boolean): string {
	const isRateLimited = failure instanceof Failure && failure.details.cause === 'rate-limited';
	if (run.total < 2 || !(stopsAtFailure || isRateLimited)) return '';

	return run.done === 0
		? `None of the ${run.total} items was done.`
		: `${run.done} of ${run.total} items were done; running the node again does them again.`;
}
