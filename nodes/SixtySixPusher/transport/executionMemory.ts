import type { IDataObject, IExecutePaginationFunctions } from 'n8n-workflow';

import type { Entry } from './values';

/**
 * How far a message has come:
 * - `creating`: its first request is under way, or its outcome is unknown. It may have gone out.
 * - `created`: the installation has it, and it was not read back yet. It may have gone out.
 * - `draft`: it was read back as a draft. Nobody has got it.
 * - `releasing`: the request that releases it was sent. It may have gone out.
 * - `out`: it is sent, being sent, or scheduled.
 */
export type Step = 'creating' | 'created' | 'draft' | 'releasing' | 'out';

/** What is remembered of a message. */
export interface SentMessage {
	/** n8n's `$runIndex` and the item; empty for a tool, whose calls can't be told apart by these. */
	place: string;
	/** The same for two messages that would say the same to the same people. */
	readonly content: string;
	/** Whether it is for all subscribers or a segment. */
	readonly toMany: boolean;
	step: Step;
	/** Its ID on the installation, once that is known. */
	id?: string;
	/** How this one differs from others about the same thing, e.g. its time. */
	readonly variant?: string;
}

/** Where n8n keeps it: under this name in the node's context. */
const NAME = 'sentMessages';

/**
 * What a node has sent in one execution, so that nothing goes out twice: *Retry On Fail* runs all items
 * again, a loop runs the node again, and an agent may call a tool again.
 *
 * It is kept in n8n's own context of the node in this execution: nobody else's execution sees it, it
 * ends with the execution, and n8n stores it with the execution's data. So it is still there when an
 * execution goes on after a *Wait*, perhaps in another process, or when a failed one is retried.
 */
export class ExecutionMemory {
	private readonly byPlace = new Map<string, SentMessage>();

	private readonly byContent = new Map<string, SentMessage[]>();

	/** Messages that somebody is working on, with what will come of it. */
	private readonly underWay = new WeakMap<SentMessage, Promise<Entry>>();

	/** Why a message failed. */
	private readonly failures = new WeakMap<SentMessage, unknown>();

	/** @param messages what n8n stores */
	constructor(private readonly messages: SentMessage[]) {
		for (const message of messages) this.index(message);
	}

	add(message: SentMessage): SentMessage {
		this.messages.push(message);
		this.index(message);
		return message;
	}

	forget(message: SentMessage): void {
		const index = this.messages.indexOf(message);
		if (index !== -1) this.messages.splice(index, 1);
		const alike = this.withContent(message.content).filter((other) => other !== message);
		this.byContent.set(message.content, alike);
		if (this.byPlace.get(message.place) === message) this.byPlace.delete(message.place);
	}

	/** The message of an item that n8n runs again. */
	at(place: string): SentMessage | undefined {
		return this.byPlace.get(place);
	}

	withContent(content: string): readonly SentMessage[] {
		return this.byContent.get(content) ?? [];
	}

	/** Another item takes the message over. */
	move(message: SentMessage, place: string): void {
		message.place = place;
		this.index(message);
	}

	/** Messages to many that have gone out, or may have. */
	toMany(): SentMessage[] {
		return this.messages.filter(
			(message) => message.toMany && (message.step !== 'draft' || this.underWay.has(message)),
		);
	}

	/** What is being done about the message right now. */
	workOn(message: SentMessage): Promise<Entry> | undefined {
		return this.underWay.get(message);
	}

	/** Remembers, until it is done, that something is being done about the message. */
	async during(message: SentMessage, work: () => Promise<Entry>): Promise<Entry> {
		const result = work();
		this.underWay.set(message, result);
		result.catch((error: unknown) => this.failures.set(message, error));
		try {
			return await result;
		} finally {
			this.underWay.delete(message);
		}
	}

	failureOf(message: SentMessage): unknown {
		return this.failures.get(message);
	}

	private index(message: SentMessage): void {
		if (message.place !== '') this.byPlace.set(message.place, message);
		const alike = this.withContent(message.content);
		if (!alike.includes(message)) this.byContent.set(message.content, [...alike, message]);
	}
}

const memories = new WeakMap<IDataObject, ExecutionMemory>();

export function memoryOf(context: IExecutePaginationFunctions): ExecutionMemory {
	const nodeContext: IDataObject = context.getContext('node');
	const known = memories.get(nodeContext);
	if (known) return known;

	// What n8n has stored and read again is only data.
	const stored: unknown = nodeContext[NAME];
	const messages: SentMessage[] = Array.isArray(stored) ? stored.filter(isSentMessage) : [];
	Object.assign(nodeContext, { [NAME]: messages });
	const memory = new ExecutionMemory(messages);
	memories.set(nodeContext, memory);
	return memory;
}

function isSentMessage(value: unknown): value is SentMessage {
	return typeof value === 'object' && value !== null && 'content' in value && 'step' in value;
}

/** A short text that stands for a long one: the same for the same text, and hardly for another. */
export function digest(text: string): string {
	let [high, low] = [0xdeadbeef, 0x41c6ce57];
	for (let index = 0; index < text.length; index += 1) {
		const code = text.charCodeAt(index);
		high = Math.imul(high ^ code, 2654435761);
		low = Math.imul(low ^ code, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
