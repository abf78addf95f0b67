import { PusherError } from './PusherError';
import { nameOf, type Subject, titleOf } from './subject';

/** Something was stored, but not as asked, or the response can't be what it claims to be. */
export const storedErrors = {
	otherAudience: (subject: Subject, label: string, asked: string, stored: string) =>
		new PusherError(
			`${titleOf(subject)} was stored with '${label}' ${stored} instead of ${asked}`,
			`Correct or delete ${nameOf(subject)} now: subscribers may already be receiving it. Then check that '${label}' ${asked} exists in this account.`,
			{ outcome: 'stored' },
		),

	otherValue: (subject: Subject, label: string) =>
		new PusherError(
			`${titleOf(subject)} was stored with another '${label}' than asked for`,
			`The installation may cut or clean it. Look at ${nameOf(subject)}, and correct or delete it.`,
			{ outcome: 'stored' },
		),

	withError: (subject: Subject, apiMessage: string, status: number) =>
		new PusherError(
			`${titleOf(subject)} was stored, and the installation says: ${apiMessage} (HTTP ${status})`,
			`Don't create it again. Look at ${nameOf(subject)}, and correct or delete it.`,
			{ outcome: 'stored', status },
		),

	notCleared: (subject: Subject, label: string) =>
		new PusherError(
			`${titleOf(subject)} was updated, but its '${label}' is not empty: this installation does not clear it`,
			`Everything else was stored. Remove '${label}' from 'Update Fields', or enter another value.`,
			{ outcome: 'stored' },
		),

	notReadBack: (subject: Subject, option: string, why: string) =>
		new PusherError(
			`${titleOf(subject)} was stored, but could not be read back: ${why}`,
			`Don't create it again. Read it with 'Get' and check who receives it${option && `, or turn off '${option}'`}.`,
			{ outcome: 'stored' },
		),
};
