import { PusherError } from './PusherError';
import { nameOf, type Subject, titleOf } from './subject';

/** What a message says about something that was asked for and is otherwise. */
export interface Difference {
	/** The parameter's label in the form. */
	readonly label: string;
	readonly asked: string;
	readonly stored: string;
}

const FOR_EACH = "turn on 'Send for Each Item' under 'Options'";

/** About messages that go out to people and can't be called back. */
export const sendErrors = {
	/** `count` input items, each of which would be a message to everybody. */
	oneForEachItem: (count: number) =>
		new PusherError(
			`There are ${count} input items, and each would be a message to all subscribers or the segment, so nothing was sent`,
			`To send one message, turn on 'Execute Once' in the node's settings. To send ${count}, ${FOR_EACH}.`,
		),

	oneForEachRun: (subject: Subject) =>
		new PusherError(
			`This node has already sent ${nameOf(subject)} in this execution, and this would be another message to all subscribers or the segment, so nothing was sent`,
			`If each run of the node in a loop, or each call by an agent, should be a message of its own, ${FOR_EACH}.`,
		),

	sentBefore: (subject: Subject, canRepeat: boolean) =>
		new PusherError(
			`This message was already sent in this execution, as ${nameOf(subject)}, so it was not sent again`,
			`Look at ${nameOf(subject)}.${canRepeat ? ` To send the same message again to the same people, ${FOR_EACH}.` : ''}`,
		),

	underWay: (subject: Subject) =>
		new PusherError(
			`This message is being sent right now by another call, so it was not sent again`,
			`Look for ${nameOf(subject)} with 'Get Many'.`,
		),

	/** `found` says which entry may be the one. */
	createUnknown: (
		subject: Subject,
		name: string,
		what: string,
		{ found, status }: { found?: string; status?: number } = {},
	) =>
		new PusherError(
			`${titleOf(subject)} '${name}' may or may not have been sent: the installation ${what}`,
			`The node doesn't send it again. ${found ?? `Look for the ${subject.singular} '${name}' with 'Get Many' or on the installation`} before you do. It may be there as a draft, or may have gone out.`,
			{ outcome: 'unknown', status },
		),

	notReadBack: (subject: Subject, why: string) =>
		new PusherError(
			`${titleOf(subject)} was created as a draft but could not be read back: ${why}`,
			`Look at ${nameOf(subject)} on the installation before you send this again. It should be a draft that nobody has received. An installation that doesn't know drafts has sent it.`,
			{ outcome: 'stored' },
		),

	notADraft: (subject: Subject, status: string) =>
		new PusherError(
			`${titleOf(subject)} has gone out without a check: it was created as a draft, but this installation reports it as ${status}`,
			`This installation doesn't keep drafts: what is created there is sent at once. Look at ${nameOf(subject)} and who received it. Don't send it again.`,
			{ outcome: 'stored' },
		),

	differs: ({ label, asked, stored }: Difference) =>
		new PusherError(
			`Nothing was sent: '${label}' of the draft was ${stored} instead of ${asked}`,
			`Check '${label}'.`,
		),

	notReleased: ({ message, description, details }: PusherError) =>
		new PusherError(`Nothing was sent: ${message}`, description, details),

	/** `why` is why the draft is not sent. */
	draftDeleted: (subject: Subject, { message, description, details }: PusherError) =>
		new PusherError(message, `The draft, ${nameOf(subject)}, was deleted. ${description}`, details),

	draftLeft: (subject: Subject, why: PusherError, obstacle: string) =>
		new PusherError(
			why.message,
			`The draft, ${nameOf(subject)}, could not be deleted: ${obstacle}. Delete it yourself. ${why.description}`,
			why.details,
		),

	ownDraftDiffers: (subject: Subject, { label, asked, stored }: Difference) =>
		new PusherError(
			`Nothing was sent: '${label}' of ${nameOf(subject)} is ${stored} instead of ${asked}`,
			`The draft stays as it is. Correct it with 'Update Draft' or on the installation.`,
		),

	ownDraftUnclear: (subject: Subject, what: string) =>
		new PusherError(
			`Nothing was sent: the installation doesn't tell ${what} of ${nameOf(subject)}`,
			'The draft stays as it is. Send it on the installation.',
		),

	draftUnclear: (subject: Subject, what: string) =>
		new PusherError(
			`Nothing was changed: the installation doesn't tell ${what} of ${nameOf(subject)}`,
			'An update without them could send it to somebody else. Change it on the installation.',
		),

	releaseUnknown: (subject: Subject, what: string, status?: number) =>
		new PusherError(
			`${titleOf(subject)} may or may not have been sent: the installation ${what}`,
			`The node doesn't send it again. Look at ${nameOf(subject)} on the installation: if it is still a draft in a few minutes, it has not gone out.`,
			{ outcome: 'unknown', status },
		),

	stillDraft: (subject: Subject) =>
		new PusherError(
			`${titleOf(subject)} was released, but the installation still reports it as a draft`,
			`Look at ${nameOf(subject)} on the installation before you send it again: it may still go out.`,
			{ outcome: 'unknown' },
		),

	sentUnchecked: (subject: Subject, why: string) =>
		new PusherError(
			`${titleOf(subject)} was sent, but could not be read back: ${why}`,
			`Don't send it again. Look at ${nameOf(subject)} and check who received it.`,
			{ outcome: 'stored' },
		),

	wentOutOtherwise: (subject: Subject, { label, asked, stored }: Difference) =>
		new PusherError(
			`${titleOf(subject)} has gone out with '${label}' ${stored} instead of ${asked}`,
			`Don't send it again. Look at ${nameOf(subject)} and who received it.`,
			{ outcome: 'stored' },
		),

	wentOutAnyway: (subject: Subject, why: PusherError) =>
		new PusherError(
			`${titleOf(subject)} has gone out, although the installation said: ${why.message}`,
			`Don't send it again. Look at ${nameOf(subject)} and who received it.`,
			{ outcome: 'stored', status: why.details.status },
		),

	notADraftNow: (subject: Subject, status: string) =>
		new PusherError(
			`${titleOf(subject)} is not a draft but ${status}, so nothing was done`,
			'Only a draft can be sent or changed. Changing one that is being sent could send it again.',
		),

	otherTime: (subject: Subject) =>
		new PusherError(
			`Another item already sends ${nameOf(subject)}, at another time`,
			'A draft is sent once. Remove one of the items.',
		),

	cannotCancel: (subject: Subject, status: string) =>
		new PusherError(
			`${titleOf(subject)} can't be pulled back: it is ${status}`,
			'Only a scheduled campaign can be pulled back, before its time has come.',
		),

	notCancelled: (subject: Subject, status: string) =>
		new PusherError(
			`${titleOf(subject)} was not pulled back: the installation still reports it as ${status}`,
			`Delete ${nameOf(subject)}, or pull it back on the installation.`,
			{ outcome: 'stored' },
		),

	releasedByUpdate: (subject: Subject, status: string) =>
		new PusherError(
			`${titleOf(subject)} has gone out: it was to stay a draft, but this installation reports it as ${status}`,
			`This installation sends a draft that is updated. Look at ${nameOf(subject)} and who receives it. Change drafts on the installation.`,
			{ outcome: 'stored' },
		),

	draftOtherwise: (subject: Subject, { label, asked, stored }: Difference) =>
		new PusherError(
			`${titleOf(subject)} was updated, but its '${label}' is ${stored} instead of ${asked}`,
			`It is still a draft. Correct '${label}' before you send it.`,
			{ outcome: 'stored' },
		),

	noWebsiteOf: (subscriber: Subject, why: string) =>
		new PusherError(
			`The website of ${nameOf(subscriber)} is not known, so nothing was sent: ${why}`,
			'The node takes the website from the subscriber. Check the subscriber on the installation.',
		),

	deliveryFailed: (subject: Subject, subscriber: string, status: string) =>
		new PusherError(
			`${titleOf(subject)} did not reach subscriber ${subscriber}: the installation reports it as ${status}`,
			'The subscriber may have blocked notifications or left. It was sent once and is not sent again.',
			{ outcome: 'stored' },
		),
};
