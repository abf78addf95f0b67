import { pollErrors } from '../errors/pollErrors';

/** n8n 2 gives up a poll after 45 seconds and drops what it brings. */
const MAX_POLL_MS = 38_000;

/** Of these, how long pages of new entries are read. */
const READING_MS = 24_000;

/** The most new entries that one poll brings, and pages that it reads for them. */
const MAX_ENTRIES = 10_000;
const MAX_PAGES = 25;

/** How much time a poll has left. */
export class PollTime {
	private readonly startedAt = Date.now();

	private slowestMs = 1;

	/** Measures how long a page takes. */
	async measure<T>(read: () => Promise<T>): Promise<T> {
		const startedAt = Date.now();
		const page = await read();
		this.slowestMs = Math.max(this.slowestMs, Date.now() - startedAt);
		return page;
	}

	/** How many more pages of that size can be read, one after the other. At least one. */
	pagesInTime(pageSize: number): number {
		const left = READING_MS - (Date.now() - this.startedAt);
		const pages = Math.min(left / this.slowestMs, MAX_ENTRIES / Math.max(pageSize, 1), MAX_PAGES);
		return Math.max(Math.floor(pages), 1);
	}

	/** @throws {PusherError} when the poll takes longer than n8n waits for it */
	async limit<T>(poll: Promise<T>): Promise<T> {
		const deadline = AbortSignal.timeout(MAX_POLL_MS);
		let giveUp = () => {};
		const tooLate = new Promise<never>((_, reject) => {
			giveUp = () => reject(pollErrors.tooLate(MAX_POLL_MS / 1000));
		});
		deadline.addEventListener('abort', giveUp);
		try {
			return await Promise.race([poll, tooLate]);
		} finally {
			deadline.removeEventListener('abort', giveUp);
		}
	}
}
