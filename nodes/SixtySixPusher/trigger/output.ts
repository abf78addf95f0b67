import type { IDataObject } from 'n8n-workflow';

import type { Entry } from '../transport/values';
import type { EventDefinition } from './events';

/**
 * With a subscriber's endpoint and its keys, anybody can push to that person; with the website's,
 * to all of them. The lists of recipients are no secret, but megabytes.
 */
const HIDDEN =
	/^(?:endpoint|unique_endpoint_id|keys|p256dh|auth|private_?key|api_?key|subscribers_ids|sent_subscribers_ids)$/i;

/** The entry as output: its most useful fields or, not simplified, all that may be output. */
export function toOutput(
	{ simplified }: EventDefinition,
	entry: Entry,
	isSimplified: boolean,
): IDataObject {
	if (!isSimplified) {
		return JSON.parse(JSON.stringify(entry), (name, value) =>
			HIDDEN.test(name) ? undefined : value,
		);
	}
	const names = Object.keys(simplified).filter((name) => name in entry);
	return Object.fromEntries(names.map((name) => [name, entry[name]]));
}
