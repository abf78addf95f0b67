import { PusherError } from './PusherError';
import type { Subject } from './subject';

/** A list can't be had, or not all of it. */
export const listErrors = {
	/** For a resource locator, which can do without. */
	notListed: ({ singular, plural }: Subject) =>
		new PusherError(
			`This installation doesn't provide a list of ${plural}`,
			`Choose 'By ID' instead. The ID is the number in the address of the ${singular}'s page on your installation.`,
			{ status: 404 },
		),

	/** The same error in a list in the editor, where n8n shows the status, and *By ID* is another way. */
	inEditor: ({ message, description, details }: PusherError) =>
		new PusherError(
			message.replace(/ \(HTTP \d+\)/, '').replace(', so nothing was sent', ''),
			details.cause === 'credential-invalid' ? description : `${description} Or choose 'By ID'.`,
			details,
		),

	notProvided: (plural: string) =>
		new PusherError(
			`This installation doesn't provide ${plural} through its API (HTTP 404)`,
			"Other installations do. If this one should, check 'Base URL' in the credential, and ask the installation's operator.",
			{ status: 404 },
		),

	incomplete: (found: number, total: number) =>
		new PusherError(
			`The installation's list could not be read completely: ${found} of ${total} entries were found`,
			"It may have changed while it was read. Run the node again. If it keeps happening, tell the installation's operator.",
		),

	/** While it was polled, each time that it was read. */
	unsteady: () =>
		new PusherError(
			"The installation's list changed while it was read, or its number of entries is wrong",
			"Nothing is lost: the next poll reads the list again. If it keeps happening, tell the installation's operator.",
			{ cause: 'temporarily-unavailable' },
		),

	tooLongToPoll: (entries: number) =>
		new PusherError(
			`The installation's list is too long to poll: all of its ${entries} entries would have to be read`,
			"Choose a 'Website' with fewer entries. Newer versions of 66pusher can sort the list.",
		),

	endless: (pages: number) =>
		new PusherError(
			`The installation's list does not end: ${pages} pages were read`,
			"Use a 'Limit', and tell the installation's operator.",
		),
};
