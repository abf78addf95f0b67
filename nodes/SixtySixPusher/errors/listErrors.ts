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
			`The installation's list could not be read completely: ${found} of ${total} entries were found`,
			"It may have changed while it was read. Run the node again. If it keeps happening, tell the installation's operator.",
		),

	endless: (pages: number) =>
		new PusherError(
			`The installation's list does not end: ${pages} pages were read`,
			"Use a 'Limit', and tell the installation's operator.",
		),
};
