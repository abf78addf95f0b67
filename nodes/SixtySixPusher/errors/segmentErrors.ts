import { PusherError } from './PusherError';
import { nameOf, type Subject, titleOf } from './subject';

/** As many IDs as a message can show. */
const MAX_SHOWN = 10;

/** A segment decides who gets a message. In doubt, nothing is changed. */
export const segmentErrors = {
	noSubscribers: (ids: string[]) =>
		new PusherError(
			`These subscribers do not exist, so nothing was sent: ${listed(ids)}`,
			"They may have left. Take the IDs from 'Get Many' of subscribers.",
		),

	subscribersElsewhere: (ids: string[], website: string) =>
		new PusherError(
			`These subscribers do not belong to website ${website}, so nothing was sent: ${listed(ids)}`,
			'A segment belongs to one website. Make another one for the subscribers of another website.',
		),

	otherKind: (subject: Subject, type: 'custom' | 'filter', label: string) =>
		new PusherError(
			`${titleOf(subject)} is a ${type} segment, so '${label}' can't be set`,
			type === 'custom'
				? `It names its subscribers: use 'Subscriber IDs'. Or create a segment of the type Filter.`
				: `It selects subscribers by filters: use 'Audience'. Or create a segment of the type Custom.`,
		),

	unreadable: (subject: Subject, name: string) =>
		new PusherError(
			`'${name}' of ${nameOf(subject)} can't be read, so nothing was sent`,
			'An update would lose it, and the segment would select other subscribers. Change it on the installation.',
		),

	unverified: (subject: Subject, name: string) =>
		new PusherError(
			`${titleOf(subject)} was stored, but its '${name}' can't be read`,
			`Check on the installation whom it selects before anything is sent to it.`,
			{ outcome: 'stored' },
		),

	otherRules: (subject: Subject, label: string) =>
		new PusherError(
			`${titleOf(subject)} was stored with another value of '${label}' than asked for`,
			`It may select more subscribers than you want. Correct or delete ${nameOf(subject)} before anything is sent to it.`,
			{ outcome: 'stored' },
		),

	notReadBack: (subject: Subject, why: string) =>
		new PusherError(
			`${titleOf(subject)} was updated, but could not be read back: ${why}`,
			`Look at ${nameOf(subject)} with 'Get' before anything is sent to it. It is safe to run this again: it makes the same change.`,
			{ outcome: 'stored' },
		),

	inUse: (subject: Subject, users: Subject[]) =>
		new PusherError(
			`${titleOf(subject)} was not deleted: it is used by ${listed(users.map(nameOf))}`,
			"They could then be sent to all subscribers. Change or delete them first, or turn on 'Even if Used'.",
		),

	usersUnread: (subject: Subject, plural: string, why: string) =>
		new PusherError(
			`${titleOf(subject)} was not deleted: the list of ${plural} can't be read. ${why}`,
			"One of them may use it and could then be sent to all subscribers. Try again later, or turn on 'Even if Used'.",
		),

	segmentUntold: (subject: Subject, user: Subject) =>
		new PusherError(
			`${titleOf(subject)} was not deleted: the installation doesn't say which segment ${nameOf(user)} uses`,
			`If it uses this one, it could then be sent to all subscribers. Check the ${user.plural} on the installation, then turn on 'Even if Used'.`,
		),

	cannotDelete: (subject: Subject, status: number) =>
		new PusherError(
			`${titleOf(subject)} was not deleted: the API of this installation can't delete segments (HTTP ${status})`,
			'Delete it on the installation itself.',
			{ status },
		),

	notDeleted: (subject: Subject) =>
		new PusherError(
			`${titleOf(subject)} is still there, although the installation reported no error`,
			'Delete it on the installation itself.',
		),
};

function listed(names: string[]): string {
	const more = names.length - MAX_SHOWN;
	const shown = names.slice(0, MAX_SHOWN).join(', ');
	return more > 0 ? `${shown} and ${more} more` : shown;
}
