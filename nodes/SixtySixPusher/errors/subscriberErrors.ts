import { PusherError } from './PusherError';
import { nameOf, type Subject, titleOf } from './subject';

/** About a subscriber's custom parameters. Their values are people's data and are not shown. */
export const subscriberErrors = {
	nothingToMerge: () =>
		new PusherError(
			"Nothing to update: 'Custom Parameters' and 'Keys to Remove' are empty",
			"Add a parameter or a key to remove. To remove all parameters, set 'Mode' to Replace.",
		),

	unreadable: (subject: Subject) =>
		new PusherError(
			`The custom parameters of ${nameOf(subject)} can't be read, so nothing was sent`,
			"Merging would lose them. To replace all of them, set 'Mode' to Replace.",
		),

	notReadBack: (subject: Subject, why: string) =>
		new PusherError(
			`${titleOf(subject)} was updated, but could not be read back: ${why}`,
			`Look at ${nameOf(subject)} with 'Get'. It is safe to run this again: it makes the same change.`,
			{ outcome: 'stored' },
		),

	notRemoved: (subject: Subject, keys: string[]) =>
		new PusherError(
			`${titleOf(subject)} was updated, but still has the custom parameters ${keys.join(', ')}`,
			'This installation adds parameters and does not remove any. Everything else was stored. Set them to another value, or remove them on the installation.',
			{ outcome: 'stored' },
		),

	notStored: (subject: Subject, keys: string[]) =>
		new PusherError(
			`${titleOf(subject)} was updated, but the installation stored something else as ${keys.join(', ')}`,
			'It may cut or clean values, or somebody else changed them at the same time. Look at them with ' +
				"'Get', and use plain text.",
			{ outcome: 'stored' },
		),
};
