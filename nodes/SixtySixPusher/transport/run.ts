import type { IExecuteData, IExecutePaginationFunctions } from 'n8n-workflow';

import type { Failure } from './failures';
import { FormMemory } from './form';
import { Pace } from './pace';
import { Slots } from './slots';
import type { JsonRecord } from './values';

/** n8n starts all items of a run at once. More than this many would only fill its memory. */
const ITEMS_AT_ONCE = 5;

/** An item that reads a list asks for several pages at a time; all together stay at this. */
const REQUESTS_AT_ONCE = 10;

/** A picture is in memory twice before it is sent: as the file, and in the form that holds it. */
const PICTURES_AT_ONCE = 2;

/** A write that was sent, and its reply. A failure there means that it may have been done. */
interface Written {
	what: string;
	reply: Promise<JsonRecord | undefined>;
}

/**
 * What the items of one run of the node share: how many go at once, how long all wait, and whether
 * one of them has stopped the others.
 */
export class Run {
	readonly items = new Slots(numbered(ITEMS_AT_ONCE));

	readonly requests = new Slots(numbered(REQUESTS_AT_ONCE));

	readonly pictures = new Slots(numbered(PICTURES_AT_ONCE).map(() => new FormMemory()));

	readonly pace = new Pace();

	/** Items that ended well. */
	done = 0;

	failed = false;

	/** True once an item has failed and the node is set to stop then: no further item is started. */
	halted = false;

	/** Why the API key can't read a list, or that it can; asked once at most. */
	keyFailure?: Promise<Failure | undefined>;

	private latestItem = -1;

	private underWay = 0;

	private readonly settled: Array<() => void> = [];

	/**
	 * `written` outlives the run where n8n's *Retry On Fail* runs all items again: what was sent
	 * before is not sent a second time.
	 */
	constructor(
		readonly total = 1,
		readonly written = new Map<number, Written>(),
	) {}

	isNextItem(index: number): boolean {
		return index > this.latestItem;
	}

	enter(index: number): void {
		this.latestItem = index;
		this.underWay += 1;
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
 * next try, or an agent calls the same tool once more. It takes the items in their order without a
 * pause, so an item that does not follow the one before begins a new run.
 */
export function enterRun(context: IExecutePaginationFunctions): Run {
	const execution = context.getExecuteData();
	const index = context.getItemIndex();

	let run = runs.get(execution);
	if (!run?.isNextItem(index)) {
		const retried = run?.failed ? run.written : undefined;
		const total = context.getNode().executeOnce ? 1 : execution.data.main?.[0]?.length;
		run = new Run(total, retried);
		run.pace.stopWith(context);
		runs.set(execution, run);
	}
	run.enter(index);
	return run;
}
