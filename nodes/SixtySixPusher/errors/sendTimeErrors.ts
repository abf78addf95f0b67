import { PusherError } from './PusherError';

const EXAMPLES =
	'Enter a date and a time, e.g. 2026-12-01 09:00, or with a time zone: 2026-12-01T09:00:00+01:00.';

/** About the time at which something is to be sent. Nothing was sent. */
export const sendTimeErrors = {
	empty: (label: string) => new PusherError(`'${label}' is empty, so nothing was sent`, EXAMPLES),

	unreadable: (label: string) =>
		new PusherError(`'${label}' is not a date with a time, so nothing was sent`, EXAMPLES),

	past: (label: string, moment: string, now: string) =>
		new PusherError(
			`'${label}' is in the past (${moment}), so nothing was sent`,
			`It is ${now} now. Enter a later time, or set 'Send Time' to 'Now'. A time without a time zone is on the workflow's clock.`,
		),

	tooFar: (label: string, moment: string) =>
		new PusherError(
			`'${label}' is more than a year ahead (${moment}), so nothing was sent`,
			'Enter an earlier time. Check the year.',
		),

	/** `moments` are the two that a clock which is set back shows alike. */
	twice: (label: string, clock: string, zone: string, moments: string[]) =>
		new PusherError(
			`'${label}' can't be told from another time: the clocks in ${zone} show ${clock} twice, so nothing was sent`,
			`The clocks are set back then: it can mean ${moments.join(' or ')}. Enter a time before or after that hour.`,
		),

	/** `moments` are what a clock time that is skipped can mean. */
	never: (label: string, clock: string, zone: string, moments: string[]) =>
		new PusherError(
			`'${label}' does not exist: the clocks in ${zone} skip ${clock}, so nothing was sent`,
			`The clocks are set forward then. Enter ${moments.join(' or ')}.`,
		),

	notATimeZone: (label: string) =>
		new PusherError(
			`'${label}' is not a time zone, so nothing was sent`,
			'Enter a name such as Europe/Berlin or America/New_York.',
		),

	unknownAccountZone: (option: string, why: string) =>
		new PusherError(
			`The time zone of your account is not known, so nothing was sent: ${why}`,
			`The installation reads times on your account's clock. Add the option '${option}' with the time zone in your account's settings, e.g. Europe/Berlin.`,
		),
};
