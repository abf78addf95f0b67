/**
 * What became of a write that did not end well: `refused`, nothing was stored; `unknown`, it may
 * have been; `stored`, it was, and something about it is not as it should be.
 */
type Outcome = 'refused' | 'unknown' | 'stored';

interface FailureDetails {
	outcome?: Outcome;
	/** HTTP status of the reply, where there was one. */
	status?: number;
	/** n8n's own word for the cause, where it has one. */
	cause?: 'rate-limited' | 'temporarily-unavailable' | 'credential-invalid';
}

/**
 * Why an item could not be done, in words for the person who reads it: `message` says what
 * happened, `advice` what to do. The road turns it into n8n's own error.
 */
export class Failure extends Error {
	constructor(
		message: string,
		readonly advice: string,
		readonly details: FailureDetails = {},
	) {
		super(message);
	}

	get outcome(): Outcome {
		return this.details.outcome ?? 'refused';
	}
}

const CHECK_EXPRESSION = 'Where it is an expression, check that it gives a value for this item.';
const CHECK_BASE_URL =
	"Check 'Base URL' in the credential: open it in a browser and copy the address that you end up at.";

/** Found in the input, before anything was sent. `label` is the parameter's name in the form. */
export const inputFailures = {
	empty: (label: string) =>
		new Failure(`'${label}' is empty`, `Fill in '${label}'. ${CHECK_EXPRESSION}`),

	notText: (label: string) =>
		new Failure(
			`'${label}' is not text`,
			'Check what its expression gives for this item. Of a list or an object, choose one value.',
		),

	tooLong: (label: string, length: number, maxLength: number) =>
		new Failure(
			`'${label}' has ${length} characters, and the installation keeps only ${maxLength}`,
			`Shorten '${label}' to ${maxLength} characters. An emoji that you see as one can count as several.`,
		),

	noSegment: (segment: string) =>
		new Failure(
			`Segment ${segment} does not exist, so nothing was sent`,
			"Choose 'Segment' from the list. The installation might send the flow to all subscribers instead.",
		),

	segmentElsewhere: (segment: string, itsWebsite: string, website: string) =>
		new Failure(
			`Segment ${segment} belongs to website ${itsWebsite} and not to website ${website}, so nothing was sent`,
			"Choose 'Segment' from the list of this website. The installation might send the flow to all subscribers instead.",
		),

	notAnId: (label: string, orAll: string) =>
		new Failure(
			`'${label}' is not an ID`,
			`Choose an entry from the list, or enter a whole number above 0, such as 12${orAll}. ${CHECK_EXPRESSION}`,
		),

	notAnInteger: (label: string) =>
		new Failure(
			`'${label}' is not a whole number above 0`,
			`Enter a number such as 3. ${CHECK_EXPRESSION}`,
		),

	waitTooLong: (label: string, longest: number, unit: string) =>
		new Failure(
			`'${label}' is longer than 90 days`,
			`Enter at most ${longest} ${unit}. The installation shortens a longer wait without saying so.`,
		),

	notAChoice: (label: string, values: ReadonlyArray<string | number>) =>
		new Failure(
			`'${label}' has a value that the API does not know`,
			`Use one of: ${values.join(', ')}. ${CHECK_EXPRESSION}`,
		),

	notASwitch: (label: string) =>
		new Failure(
			`'${label}' is neither true nor false`,
			`Turn '${label}' on or off, or remove it. ${CHECK_EXPRESSION}`,
		),

	notAMoment: (label: string) =>
		new Failure(
			`'${label}' is not a date`,
			'Enter one such as 2026-01-31 or 2026-01-31 18:30:00, or any ISO 8601 date.',
		),

	nothingToUpdate: () =>
		new Failure("'Update Fields' holds nothing to change", `Add a field. ${CHECK_EXPRESSION}`),

	imageMissing: (label: string, field: string) =>
		new Failure(
			`The item has no file in the field '${field}', which '${label}' names`,
			"Look at the Binary tab of the previous step and enter the name of the field that holds the file there, such as 'data'.",
		),

	imageEmpty: (field: string) =>
		new Failure(
			`The file in the field '${field}' has no content`,
			'Check the step that made or downloaded the file.',
		),

	imageUnreadable: (field: string) =>
		new Failure(
			`The file in the field '${field}' could not be read from where n8n keeps it`,
			'Run the step that made or downloaded the file again.',
		),

	notAnImage: (field: string, kinds: readonly string[]) =>
		new Failure(
			`The file in the field '${field}' is not a picture that the API takes`,
			`Use one of: ${kinds.join(', ')}. A download that failed often leaves a web page under a picture's name: open the file to see.`,
		),
};

