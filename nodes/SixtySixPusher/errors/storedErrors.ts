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

	different: (subject: Subject, label: string, asked: string, stored: string) =>
		new PusherError(
			`${titleOf(subject)} was stored, but '${label}' is '${stored}' instead of '${asked}'`,
			`Look at ${nameOf(subject)} on the installation, and correct or delete it. The installation may have removed or changed part of the value.`,
			{ outcome: 'stored' },
		),

	withoutImage: (subject: Subject) =>
		new PusherError(
			`${titleOf(subject)} was stored, but without its image`,
			`Look at ${nameOf(subject)} on the installation. The image may be larger than the installation's server accepts.`,
			{ outcome: 'stored' },
		),

	notDeleted: (subject: Subject, apiMessage: string) =>
		new PusherError(
			`${titleOf(subject)} was not deleted${apiMessage ? `: ${apiMessage}` : ''}`,
			'Check what your plan and your API key allow.',
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

	/** `option` is the label of the one that turns reading back off, if the form has it. */
	notReadBack: (subject: Subject, option: string | undefined, why: string) =>
		new PusherError(
			`${titleOf(subject)} was stored, but could not be read back: ${why}`,
			`Don't create it again. Read it with 'Get' and check who receives it${option ? `, or turn off '${option}'` : ''}.`,
			{ outcome: 'stored' },
		),
};
