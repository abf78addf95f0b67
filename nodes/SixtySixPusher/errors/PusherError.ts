/**
 * What became of a write that did not end well: `refused`, nothing was stored; `unknown`, it may
 * have been; `stored`, it was, and something about it is not as it should be.
 */
export type Outcome = 'refused' | 'unknown' | 'stored';

interface Details {
	outcome?: Outcome;
	/** HTTP status of the response, where there was one. */
	status?: number;
	/** Nothing reached the installation, and the message says so. */
	isNotSent?: true;
	/** The API itself says that what it is about does not exist. */
	isNotFound?: true;
	/** n8n's own word for the cause, where it has one. */
	cause?: 'rate-limited' | 'temporarily-unavailable' | 'credential-invalid';
}

/**
 * Why an item could not be processed, for the person who reads it: `message` says what happened,
 * `description` what to do. `toNodeApiError` turns it into n8n's own error.
 */
export class PusherError extends Error {
	constructor(
		message: string,
		readonly description: string,
		readonly details: Details = {},
	) {
		super(message);
	}

	get outcome(): Outcome {
		return this.details.outcome ?? 'refused';
	}
}
