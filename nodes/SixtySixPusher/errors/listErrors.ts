import { PusherError } from './PusherError';

/** A list can't be had, or not all of it. */
export const listErrors = {
	notProvided: (plural: string) =>
		new PusherError(
			`This installation doesn't provide a list of ${plural} (HTTP 404)`,
			"If it should, check 'Base URL' in the credential.",
			{ status: 404 },
		),

	incomplete: (found: number, total: number) =>
		new PusherError(
			`The installation's list has gaps: its pages contained ${found} of its ${total} entries`,
			"Run the node again. If it keeps happening, tell the installation's operator.",
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
