import { CredentialError } from './credentialError';

/** A host that is none: of `https//…` and `https:/…` and of quotes that were copied with the address. */
const MISTYPED_SCHEME = /^https?:\/\/(?:https?[:/]|["'“”‘’（）<>])|^[^?#]*["“”）<>]/i;

/** A documentation page stands under a language's code when it is not shown in the default one. */
const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i;

/**
 * Makes the address of an installation's API from what people paste as its base URL.
 *
 * In: the installation's address, with or without `https://`, sub-directory, trailing slash,
 * `/api`, an endpoint such as `/api/flows/`, or its documentation page's address, also with a
 * language prefix. Out: `{installation}/api`, without a trailing slash.
 *
 * The node, the credential test and the lists all get their address here.
 *
 * @throws {CredentialError} when there is no http(s) address to be had from it
 */
export function apiUrl(baseUrl: unknown): string {
	const pasted = typeof baseUrl === 'string' ? baseUrl.trim() : '';
	if (pasted === '') {
		throw new CredentialError("The credential's 'Base URL' is empty");
	}

	const address = parse(pasted);
	return [address.origin, ...installationPath(address.pathname), 'api'].join('/');
}

/** The path's segments that stand before the API or its documentation. */
function installationPath(pathname: string): string[] {
	const segments = pathname.split('/').filter((segment) => segment !== '');
	const lowerCase = segments.map((segment) => segment.toLowerCase());

	const documentation = lowerCase.lastIndexOf('api-documentation');
	if (documentation !== -1) {
		const hasLanguage = documentation > 0 && LANGUAGE.test(segments[documentation - 1]);
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
			"The credential's 'Base URL' is not an address. Enter one such as https://push.example.com",
		);
	}

	const url = new URL(withScheme);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw new CredentialError("The credential's 'Base URL' must start with https:// or http://");
	}
	// An HTTP client would send these as a password instead of the API key.
	if (url.username !== '' || url.password !== '') {
		throw new CredentialError(
			"The credential's 'Base URL' holds a user name or password. Remove the part before the @",
		);
	}
	return url;
}
