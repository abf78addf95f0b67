import { PusherError } from './PusherError';
import { nameOf, type Subject, titleOf } from './subject';

/** An entry is found by its name, which has to be its own. */
export const upsertErrors = {
	severalOfName: ({ plural }: Subject, name: string, ids: string[]) =>
		new PusherError(
			`The website has ${ids.length} ${plural} named '${name}' (IDs ${ids.join(', ')}), so nothing was sent`,
			`Rename or delete all but one of them, or use 'Update' with an ID.`,
		),

	otherName: (subject: Subject, stored: string) =>
		new PusherError(
			`${titleOf(subject)} was created, but the installation stored its name as '${stored}'`,
			`The next run would not find it and create another one. Delete ${nameOf(subject)}, and use a name that the installation keeps as it is.`,
			{ outcome: 'stored' },
		),
};
