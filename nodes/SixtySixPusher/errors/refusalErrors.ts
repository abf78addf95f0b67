import { CHECK_BASE_URL } from './connectionErrors';
import { PusherError } from './PusherError';
import { type Subject, titleOf } from './subject';

/** A response came, and it says that the request was not carried out. `apiMessage` is in its own words. */
export const refusalErrors = {
	/** `target` is where it points, and `baseUrl` what to enter if that is an API's address. */
	redirect: (status: number, target: string, baseUrl: string | undefined) =>
		new PusherError(
			`The installation redirects to ${target} (HTTP ${status}), which is not followed`,
			baseUrl === undefined
				? `It may ask for a login or be under maintenance. ${CHECK_BASE_URL}`
				: `If that is your installation, enter ${baseUrl} as 'Base URL' in the credential. Nothing was sent there.`,
			{ status },
		),

	key: (apiMessage: string, status: number) =>
		new PusherError(
			`The installation does not accept the API key: ${apiMessage} (HTTP ${status})`,
			"Copy 'API Key' into the credential again, and check that your plan includes the API.",
			{ status, cause: 'credential-invalid' },
		),

	refused: (apiMessage: string, status: number) =>
		new PusherError(
			`The installation refused this: ${apiMessage} (HTTP ${status})`,
			'Check the values of this item, and what your plan and your API key allow.',
			{ status },
		),

	refusedWithValidKey: (apiMessage: string, status: number) =>
		new PusherError(
			`The installation refused this: ${apiMessage} (HTTP ${status})`,
			'The API key is valid. Check the values of this item, and whether your plan has room for it.',
			{ status },
		),

	subjectNotFound: (subject: Subject, apiMessage: string, status: number) =>
		new PusherError(
			`${titleOf(subject)} does not exist: ${apiMessage} (HTTP ${status})`,
			`It may have been deleted, or belong to another account. Use 'Get Many' to see which ${subject.plural} there are.`,
			{ status, isNotFound: true },
		),

	notFound: (apiMessage: string, status: number) =>
		new PusherError(
			`Not found on the installation: ${apiMessage} (HTTP ${status})`,
			'Check that everything this item refers to exists and belongs to this account, e.g. the website and the segment.',
			{ status, isNotFound: true },
		),

	tooLarge: (status: number) =>
		new PusherError(
			`The installation's web server doesn't accept requests this large (HTTP ${status})`,
			'Use a smaller image: many installations accept up to 2 MB, some servers less.',
			{ status },
		),

	blocked: (status: number) =>
		new PusherError(
			`The installation's web server refuses n8n's requests (HTTP ${status})`,
			"A firewall or bot protection may block them. Ask the installation's operator to allow requests to its API from n8n.",
			{ status },
		),

	methodNotAllowed: (status: number) =>
		new PusherError(
			`The installation's web server doesn't allow this kind of request (HTTP ${status})`,
			"Ask the installation's operator to allow GET, POST and DELETE requests to its API.",
			{ status },
		),

	proxyLogin: (status: number) =>
		new PusherError(
			`The proxy asks for a login (HTTP ${status})`,
			"Add user name and password to the proxy's address, in 'Proxy' under 'Options' or in n8n's settings.",
			{ status },
		),

	noApi: (status: number) =>
		new PusherError(
			`No 66pusher API answers at this address (HTTP ${status})`,
			`${CHECK_BASE_URL} The API may also be switched off on this installation.`,
			{ status },
		),

	statusError: (apiMessage: string, status: number) =>
		new PusherError(
			`The installation refused this: ${apiMessage} (HTTP ${status})`,
			'If the message is about the image, use a smaller one (many installations accept up to 2 MB) or another type.',
			{ status },
		),
};
