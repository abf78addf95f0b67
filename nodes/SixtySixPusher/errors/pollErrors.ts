import { PusherError } from './PusherError';

const CATCHES_UP = 'Nothing is lost: the next poll brings what this one did not.';

/** Why a poll of the trigger failed. None of them moves what the trigger remembers. */
export const pollErrors = {
	tooLate: (seconds: number) =>
		new PusherError(
			`The installation did not answer in time: the poll was given up after ${seconds} seconds`,
			`${CATCHES_UP} If it keeps happening, poll less often, or choose a 'Website'.`,
			{ cause: 'temporarily-unavailable' },
		),

	rateLimited: (status: number | undefined) =>
		new PusherError(
			`The installation accepts no more requests for now (HTTP ${status ?? 429})`,
			`${CATCHES_UP} If it keeps happening, poll less often: many installations accept 60 requests a minute with one API key, from all workflows together.`,
			{ status, cause: 'rate-limited' },
		),

	tooManyUnsent: (count: number) =>
		new PusherError(
			`There are ${count} campaigns that are not sent yet, more than this trigger can remember`,
			"Delete drafts that you don't need, or choose a 'Website'.",
		),

	noExample: (what: string, ofWebsite: string) =>
		new PusherError(
			`There is no ${what}${ofWebsite} to show as an example`,
			'Once the workflow is active, it starts when there is one. To test it now, pin data of your own to this node.',
		),
};
