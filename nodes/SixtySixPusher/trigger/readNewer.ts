import { listErrors } from '../errors/listErrors';
import type { Page } from '../transport/page';
import type { Entry } from '../transport/values';
import { highestOf, idOf, isFalling, isRising } from './listOrder';
import { type OpenedList, openList, type OwnOrder, type PolledList } from './openList';

/** What was read of a list. */
export interface Reading {
	/** Each once; among them all with an ID above the mark and up to `top`. */
	readonly entries: Entry[];
	/** The highest ID up to which nothing is missing. */
	readonly top: number;
	/** Whether there are newer entries, which are left for the next poll. */
	readonly isCut: boolean;
	/** Whether `entries` is the whole list. */
	readonly isWhole: boolean;
	/** Whether the installation orders the list as asked. */
	readonly isOrdered: boolean;
	/** The order that the list is proven to have when none is asked for. */
	readonly proven?: OwnOrder;
}

/** How often a list is read that changes meanwhile. */
const MAX_ATTEMPTS = 3;

/** A list with more pages is not read again: that would take the API key's requests of a minute. */
const MAX_PAGES_AGAIN = 15;

/** Pages in a row without a new entry, after which a list that never has an empty page has ended. */
const MAX_REPEATED = 3;

/** Installations accept 60 requests a minute; a list that takes more than this can't be polled. */
const MAX_PAGES = 100;

/** Reads again what comes out differently while it is read. */
export class SteadyReader {
	private attempts = 0;

	private pages = 0;

	private hasChanged = false;

	private readonly list: PolledList;

	constructor(
		list: PolledList,
		private readonly pageSize: number,
	) {
		const readPage: PolledList['readPage'] = async (query) => {
			this.pages += 1;
			return await list.readPage(query);
		};
		this.list = { ...list, readPage };
	}

	/** @throws {PusherError} when the list contradicts itself each time */
	async open(): Promise<OpenedList> {
		return await this.steadily(async () => await openList(this.list, this.pageSize));
	}

	/**
	 * All entries with an ID above `mark`, and perhaps others. If there are more than can be read in
	 * one poll, the oldest of them.
	 *
	 * @param opened the list as it was opened, if it was
	 * @throws {PusherError} when it contradicts itself each time, or a page can't be read
	 */
	async readNewer(mark: number, opened?: OpenedList): Promise<Reading> {
		let before = opened;
		return await this.steadily(async () => {
			const list = before ?? (await openList(this.list, this.pageSize));
			before = undefined;
			return list && (await this.newer(list, mark));
		});
	}

	/** @throws {PusherError} when the list contradicts itself each time, or a page can't be read */
	async readWhole(): Promise<Reading> {
		return await this.steadily(async () => {
			const opened = await openList(this.list, this.pageSize);
			return opened && (await this.whole(opened));
		});
	}

	private async steadily<T>(read: () => Promise<T | undefined>): Promise<T> {
		for (;;) {
			this.attempts += 1;
			const result = await read();
			if (result !== undefined) return result;
			this.hasChanged = true;
			if (this.attempts >= MAX_ATTEMPTS || this.pages > MAX_PAGES_AGAIN)
				throw listErrors.unsteady();
		}
	}

	private async newer(opened: OpenedList, mark: number): Promise<Reading | undefined> {
		switch (opened.is) {
			case 'newestFirst':
				return await this.forwards(opened, mark);
			case 'oldestFirst':
				return await this.backwards(opened, mark);
			default:
				return await this.whole(opened);
		}
	}

	/**
	 * From the newest entry on until the mark. An entry would be missed if it moved to a page that has
	 * been read, which takes more deletions than arrivals, and the total would then be smaller.
	 */
	private async forwards(
		opened: OpenedList & { is: 'newestFirst' },
		mark: number,
	): Promise<Reading | undefined> {
		const { first, isOrdered, proven } = opened;
		if (reaches(first, mark)) return reading([first], { isOrdered, proven });
		const { total } = first;
		if (total === undefined || opened.pages === undefined) return await this.whole(opened);

		const size = first.entries.length;
		const room = this.list.pagesInTime(size);
		const boundary =
			opened.pages > room
				? await this.search(2, opened.pages, (page) => reaches(page, mark))
				: opened.pages;
		const isCut = boundary > room;
		const read = isCut ? [] : [first];
		let smallest = total;
		let pages = opened.pages;

		for (let number = isCut ? boundary - room + 1 : 2; number <= pages; number += 1) {
			const page = await this.readPage(number);
			if (page.total === undefined || page.total < smallest) return undefined;
			if (!isFalling(page.entries)) return await this.whole({ is: 'unordered', first, pages });
			smallest = page.total;
			pages = Math.max(pages, Math.ceil(page.total / size));
			read.push(page);
			if (reaches(page, mark)) break;
		}
		return reading(read, { isCut, isOrdered, proven });
	}

