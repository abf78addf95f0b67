import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { connectionErrors } from '../errors/connectionErrors';
import { pollErrors } from '../errors/pollErrors';
import { PusherError } from '../errors/PusherError';
import { toNodeApiError } from '../errors/toNodeApiError';
import type { Sender } from '../transport/request';
import { Run } from '../transport/run';
import type { Entry } from '../transport/values';
import { pollCampaignsSent } from './campaignsSent';
import { readExamples } from './examples';
import { type Memory, readMemory, writeMemory } from './memory';
import { ALL, type Polled, pollNewEntries } from './newEntries';
import { toOutput } from './output';
import { PollTime } from './pollTime';
import { readSettings, type Settings } from './settings';
import { Source } from './source';
import { pollSubscriberEvents } from './subscriberEvents';

/** A response is awaited this long and a second more; n8n gives up a poll after 45 seconds. */
const TIMEOUT_MS = 19_000;

/** How long to wait for the installation to accept a request: the next poll comes soon anyway. */
const MAX_WAIT_MS = 10_000;

/** Triggers of which a poll is under way. n8n 1 starts the next one all the same. */
const underWay = new Set<string>();

/**
 * One poll of the trigger: what has happened since the one before, as items, or null for nothing.
 * The first one only remembers where to go on. By hand (*Fetch Test Event*), it gives examples.
 *
 * @throws {NodeApiError} when it fails; nothing is remembered then, so the next one brings all
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	try {
		const settings = await readSettings(context);
		const entries =
			context.getMode() === 'manual'
				? await examples(context, settings)
				: await newEvents(context, settings);
		if (entries.length === 0) return null;

		const { event, isSimplified } = settings;
		return [entries.map((entry) => ({ json: toOutput(event, entry, isSimplified) }))];
	} catch (error) {
		throw await toNodeApiError(context, asPollError(error));
	}
}

async function examples(context: IPollFunctions, settings: Settings): Promise<Entry[]> {
	const time = new PollTime();
	return await time.limit(readExamples(sourceOf(context, settings, time, undefined), settings));
}

async function newEvents(context: IPollFunctions, settings: Settings): Promise<Entry[]> {
	const trigger = `${context.getWorkflow().id}:${context.getNode().id}`;
	if (underWay.has(trigger)) return [];

	underWay.add(trigger);
	try {
		const { scope, types } = settings;
		const staticData = context.getWorkflowStaticData('node');
		const memory = readMemory(staticData, scope, types.length === 0 ? [ALL] : types);
		const time = new PollTime();
		const source = sourceOf(context, settings, time, memory);
		const polled = await time.limit(pollEvent(source, settings, memory));
		writeMemory(staticData, scope, polled.memory);
		return polled.events;
	} finally {
		underWay.delete(trigger);
	}
}

function sourceOf(
	context: IPollFunctions,
	{ event, website }: Settings,
	time: PollTime,
	memory: Memory | undefined,
): Source {
	const sender: Sender = {
		context,
		run: new Run({ maxWaitMs: MAX_WAIT_MS }),
		engineOptions: { timeout: TIMEOUT_MS },
	};
	return new Source(sender, event, time, memory, website);
}

async function pollEvent(
	source: Source,
	{ event, types }: Settings,
	memory: Memory | undefined,
): Promise<Polled> {
	switch (event.name) {
		case 'campaignSent':
			return await pollCampaignsSent(source, memory);
		case 'subscriberCreated':
			return await pollNewEntries(source, memory);
		case 'subscriberEvent':
			return await pollSubscriberEvents(source, memory, types);
	}
}

/** In words that fit a poll, which is repeated anyway. */
function asPollError(error: unknown): unknown {
	if (error instanceof PusherError && error.details.cause === 'rate-limited') {
		return pollErrors.rateLimited(error.details.status);
	}
	if (error instanceof Error && error.name === 'CredentialError') {
		return connectionErrors.credential(error.message);
	}
	return error;
}
