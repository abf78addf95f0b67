import { PusherError } from './PusherError';
import type { Subject } from './subject';

/** An entry is found by its name, which has to be its own. */
export const upsertErrors = {
	severalOfName: ({ plural }: Subject, name: string, ids: string[]) =>
		new PusherError(
			`The website has ${ids.length} ${plural} named '${name}' (IDs ${ids.join(', ')}), so nothing was sent`,
			`Rename or delete all but one of them, or use 'Update' with an ID.`,
		),
};