/** No reply, or none that can be read, and what that means for a write. */
export const connectionFailures = {
	credential: (message: string) => new Failure(message, 'Open the credential and correct it.'),

	notSent: (message: string) =>
		new Failure(
			`The request could not be sent: ${message}`,
			"Check the credential and the node's settings.",
		),

	notConnected: (code: string) =>
		new Failure(
			`No connection to the installation (${code}), so nothing was sent`,
			`Check that the installation is online. ${CHECK_BASE_URL}`,
			{ cause: 'temporarily-unavailable' },
		),

	nothingRead: (what: string, status?: number) =>
		new Failure(
			`The installation ${what}`,
			`It may be under maintenance: run the node again in a while. If this continues: ${CHECK_BASE_URL}`,
			{ status, cause: 'temporarily-unavailable' },
		),

	createUnknown: (what: string, name: string, status?: number) =>
		new Failure(
			`The flow may have been created, or may not: the installation ${what}`,
			`Before running this again, look for the flow '${name}' with 'Get Many', or on the installation. A second run would create it twice if it is there.`,
			{ outcome: 'unknown', status },
		),

	changeUnknown: (what: string, flowId: string, status?: number) =>
		new Failure(
			`Flow ${flowId} may have been changed, or may not: the installation ${what}`,
			'Running this again is safe: it makes the same change.',
			{ outcome: 'unknown', status },
		),

	deleteUnknown: (what: string, flowId: string, status?: number) =>
		new Failure(
			`Flow ${flowId} may have been deleted, or may not: the installation ${what}`,
			"Look for it with 'Get Many', or run this again.",
			{ outcome: 'unknown', status },
		),

	/** `waitedMs` without a request that it accepted, after which it asks for `askedMs` more. */
	rateLimited: (waitedMs: number, askedMs: number, status: number) => {
		const waited = Math.round(waitedMs / 1000);
		const asked = Math.ceil(askedMs / 1000);
		return new Failure(
			`The installation accepts no more requests for now (HTTP ${status})`,
			`${
				waited > 0
					? `It accepted none for ${waited} seconds, and asks to wait ${asked} more.`
					: `It asks to wait ${asked} seconds.`
			} This node does not wait that long. Run the remaining items later, or fewer at a time.`,
			{ status, cause: 'rate-limited' },
		);
	},

	stopped: () => new Failure('The execution was stopped', 'Items not yet sent were not processed.'),
};

/** A reply came, and it says that the request was not done. `said` is the API's own words. */
export const refusalFailures = {
	/** `target` is where it points, and `baseUrl` what to enter where that is an API's address. */
	redirect: (status: number, target: string, baseUrl: string | undefined) =>
		new Failure(
			`The installation redirects to ${target} (HTTP ${status}), which is not followed`,
			baseUrl === undefined
				? `It may ask for a login or be under maintenance. ${CHECK_BASE_URL}`
				: `If that is your installation, enter ${baseUrl} as 'Base URL' in the credential. Nothing was sent there.`,
			{ status },
		),

	key: (said: string, status: number) =>
		new Failure(
			`The installation does not accept the API key: ${said} (HTTP ${status})`,
			"Copy 'API Key' into the credential again, and check that your plan includes the API.",
			{ status, cause: 'credential-invalid' },
		),

	refused: (said: string, status: number) =>
		new Failure(
			`The installation refused this: ${said} (HTTP ${status})`,
			'Check the values of this item, and what your plan and your API key allow.',
			{ status },
		),

	refusedWithGoodKey: (said: string, status: number) =>
		new Failure(
			`The installation refused this: ${said} (HTTP ${status})`,
			'The API key is in order. Check the values of this item, and whether your plan still has room for it.',
			{ status },
		),

	noFlow: (flowId: string, said: string, status: number) =>
		new Failure(
			`Flow ${flowId} does not exist: ${said} (HTTP ${status})`,
			"It may have been deleted, or belong to another account. Use 'Get Many' to see which flows there are.",
			{ status },
		),

	notFound: (said: string, status: number) =>
		new Failure(
			`The installation did not find what this is about: ${said} (HTTP ${status})`,
			'Check that the flow, the website and the segment exist and belong to this account.',
			{ status },
		),

	tooLarge: (status: number) =>
		new Failure(
			`The installation's web server takes no request of this size (HTTP ${status})`,
			'Use a smaller picture: many installations take up to 2 MB, some servers less.',
			{ status },
		),

	noApi: (status: number) =>
		new Failure(
			`No 66pusher API answers at this address (HTTP ${status})`,
			`${CHECK_BASE_URL} The API may also be switched off on this installation.`,
			{ status },
		),

	statusError: (said: string, status: number) =>
		new Failure(
			`The installation refused this: ${said} (HTTP ${status})`,
			'If the message is about the image, use a smaller one (many installations take up to 2 MB) or another kind.',
			{ status },
		),
};

/** A flow was stored, but not as asked, or the reply can't be what it claims to be. */
export const storedFailures = {
	otherAudience: (flowId: string, label: string, asked: string, stored: string) =>
		new Failure(
			`Flow ${flowId} was stored with '${label}' ${stored} instead of ${asked}`,
			`Correct or delete flow ${flowId} now: subscribers may already be receiving it. Then check that ${asked} exists and belongs to this account and website.`,
			{ outcome: 'stored' },
		),

	withError: (flowId: string, said: string, status: number) =>
		new Failure(
			`Flow ${flowId} was stored, and the installation says: ${said} (HTTP ${status})`,
			`Don't create it again. Look at flow ${flowId}, and correct or delete it.`,
			{ outcome: 'stored', status },
		),

	notCleared: (flowId: string, label: string) =>
		new Failure(
			`Flow ${flowId} was changed, but its '${label}' is not empty: this installation does not clear it`,
			`Everything else was stored. Remove '${label}' from 'Update Fields', or enter another value.`,
			{ outcome: 'stored' },
		),

	notReadBack: (flowId: string, why: string) =>
		new Failure(
			`Flow ${flowId} was stored, but could not be read back: ${why}`,
			`Don't create it again. Read it with 'Get' and check its website and segment, or turn off 'Return Full Flow'.`,
			{ outcome: 'stored' },
		),
};

export const listFailures = {
	notOffered: (plural: string) =>
		new Failure(
			`This installation gives no list of ${plural} (HTTP 404)`,
			`If it should, check 'Base URL' in the credential.`,
			{ status: 404 },
		),

	incomplete: (found: number, total: number) =>
		new Failure(
			`The installation's list has gaps: of its ${total} entries, its pages held ${found}`,
			"Run the node again. If this continues, tell the installation's operator.",
		),

	endless: (pages: number) =>
		new Failure(
			`The installation's list does not end: ${pages} pages were read`,
			"Use a 'Limit', and tell the installation's operator.",
		),
};
