import type { IDataObject } from 'n8n-workflow';

import { pollErrors } from '../errors/pollErrors';
import { isRecord } from '../transport/values';
import { fromText, toText } from './idText';
import { type Mark, markFromText, markToText } from './mark';
import type { OwnOrder } from './openList';

/** Where n8n keeps it, in the node's part of the workflow's static data. */
const KEY = 'polled';

/** To be raised when what is remembered gets another meaning. */
const VERSION = 1;

/** n8n loads and stores it with the workflow, so it stays far below 10 kB. */
const MAX_UNSENT_LENGTH = 5000;

/** What the trigger remembers from one poll to the next. */
export interface Memory {
	/** A mark for each kind of event. */
	readonly marks: Readonly<Record<string, Mark>>;
	/** For campaigns: those that were not sent yet. */
	readonly unsent?: ReadonlySet<number>;
	/** For campaigns: the last of the unsent ones that was looked up by itself. */
	readonly lookedUp?: number;
	/** The order that the list is proven to have when none is asked for. */
	readonly ownOrder?: OwnOrder;
	/** Whether the installation orders the list as asked. Never relied on, only for smaller pages. */
	readonly isOrdered?: boolean;
}

/**
 * What was remembered, if it belongs to this trigger as it is set now and is not damaged.
 *
 * @param scope what the memory has to belong to
 * @param kinds the kinds of events that need a mark
 */
export function readMemory(
	staticData: IDataObject,
	scope: string,
	kinds: readonly string[],
): Memory | undefined {
	const stored = staticData[KEY];
	if (!isRecord(stored) || stored.version !== VERSION || stored.scope !== scope) return undefined;

	const marks: Record<string, Mark> = {};
	for (const kind of kinds) {
		const mark = isRecord(stored.marks) ? markFromText(stored.marks[kind]) : undefined;
		if (mark === undefined) return undefined;
		marks[kind] = mark;
	}
	const unsent = fromText(stored.unsent ?? '');
	if (unsent === undefined) return undefined;

	const { lookedUp, ownOrder, isOrdered } = stored;
	return {
		marks,
		unsent: new Set(unsent),
		lookedUp: typeof lookedUp === 'number' ? lookedUp : 0,
		ownOrder: ownOrder === 'newestFirst' || ownOrder === 'oldestFirst' ? ownOrder : undefined,
		isOrdered: isOrdered === true,
	};
}

/** @throws {PusherError} when there are more campaigns to remember than fit */
export function writeMemory(staticData: IDataObject, scope: string, memory: Memory): void {
	const { marks, unsent = new Set(), lookedUp, ownOrder, isOrdered } = memory;
	const unsentText = toText(unsent);
	if (unsentText.length > MAX_UNSENT_LENGTH) throw pollErrors.tooManyUnsent(unsent.size);

	staticData[KEY] = {
		version: VERSION,
		scope,
		marks: Object.fromEntries(
			Object.entries(marks).map(([name, mark]) => [name, { ...markToText(mark) }]),
		),
		...(unsent.size > 0 && { unsent: unsentText, lookedUp: lookedUp ?? 0 }),
		...(ownOrder && { ownOrder }),
		...(isOrdered && { isOrdered }),
	};
}