	/** From the newest entry back until the mark: no entry moves to a page that has been read. */
	private async backwards(
		{ first, last, pages, proven }: OpenedList & { is: 'oldestFirst' },
		mark: number,
	): Promise<Reading | undefined> {
		if (reaches(last, mark)) return reading([last], { proven });

		const room = this.list.pagesInTime(first.entries.length);
		const boundary =
			pages > room ? (await this.search(1, pages, (page) => !reaches(page, mark))) - 1 : 1;
		const newest = Math.max(boundary, 1) + room - 1;
		const isCut = newest < pages;
		const read = isCut ? [] : [last];

		for (let number = isCut ? newest : pages - 1; number >= 1; number -= 1) {
			const page = await this.readPage(number);
			if (!isRising(page.entries)) return await this.whole({ is: 'unordered', first, pages });
			read.push(page);
			if (reaches(page, mark)) break;
		}
		return reading(read, { isCut, proven });
	}

	/** The first page for which it holds; it holds for all after it. The last one if for none. */
	private async search(from: number, to: number, holds: (page: Page) => boolean): Promise<number> {
		let low = from;
		let high = to;
		while (low < high) {
			const middle = Math.floor((low + high) / 2);
			if (holds(await this.readPage(middle))) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	/** All pages. The list is believed if all give the same total, and as many entries were found. */
	private async whole(opened: OpenedList): Promise<Reading | undefined> {
		if (opened.is === 'whole') return reading([opened], { isWhole: true });

		const { first, pages } = opened;
		const { total } = first;
		if (total === undefined || pages === undefined) return await this.wholeWithoutTotal(first);
		if (pages > MAX_PAGES) throw listErrors.tooLongToPoll(total);

		// It may have been asked for in another order, if an installation reads half of that.
		const last = opened.is === 'unordered' && !this.hasChanged ? opened.last : undefined;
		const rest = Array.from({ length: pages - 1 }, async (_, index) =>
			index === pages - 2 && last ? last : await this.readPage(index + 2),
		);
		const all = [first, ...(await Promise.all(rest))];
		const whole = reading(all, { isWhole: true });
		const agrees = all.every((page) => page.total === total) && whole.entries.length === total;
		return agrees ? whole : undefined;
	}

	/** A list without a total is believed if it comes out the same twice. */
	private async wholeWithoutTotal(first: Page): Promise<Reading | undefined> {
		const once = await this.toTheEnd(first);
		const firstAgain = await this.readPage(1);
		const isOnePage = once.length === 2 && once[1]?.entries.length === 0;
		const again = isOnePage ? [firstAgain] : await this.toTheEnd(firstAgain);

		const ids = (pages: Page[]) => [...uniqueEntries(pages).keys()].sort((a, b) => a - b).join();
		return ids(once) === ids(again) ? reading(again, { isWhole: true }) : undefined;
	}

	/** Its pages, one after the other, until an empty one or several that bring nothing new. */
	private async toTheEnd(first: Page): Promise<Page[]> {
		const pages = [first];
		let repeated = 0;
		for (let number = 2; number <= MAX_PAGES; number += 1) {
			const found = uniqueEntries(pages);
			const page = await this.readPage(number);
			pages.push(page);
			repeated = page.entries.every((entry) => found.has(idOf(entry))) ? repeated + 1 : 0;
			if (page.entries.length === 0 || repeated === MAX_REPEATED) return pages;
		}
		throw listErrors.endless(MAX_PAGES);
	}

	private async readPage(page: number): Promise<Page> {
		return await this.list.readPage({ order: 'DESC', page, pageSize: this.pageSize });
	}
}

/** Whether a page contains something that isn't newer than the mark. */
export function reaches({ entries }: Page, mark: number): boolean {
	return entries.some((entry) => idOf(entry) <= mark);
}

function reading(pages: Page[], about: Partial<Reading>): Reading {
	const found = uniqueEntries(pages);
	return {
		entries: [...found.values()],
		top: highestOf(found.keys()),
		isCut: false,
		isWhole: false,
		isOrdered: false,
		...about,
	};
}

function uniqueEntries(pages: Page[]): Map<number, Entry> {
	const found = new Map<number, Entry>();
	for (const { entries } of pages) for (const entry of entries) found.set(idOf(entry), entry);
	return found;
}
