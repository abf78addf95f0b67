import type { IExecuteData, IExecutePaginationFunctions } from 'n8n-workflow';

import type { Failure } from './failures';
import { FormMemory } from './form';
import { Pace } from './pace';
import type { Entry } from './readPages';
import { Slots } from './slots';
import type { JsonRecord } from './values';

/** n8n starts all items of a run at once. More than this many would only fill its memory. */
const ITEMS_AT_ONCE = 5;

/** An item that reads a list asks for several pages at a time; all together stay at this. */
const REQUESTS_AT_ONCE = 10;

/** A picture is in memory twice before it is sent: as the file, and in the form that holds it. */
const PICTURES_AT_ONCE = 2;

/**
 * What the items of one run of the node share: how many go at once, how long all wait, and whether
 * one of them has stopped the others.
 */
export class Run {
	readonly items = new Slots(numbered(ITEMS_AT_ONCE));

	readonly requests = new Slots(numbered(REQUESTS_AT_ONCE));

	readonly pictures = new Slots(numbered(PICTURES_AT_ONCE).map(() => new FormMemory()));

	readonly pace: Pace;

	/** Items that ended well. */
	done = 0;

	/** True once an item has failed and the node is set to stop then: no further item is started. */
	halted = false;

	/** Why the API key can't read a list, or that it can; asked once at most. */
	keyFailure?: Promise<Failure | undefined>;

	/** The installation's segments, or that it gives no list of them; read once at most. */
	segments?: Promise<Entry[] | undefined>;

	private latestItem = -1;

	private underWay = 0;

	private readonly settled: Array<() => void> = [];

	private announceAllEntered: () => void = () => {};

	/** Resolves when n8n has handed over every item of the run; never, if it ends the node before. */
	readonly allEntered = new Promise<void>((resolve) => {
		this.announceAllEntered = resolve;
	});

	/** How many items it has. */
	readonly total: number;

	/** n8n's number of this run of the node. */
	readonly index: number;

	/** n8n waits between the items, for their requests to go with pauses between them. */
	readonly isBatched: boolean;

	/**
	 * Replies to the writes that items have sent. They outlive the run where n8n's *Retry On Fail*
	 * runs all items again; one that failed tells that its write may have been done.
	 */
	readonly replies: Map<number, Promise<JsonRecord | undefined>>;

	constructor({
		total = 1,
		index = 0,
		isBatched = false,
		replies = new Map<number, Promise<JsonRecord | undefined>>(),
		patienceMs,
	}: Partial<Pick<Run, 'total' | 'index' | 'isBatched' | 'replies'>> & {
		patienceMs?: number;
	} = {}) {
		this.total = total;
		this.index = index;
		this.isBatched = isBatched;
		this.replies = replies;
		this.pace = new Pace(patienceMs);
	}

	isNextItem(index: number): boolean {
		return index > this.latestItem;
	}

	enter(index: number): void {
		this.latestItem = index;
		this.underWay += 1;
		if (index >= this.total - 1) this.announceAllEntered();
	}

	leave(): void {
		this.underWay -= 1;
		if (this.underWay === 0) this.settled.forEach((resume) => resume());
	}

	/** Resolves when no item of the run is under way any more. */
	async allSettled(): Promise<void> {
		if (this.underWay > 0) await new Promise<void>((resume) => this.settled.push(resume));
	}
}

function numbered(places: number): number[] {
	return [...Array(places).keys()];
}

/** The latest run of each execution of the node. */
const runs = new WeakMap<IExecuteData, Run>();

/**
 * The run to which this item belongs, with the item entered in it.
 *
 * n8n hands the same execute data to every item of a run, and again when *Retry On Fail* starts the
 * next try, or an agent calls the same tool once more; only then is the run's number another. It takes
 * the items in their order, so an item that does not follow the one before begins a new run.
 */
export function enterRun(context: IExecutePaginationFunctions): Run {
	const execution = context.getExecuteData();
	const index = context.getItemIndex();

	let run = runs.get(execution);
	if (!run?.isNextItem(index)) {
		const runIndex = Number(context.evaluateExpression('{{ $runIndex }}', index));
		const replies = run?.index === runIndex ? run.replies : undefined;
		const total = context.getNode().executeOnce ? 1 : execution.data.main?.[0]?.length;
		const batchInterval = context.getNodeParameter(
			'requestOptions.batching.batch.batchInterval',
			0,
		);
		const isBatched = Number(batchInterval) > 0;
		run = new Run({ total, index: runIndex, isBatched, replies });
		run.pace.stopWith(context);
		runs.set(execution, run);
	}
	run.enter(index);
	return run;
}
