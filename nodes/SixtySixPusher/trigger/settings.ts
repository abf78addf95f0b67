import type { IPollFunctions } from 'n8n-workflow';

import { apiUrl } from '../api/baseUrl';
import { CREDENTIAL } from '../api/credentialName';
import { inputErrors } from '../errors/inputErrors';
import { positiveInteger, toBoolean } from '../transport/values';
import { type EventDefinition, events, eventTypes } from './events';

/** How a trigger node is set. */
export interface Settings {
	readonly event: EventDefinition;
	/** Of subscriber events: which, sorted. Empty for other events. */
	readonly types: readonly string[];
	/** ID of the only website whose events count. */
	readonly website?: string;
	readonly isSimplified: boolean;
	/** What the trigger remembers belongs to this: if any of it changes, it begins anew. */
	readonly scope: string;
}

/** @throws {PusherError} for bad input */
export async function readSettings(context: IPollFunctions): Promise<Settings> {
	const event = toEvent(context.getNodeParameter('event'));
	const types =
		event.name === 'subscriberEvent' ? toTypes(context.getNodeParameter('types', [])) : [];
	const website = toWebsite(
		context.getNodeParameter('filters.websiteId', '', { extractValue: true }),
	);
	const simplify: unknown = context.getNodeParameter('simplify', true);
	const isSimplified = toBoolean(simplify);
	if (isSimplified === undefined) throw inputErrors.notABoolean('Simplify', simplify);

	const { id, credentials } = context.getNode();
	const { baseUrl } = await context.getCredentials(CREDENTIAL);
	const scope = JSON.stringify([
		context.getWorkflow().id,
		id,
		credentials?.[CREDENTIAL]?.id,
		apiUrl(baseUrl),
		event.name,
		...types,
		website,
	]);
	return { event, types, website, isSimplified, scope };
}

function toEvent(value: unknown): EventDefinition {
	const event = Object.values(events).find(({ name }) => name === value);
	if (event === undefined) throw inputErrors.notAnOption('Event', value, Object.keys(events));
	return event;
}

function toTypes(value: unknown): string[] {
	const types = Array.isArray(value) ? value.map(String) : [];
	if (types.length === 0) throw inputErrors.empty('Event Types');

	const known = eventTypes.map((type) => type.value);
	const unknown = types.find((type) => !known.includes(type));
	if (unknown !== undefined) throw inputErrors.notAnOption('Event Types', unknown, known);
	return [...new Set(types)].sort();
}

function toWebsite(value: unknown): string | undefined {
	if (value === '' || value === undefined || value === null) return undefined;
	const website = positiveInteger(value);
	if (website === undefined) throw inputErrors.notAnId('Website', value, '');
	return website;
}
