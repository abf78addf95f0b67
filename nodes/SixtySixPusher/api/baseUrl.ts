import { CredentialError } from './credentialError';

/** Not a host: from `https//…`, `https:/…`, or quotes that were copied with the address. */
const MISTYPED_SCHEME = /^https?:\/\/(?:https?[:/]|["'“”‘’（）<>])|^[^?#]*["“”）<>]/i;

/** A documentation page's path has a language code, unless it is in the default language. */
const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i;

/**
 * The address of an installation's API, from what people paste as its base URL. The node, the
 * credential test and the lists all get their address here.
 *
 * @param baseUrl the installation's address, with or without `https://`, sub-directory, trailing
 * slash, `/api`, an endpoint such as `/api/flows/`, or the address of its documentation page, also
 * with a language prefix
 * @returns `{installation}/api`, without a trailing slash
 * @throws {CredentialError} when it contains no http(s) address
 */
export function apiUrl(baseUrl: unknown): string {
	const pasted = typeof baseUrl === 'string' ? baseUrl.trim() : '';
	if (pasted === '') {
		throw new CredentialError("The credential's 'Base URL' is empty");
	}

	const address = parse(pasted);
	return [address.origin, ...installationPath(address.pathname), 'api'].join('/');
}

/** The path's parts before the API or its documentation. */
function installationPath(pathname: string): string[] {
	const segments = pathname.split('/').filter((segment) => segment !== '');
	const lowerCase = segments.map((segment) => segment.toLowerCase());

	const documentation = lowerCase.lastIndexOf('api-documentation');
	if (documentation !== -1) {
		const hasLanguage = documentation > 0 && LANGUAGE.test(segments[documentation - 1] ?? '');
		return segments.slice(0, hasLanguage ? documentation - 1 : documentation);
	}

	const api = lowerCase.lastIndexOf('api');
	return api === -1 ? segments : segments.slice(0, api);
}

function parse(pasted: string): URL {
	const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(pasted)
		? pasted
		: `https://${pasted.replace(/^\/+/, '')}`;

	if (!URL.canParse(withScheme) || MISTYPED_SCHEME.test(withScheme)) {
		throw new CredentialError(
			"The credential's 'Base URL' is not an address. Enter one, e.g. https://push.example.com",
		);
	}

	const url = new URL(withScheme);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw new CredentialError("The credential's 'Base URL' must start with https:// or http://");
	}
	// An HTTP client would send these as a password instead of the API key.
	if (url.username !== '' || url.password !== '') {
		throw new CredentialError(
			"The credential's 'Base URL' contains a user name or password. Remove the part before the @",
		);
	}
	return url;
}
