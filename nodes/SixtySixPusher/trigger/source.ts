import type { IDataObject } from 'n8n-workflow';

import { readPage } from '../transport/page';
import type { Sender } from '../transport/request';
import type { Entry } from '../transport/values';
import type { EventDefinition } from './events';
import type { Memory } from './memory';
import type { PolledList } from './openList';
import type { PollTime } from './pollTime';
import { reaches, type Reading, SteadyReader } from './readNewer';

/** Where an installation orders its list, this many of the newest are enough for most polls. */
const SMALL_PAGE = 100;

/** Where a poll gets its entries from. */
export class Source {
	constructor(
		readonly sender: Sender,
		private readonly event: EventDefinition,
		private readonly time: PollTime,
		private readonly memory: Memory | undefined,
		readonly website: string | undefined,
	) {}

	/** @param filters in the API's names. An installation may ignore them. */
	list(filters: IDataObject): PolledList {
		const { path, idField, isImmutable } = this.event;
		return {
			isImmutable,
			ownOrder: this.memory?.ownOrder,
			pagesInTime: (pageSize) => this.time.pagesInTime(pageSize),
			readPage: async ({ order, page, pageSize }) => {
				const qs = { ...filters, order_by: idField, order_type: order };
				return await this.time.measure(
					async () => await readPage(this.sender, { url: path, qs, pageSize }, page),
				);
			},
		};
	}

	/** The filter for the website whose events count, if there is one. */
	get websiteFilter(): IDataObject {
		return this.website === undefined ? {} : { website_id: this.website };
	}

	/** Checked here as well: an installation may ignore the filter. */
	isOfWebsite(entry: Entry): boolean {
		return this.website === undefined || String(entry.website_id) === this.website;
	}

	/** Reads a list with pages that fit what is known of the installation. */
	reader(filters: IDataObject, isSmall = this.memory?.isOrdered ?? false): SteadyReader {
		const { maxPageSize } = this.event;
		const pageSize = isSmall ? Math.min(SMALL_PAGE, maxPageSize) : maxPageSize;
		return new SteadyReader(this.list(filters), pageSize);
	}

	/**
	 * All entries with an ID above `mark`, and perhaps others: a small page of the newest ones first,
	 * where the installation is known to order its list.
	 *
	 * @throws {PusherError} when they can't be read
	 */
	async readNewer(filters: IDataObject, mark: number): Promise<Reading> {
		if (this.memory?.isOrdered) {
			const reader = this.reader(filters, true);
			const opened = await reader.open();
			const isEnough =
				opened.is === 'whole' || (opened.is === 'newestFirst' && reaches(opened.first, mark));
			if (isEnough) return await reader.readNewer(mark, opened);
		}
		return await this.reader(filters, false).readNewer(mark);
	}
}
