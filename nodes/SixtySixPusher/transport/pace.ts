import type { IDataObject, IExecutePaginationFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { connectionFailures } from './failures';

/** Without a reply that the installation accepts in this time, waiting for it ends. */
const LONGEST_WAIT_MS = 10 * 60 * 1000;

/** Where the installation names no time: the first wait, doubled each time, up to the longest. */
const FIRST_BACK_OFF_MS = 1000;
const LONGEST_BACK_OFF_MS = 60 * 1000;

/** A timer can't be taken back, so it is kept short for the sake of an execution that ends. */
const LONGEST_NAP_MS = 1000;

/** Above this, `X-RateLimit-Reset` is a point in time and not a number of seconds. */
const EPOCH_SECONDS = 1e9;
const EPOCH_MILLISECONDS = 1e12;

/** How fast a run's requests may go: all of them wait while the installation says so. */
export class Pace {
	/** @param patienceMs how long it waits for a reply that the installation accepts */
	constructor(private readonly patienceMs = LONGEST_WAIT_MS) {}

	private resumeAt = 0;

	private refusals = 0;

	private waitingSince?: number;

	private stopped = false;

	private announceStop: () => void = () => {};

	private readonly stop = new Promise<void>((resolve) => {
		this.announceStop = resolve;
	});

	/**
	 * Ends all waiting when the execution ends. n8n 2.41 gives declarative nodes no cancel signal, but
	 * tells them when an execution finishes, also by being stopped; 1.x does neither.
	 */
	stopWith(context: IExecutePaginationFunctions): void {
		const stop = () => {
			this.stopped = true;
			this.announceStop();
		};
		context.onExecutionCancellation(stop);
		context.onExecutionFinish?.(stop);
	}

	/**
	 * Resolves when a request may be sent.
	 *
	 * @throws {Failure} when the execution was stopped
	 */
	async clearance(): Promise<void> {
		for (;;) {
			if (this.stopped) throw connectionFailures.stopped();
			const left = this.resumeAt - Date.now();
			if (left <= 0) return;
			await Promise.race([sleep(Math.min(left, LONGEST_NAP_MS)), this.stop]);
		}
	}

	/** Holds all requests of the run back for a while, longer after each failed attempt in a row. */
	async backOff(attempt: number): Promise<void> {
		const until = Date.now() + withJitter(FIRST_BACK_OFF_MS * 2 ** (attempt - 2));
		this.resumeAt = Math.max(this.resumeAt, until);
		await this.clearance();
	}

	/** The installation takes requests: what it refused before no longer counts. */
	accepted(): void {
		this.refusals = 0;
		this.waitingSince = undefined;
	}

	/**
	 * The installation refused a request because there were too many. `named` is the time in
	 * milliseconds that it asks to wait, where it names one.
	 *
	 * @throws {Failure} when waiting would take longer than this node waits
	 */
	refused(status: number, named: number | undefined): void {
		const now = Date.now();
		// Requests that were under way when the limit was hit are refused together, and count as one.
		const isNew = now >= this.resumeAt;
		if (isNew) this.refusals += 1;
		this.waitingSince ??= now;

		const backOff = Math.min(FIRST_BACK_OFF_MS * 2 ** (this.refusals - 1), LONGEST_BACK_OFF_MS);
		const wait = named ?? withJitter(backOff);
		const waited = now - this.waitingSince;
		if (waited + wait > this.patienceMs) {
			throw connectionFailures.rateLimited(waited, wait, status);
		}
		if (named !== undefined || isNew) this.resumeAt = Math.max(this.resumeAt, now + wait);
	}
}

/** Between half and all of it, so that several workflows don't come back in step. */
function withJitter(milliseconds: number): number {
	return milliseconds * (0.5 + Math.random() / 2);
}

/**
 * How long the installation asks to wait, in milliseconds: `Retry-After`, else `X-RateLimit-Reset`
 * (seconds; a point in time where the number can't be that). Undefined where it names no time to come.
 */
export function namedWait(headers: IDataObject): number | undefined {
	const wait = retryAfter(headers);
	if (wait !== undefined) return wait;

	const told = Number(headers['x-ratelimit-reset']);
	const reset = told > EPOCH_MILLISECONDS ? told / 1000 : told;
	const left = reset > EPOCH_SECONDS ? reset - Date.now() / 1000 : reset;
	return left > 0 ? left * 1000 : undefined;
}

/** `Retry-After` (seconds or a date), in milliseconds from now. */
export function retryAfter(headers: IDataObject): number | undefined {
	const told = String(headers['retry-after'] ?? '').trim();
	const seconds = /^\d+$/.test(told) ? Number(told) : (Date.parse(told) - Date.now()) / 1000;
	return seconds > 0 ? seconds * 1000 : undefined;
}
