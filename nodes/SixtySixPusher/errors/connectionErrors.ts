import { meaningOf } from './networkCodes';
import { PusherError } from './PusherError';
import { nameOf, type Subject, titleOf } from './subject';

export const CHECK_BASE_URL =
	"Check 'Base URL' in the credential: open it in a browser and copy the address you land on.";

/** No response, or none that can be read, and what that means for a write. */
export const connectionErrors = {
	credential: (message: string) => new PusherError(message, 'Open the credential and correct it.'),

	notSent: (message: string) =>
		new PusherError(
			`The request could not be sent: ${message}`,
			"Check the credential and the node's settings.",
		),

	notConnected: (code: string) =>
		new PusherError(
			`No connection to the installation, so nothing was sent: ${meaningOf(code)}`,
			`Check that the installation is online, and the proxy if you use one. ${CHECK_BASE_URL} (${code})`,
			{ cause: 'temporarily-unavailable' },
		),

	/** `what` goes on from "The installation …", here and below. */
	nothingRead: (what: string, status?: number) =>
		new PusherError(
			`The installation ${what}`,
			`It may be under maintenance: try again later. If it keeps happening: ${CHECK_BASE_URL}`,
			{ status, cause: 'temporarily-unavailable' },
		),

	createUnknown: (subject: Subject, name: string, what: string, status?: number) =>
		new PusherError(
			`${titleOf(subject)} may or may not have been created: the installation ${what}`,
			`Before you run this again, look for the ${subject.singular} '${name}' with 'Get Many' or on the installation. If it is there, a second run would create it twice.`,
			{ outcome: 'unknown', status },
		),

	updateUnknown: (subject: Subject, what: string, status?: number) =>
		new PusherError(
			`${titleOf(subject)} may or may not have been updated: the installation ${what}`,
			'It is safe to run this again: it makes the same change.',
			{ outcome: 'unknown', status },
		),

	deleteUnknown: (subject: Subject, what: string, status?: number) =>
		new PusherError(
			`${titleOf(subject)} may or may not have been deleted: the installation ${what}`,
			`Look for ${nameOf(subject)} with 'Get Many', or run this again.`,
			{ outcome: 'unknown', status },
		),

	/** `waitedMs` without an accepted request, after which the installation asks for `askedMs` more. */
	rateLimited: (waitedMs: number, askedMs: number, status: number) => {
		const waited = Math.round(waitedMs / 1000);
		const asked = Math.ceil(askedMs / 1000);
		return new PusherError(
			`The installation accepts no more requests for now (HTTP ${status})`,
			`${
				waited > 0
					? `It has accepted none for ${waited} seconds, and asks to wait ${asked} more.`
					: `It asks to wait ${asked} seconds.`
			} This node does not wait that long. Run the remaining items later, or fewer at a time.`,
			{ status, cause: 'rate-limited' },
		);
	},

	stopped: () =>
		new PusherError(
			'The execution was stopped',
			'Items that were not sent yet were not processed.',
		),
};
