import type { IDataObject, IExecutePaginationFunctions } from 'n8n-workflow';

import type { Subject } from '../errors/subject';
import type { ResourceDefinition } from '../resources/definition';
import type { Sender } from '../transport/request';
import type { ValidFields } from './validate';

/** What an operation works with: an item, its valid fields, and the way to send. */
export interface Item extends Sender {
	readonly context: IExecutePaginationFunctions;
	readonly index: number;
	readonly definition: ResourceDefinition;
	/** Path of the operation, with the entry's ID. */
	readonly url: string;
	/** ID of the entry that the operation is about; empty if it is about none. */
	readonly id: string;
	/** Fields for the form, or for a list's query. */
	readonly fields: ValidFields;
}

export interface Operation {
	/**
	 * Looks at the item before anything is sent, without waiting for anything.
	 *
	 * @throws {PusherError} for bad input
	 */
	validate?: (item: Item) => void;

	/** Does the operation. What it returns becomes output, an n8n item for each element. */
	execute: (item: Item) => Promise<IDataObject[]>;
}

/** What the item's messages are about; another ID than the item's own for an entry just created. */
export function subjectOf({ definition, id }: Item, entryId = id): Subject {
	const { singular, plural, isOptional } = definition;
	return { singular, plural, isOptional, id: entryId || undefined };
}
