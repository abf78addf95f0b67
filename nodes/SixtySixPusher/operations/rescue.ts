import { connectionErrors } from '../errors/connectionErrors';
import { PusherError } from '../errors/PusherError';
import { request } from '../transport/request';
import { Run } from '../transport/run';
import { type Item, subjectOf } from './item';

/** Somebody waits for it, or nobody does any more. */
const MAX_WAIT_MS = 60_000;

/**
 * The item with a way to send of its own: for what has to be put in order after the execution was
 * stopped, or when others must not hold it up.
 */
export function rescued(item: Item): Item {
	return { ...item, run: new Run({ maxWaitMs: MAX_WAIT_MS }) };
}

export function isStopped(error: unknown): error is PusherError {
	return error instanceof PusherError && error.message === connectionErrors.stopped().message;
}

/**
 * Deletes an entry that the node made and nobody needs.
 *
 * @returns why it is still there, or undefined if it is gone
 */
export async function discard(item: Item, id: string): Promise<string | undefined> {
	const { path } = item.definition;
	try {
		await request(rescued(item), {
			method: 'DELETE',
			url: `${path}/${id}`,
			subject: subjectOf(item, id),
		});
		return undefined;
	} catch (error) {
		if (error instanceof PusherError && error.details.status === 404) return undefined;
		return error instanceof Error ? error.message : String(error);
	}
}
