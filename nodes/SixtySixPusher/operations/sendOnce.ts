import { PusherError } from '../errors/PusherError';
import { sendErrors } from '../errors/sendErrors';
import {
	digest,
	type ExecutionMemory,
	memoryOf,
	type SentMessage,
} from '../transport/executionMemory';
import type { Entry } from '../transport/values';
import { type Item, subjectOf } from './item';

export interface Sending {
	/** What makes two messages the same: what they say, to whom, and when. */
	readonly content: unknown;
	readonly toMany: boolean;
	/** Whether each item, and each run of the node, is a message of its own. */
	readonly forEachItem: boolean;
	/** Whether another run of the node may send the same message again, once it has gone out. */
	readonly maySendAgain: boolean;
	/** Several items of a run that are about the same thing share one message, e.g. a draft. */
	readonly shared?: {
		readonly id: string;
		/** What must be the same for it to be one message, e.g. the time. */
		readonly variant: string;
	};
}

/**
 * Sends a message, unless this execution has sent it, or may have:
 * - *Retry On Fail* goes on where the earlier attempt stopped, without repeating a request that may
 *   have been carried out;
 * - a message to many goes out once in an execution, or as often as was asked for;
 * - another run of the node, in a loop or by an agent, doesn't send the same message again.
 *
 * @param send goes on from the message's `step`, and moves it on before and after each request
 * @throws {PusherError} also when nothing was sent for one of these reasons
 */
export async function sendOnce(
	item: Item,
	sending: Sending,
	send: (message: SentMessage) => Promise<Entry>,
): Promise<Entry> {
	const memory = memoryOf(item.context);
	const claimed = claim(item, memory, sending);
	if ('result' in claimed) return await claimed.result;

	const { message, isNew } = claimed;
	if (!isNew && message.step === 'creating') throw earlierFailure(item, memory, message);
	return await memory
		.during(message, async () => await send(message))
		.catch((error: unknown) => {
			const isNotSent = error instanceof PusherError && error.outcome === 'refused';
			if (isNotSent && message.step === 'creating') memory.forget(message);
			throw error;
		});
}

/** @throws {PusherError} when each of several items would be a message to many */
export function validateMany(
	item: Item,
	{ toMany, forEachItem }: Pick<Sending, 'toMany' | 'forEachItem'>,
): void {
	const { total } = item.run;
	if (toMany && !forEachItem && total > 1) throw sendErrors.oneForEachItem(total);
}

type Claim = { message: SentMessage; isNew: boolean } | { result: Promise<Entry> };

function claim(item: Item, memory: ExecutionMemory, sending: Sending): Claim {
	const place = item.run.isToolCall ? '' : `${item.run.index}.${item.index}`;
	const content = digest(JSON.stringify(sending.content));
	const alike = memory.withContent(content);

	const same = memory.at(place) ?? sharedIn(item, memory, alike, sending);
	if (same) return shareOrResume(memory, same);

	const earlier = alike.find((message) => !isOfRun(message, item));
	if (earlier) {
		const id = earlier.id;
		if (memory.workOn(earlier)) throw sendErrors.underWay(subjectOf(item, id));
		if (earlier.step !== 'out') {
			memory.move(earlier, place);
			return { message: earlier, isNew: false };
		}
		if (!sending.maySendAgain) {
			throw sendErrors.sentBefore(subjectOf(item, id), !item.run.isToolCall);
		}
	}

	const other = memory.toMany().find((message) => !isOfRun(message, item));
	if (sending.toMany && !sending.forEachItem && other) {
		throw sendErrors.oneForEachRun(subjectOf(item, other.id));
	}

	const { toMany, shared } = sending;
	const step = shared ? 'draft' : 'creating';
	const { id, variant } = shared ?? {};
	return { message: memory.add({ place, content, toMany, step, id, variant }), isNew: true };
}

function sharedIn(
	item: Item,
	memory: ExecutionMemory,
	alike: readonly SentMessage[],
	{ shared }: Sending,
): SentMessage | undefined {
	if (!shared) return undefined;
	const other = alike.find((message) => isOfRun(message, item));
	if (other && other.variant !== shared.variant && memory.workOn(other)) {
		throw sendErrors.otherTime(subjectOf(item, shared.id));
	}
	return other;
}

function shareOrResume(memory: ExecutionMemory, message: SentMessage): Claim {
	const work = memory.workOn(message);
	return work ? { result: work } : { message, isNew: false };
}

/** A tool's calls are runs of their own. */
function isOfRun({ place }: SentMessage, item: Item): boolean {
	return !item.run.isToolCall && place.startsWith(`${item.run.index}.`);
}

function earlierFailure(item: Item, memory: ExecutionMemory, message: SentMessage): unknown {
	return (
		memory.failureOf(message) ??
		sendErrors.createUnknown(
			subjectOf(item, ''),
			String(item.fields.name ?? ''),
			'was asked before, and what came of it is not known',
		)
	);
}
