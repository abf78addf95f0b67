import type { IExecutePaginationFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { PusherError } from '../errors/PusherError';
import { Pool } from './concurrency';
import { FormMemory } from './multipart';
import { Throttle } from './throttle';
import type { Entry, JsonRecord } from './values';

/** n8n starts all items of a run at once. More than this many would only fill its memory. */
const MAX_ITEMS = 5;

/** An item that reads a list asks for several pages at once; all items together stay at this. */
const MAX_REQUESTS = 10;

/** An image is in memory twice before it is sent: as the file, and in the form that contains it. */
const MAX_IMAGES = 2;

interface RunOptions {
	/** How many items it has. */
	total?: number;
	/** n8n's `$runIndex`. */
	index?: number;
	/** n8n waits between the items, so that their requests go out with pauses. */
	isBatched?: boolean;
	/** An agent calls the node itself. */
	isToolCall?: boolean;
	/** See `Run.writes`. */
	writes?: Run['writes'];
	/** How long to wait for the installation to accept a request. */
	maxWaitMs?: number;
}

/**
 * What the items of one run of the node share: how many run at once, how long all wait, and whether
 * one of them has stopped the others.
 */
export class Run {
	readonly itemPool = new Pool(slots(MAX_ITEMS));

	readonly requestPool = new Pool(slots(MAX_REQUESTS));

	readonly imagePool = new Pool(slots(MAX_IMAGES).map(() => new FormMemory()));

	readonly throttle: Throttle;

	readonly total: number;

	readonly index: number;

	readonly isBatched: boolean;

	readonly isToolCall: boolean;

	/**
	 * Responses to the writes that items have sent, by item. They outlive the run if n8n's *Retry On
	 * Fail* runs all items again; a rejected one says that its write may have been done.
	 */
	readonly writes: Map<number, Promise<JsonRecord | undefined>>;

	/** Items that were processed. */
	done = 0;

	/** True once an item has failed and the node is set to stop then: no further item is started. */
	halted = false;

	/** Why the API key can't read a list, or undefined if it can; asked at most once. */
	keyError?: Promise<PusherError | undefined>;

	/** Lists that items look something up in, by path, read at most once; undefined if there is none. */
	readonly lists = new Map<string, Promise<Entry[] | undefined>>();

	/** The last task about each thing; see `inOrder`. */
	private readonly lastTasks = new Map<string, Promise<unknown>>();

	private latestItem = -1;

	private underWay = 0;

	private readonly finished: Array<() => void> = [];

	private announceAllStarted: () => void = () => {};

	/** Resolves when n8n has handed over every item of the run; never, if n8n ends the node before. */
	readonly allStarted = new Promise<void>((resolve) => {
		this.announceAllStarted = resolve;
	});

	constructor({
		total = 1,
		index = 0,
		isBatched = false,
		isToolCall = false,
		writes = new Map(),
		maxWaitMs,
	}: RunOptions = {}) {
		this.total = total;
		this.index = index;
		this.isBatched = isBatched;
		this.isToolCall = isToolCall;
		this.writes = writes;
		this.throttle = new Throttle(maxWaitMs);
	}

	/**
	 * Runs a task after all earlier ones about the same thing, however they ended. Two items that read,
	 * change and send the same entry would undo each other's change otherwise.
	 *
	 * @param about e.g. `subscriber 12`
	 */
	async inOrder<T>(about: string, task: () => Promise<T>): Promise<T> {
		const earlier = this.lastTasks.get(about) ?? Promise.resolve();
		const result = earlier.then(task, task);
		this.lastTasks.set(about, result);
		return await result;
	}

	isNextItem(index: number): boolean {
		return index > this.latestItem;
	}

	startItem(index: number): void {
		this.latestItem = index;
		this.underWay += 1;
		if (index >= this.total - 1) this.announceAllStarted();
	}

	finishItem(): void {
		this.underWay -= 1;
		if (this.underWay === 0) this.finished.forEach((resume) => resume());
	}

	/** Resolves when no item of the run is under way any more. */
	async allFinished(): Promise<void> {
		if (this.underWay > 0) await new Promise<void>((resume) => this.finished.push(resume));
	}
}

function slots(count: number): number[] {
	return [...Array(count).keys()];
}

/** The latest run of each execution of the node, or of each call of an agent's tool. */
const runs = new WeakMap<object, Run>();

/**
 * The run to which this item belongs, with the item started in it.
 *
 * n8n hands the same execute data to every item of a run, and again when *Retry On Fail* starts the
 * next attempt, or an agent calls the same tool once more; only then is `$runIndex` another. n8n takes
 * the items in their order, so an item that does not follow the one before begins a new run.
 *
 * An agent that calls its tools itself (n8n's Agent 1 and 2, the MCP Server Trigger) is different: the
 * execute data is the agent's own, the same for all its tools, and each attempt has a new `$runIndex`.
 */
export function startItem(context: IExecutePaginationFunctions): Run {
	const index = context.getItemIndex();
	const toolCall = toolCallOf(context);
	const execution = toolCall ?? context.getExecuteData();

	let run = runs.get(execution);
	if (!run?.isNextItem(index)) {
		const runIndex = Number(context.evaluateExpression('{{ $runIndex }}', index));
		const isNextAttempt = toolCall !== undefined || run?.index === runIndex;
		run = new Run({
			total: toolCall || context.getNode().executeOnce ? 1 : itemCount(context),
			index: runIndex,
			isBatched: isBatched(context),
			isToolCall: toolCall !== undefined,
			writes: isNextAttempt ? run?.writes : undefined,
		});
		run.throttle.stopWith(context);
		runs.set(execution, run);
	}
	run.startItem(index);
	return run;
}

/**
 * The arguments of the agent's call, if an agent calls the node itself. n8n hands the same object to
 * each attempt of a call, and another one to each call. In a node's own run there are none, and n8n
 * makes up an empty item each time that it is asked.
 */
function toolCallOf(context: IExecutePaginationFunctions): object | undefined {
	const { json } = context.getInputData(0, NodeConnectionTypes.AiTool);
	return json === context.getInputData(0, NodeConnectionTypes.AiTool).json ? json : undefined;
}

function itemCount(context: IExecutePaginationFunctions): number | undefined {
	return context.getExecuteData().data.main?.[0]?.length;
}

/** Whether n8n makes pauses between the items. */
function isBatched(context: IExecutePaginationFunctions): boolean {
	const interval = context.getNodeParameter('requestOptions.batching.batch.batchInterval', 0);
	return Number(interval) > 0;
}
