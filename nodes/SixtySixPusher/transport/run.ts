import type { IExecuteData, IExecutePaginationFunctions } from 'n8n-workflow';

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
		writes = new Map(),
		maxWaitMs,
	}: RunOptions = {}) {
		this.total = total;
		this.index = index;
		this.isBatched = isBatched;
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

/** The latest run of each execution of the node. */
const runs = new WeakMap<IExecuteData, Run>();

/**
 * The run to which this item belongs, with the item started in it.
 *
 * n8n hands the same execute data to every item of a run, and again when *Retry On Fail* starts the
 * next attempt, or an agent calls the same tool once more; only then is `$runIndex` another. n8n takes
 * the items in their order, so an item that does not follow the one before begins a new run.
 */
export function startItem(context: IExecutePaginationFunctions): Run {
	const execution = context.getExecuteData();
	const index = context.getItemIndex();

	let run = runs.get(execution);
	if (!run?.isNextItem(index)) {
		const runIndex = Number(context.evaluateExpression('{{ $runIndex }}', index));
		const batchInterval = context.getNodeParameter(
			'requestOptions.batching.batch.batchInterval',
			0,
		);
		run = new Run({
			total: context.getNode().executeOnce ? 1 : execution.data.main?.[0]?.length,
			index: runIndex,
			isBatched: Number(batchInterval) > 0,
			writes: run?.index === runIndex ? run.writes : undefined,
		});
		run.throttle.stopWith(context);
		runs.set(execution, run);
	}
	run.startItem(index);
	return run;
}
