import type { IExecutePaginationFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { connectionErrors } from '../errors/connectionErrors';

/** If the installation accepts no request in this time, waiting ends. */
const MAX_WAIT_MS = 10 * 60 * 1000;

/** Where the installation names no time: the first delay, doubled each time, up to the longest. */
const FIRST_DELAY_MS = 1000;
const MAX_DELAY_MS = 60 * 1000;

/** n8n's `sleep` can't be cancelled, so it is kept short for the sake of an execution that ends. */
const MAX_SLEEP_MS = 1000;

/** Holds back all requests of a run while the installation asks for it. */
export class Throttle {
	private resumeAt = 0;

	private refusals = 0;

	private waitingSince?: number;

	private stopped = false;

	private announceStop: () => void = () => {};

	private readonly stop = new Promise<void>((resolve) => {
		this.announceStop = resolve;
	});

	/** @param maxWaitMs how long it waits for the installation to accept a request */
	constructor(private readonly maxWaitMs = MAX_WAIT_MS) {}

	/**
	 * Ends all waiting when the execution ends. n8n 2.41 gives declarative nodes no cancel signal, but
	 * tells them when an execution finishes, also when it is stopped; 1.x does neither.
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
	 * @throws {PusherError} when the execution was stopped
	 */
	async wait(): Promise<void> {
		for (;;) {
			if (this.stopped) throw connectionErrors.stopped();
			const left = this.resumeAt - Date.now();
			if (left <= 0) return;
			await Promise.race([sleep(Math.min(left, MAX_SLEEP_MS)), this.stop]);
		}
	}

	/** Waits before the given attempt, longer each time, and holds all requests of the run back. */
	async backOff(attempt: number): Promise<void> {
		const until = Date.now() + withJitter(FIRST_DELAY_MS * 2 ** (attempt - 2));
		this.resumeAt = Math.max(this.resumeAt, until);
		await this.wait();
	}

	/** The installation accepts requests: earlier refusals no longer count. */
	onAccepted(): void {
		this.refusals = 0;
		this.waitingSince = undefined;
	}

	/**
	 * The installation refused a request because there were too many.
	 *
	 * @param waitMs how long it asks to wait, if it says so
	 * @throws {PusherError} when waiting would take longer than this node waits
	 */
	onRateLimited(status: number, waitMs: number | undefined): void {
		const now = Date.now();
		// Requests that were under way when the limit was hit are refused together, and count as one.
		const isNew = now >= this.resumeAt;
		if (isNew) this.refusals += 1;
		this.waitingSince ??= now;

		const delay = Math.min(FIRST_DELAY_MS * 2 ** (this.refusals - 1), MAX_DELAY_MS);
		const wait = waitMs ?? withJitter(delay);
		const waited = now - this.waitingSince;
		if (waited + wait > this.maxWaitMs) {
			throw connectionErrors.rateLimited(waited, wait, status);
		}
		if (waitMs !== undefined || isNew) this.resumeAt = Math.max(this.resumeAt, now + wait);
	}
}

/** Between half and all of it, so that several workflows don't come back in step. */
function withJitter(milliseconds: number): number {
	return milliseconds * (0.5 + Math.random() / 2);
}
