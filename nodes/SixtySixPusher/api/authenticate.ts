import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { CredentialError } from './credentialError';
import { apiUrl } from './baseUrl';

/** A path below the API's address. With two slashes, it would be another host. */
const API_PATH = /^\/(?!\/)/;

/** If n8n's HTTP Request node follows a redirect to another host, the key doesn't go along. */
const KEEP_KEY = { sendCredentialsOnCrossOriginRedirect: false };

/**
 * Adds the API's address and the key to a request. n8n calls it for the node, its lists, the
 * credential test and n8n's HTTP Request node alike.
 *
 * @param credentials the decrypted credential
 * @param request its `url` is a path below the API's address, e.g. `/flows/12`, or a whole address
 * (HTTP Request node; there also as `uri`)
 * @returns the same request with the API's address and the Authorization header
 * @throws {CredentialError} when the base URL isn't an address or the key can't be one; and when a
 * whole address has another host or scheme than the credential's: the key is for its installation only
 */
export async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const api = apiUrl(credentials.baseUrl);
	const headers = { ...request.headers, Authorization: `Bearer ${validKey(credentials.apiKey)}` };

	if (API_PATH.test(request.url)) {
		return { ...request, ...KEEP_KEY, baseURL: api, headers };
	}

	const target = 'uri' in request ? String(request.uri) : request.url;
	const installation = new URL(api).origin;
	if (!URL.canParse(target, request.baseURL) || originOf(target, request) !== installation) {
		throw new CredentialError(
			`The API key of this credential is sent to ${installation} only. Use an address there, or another credential`,
		);
	}
	return { ...request, ...KEEP_KEY, headers };
}

function originOf(target: string, { baseURL }: IHttpRequestOptions): string {
	return new URL(target, baseURL).origin;
}

/** The key alone, if it was pasted with its header's "Bearer" or a line break. */
export function bareKey(apiKey: unknown): string {
	return String(apiKey ?? '')
		.trim()
		.replace(/^Bearer\s+/i, '');
}

/** @throws {CredentialError} when it can't be a key */
function validKey(apiKey: unknown): string {
	const key = bareKey(apiKey);

	// Anything else isn't allowed in a header, or would be sent as something else.
	if (!/^[\x21-\x7e]+$/.test(key)) {
		throw new CredentialError(
			key === ''
				? "The credential's 'API Key' is empty"
				: "The credential's 'API Key' contains characters that no key has. Copy it again",
		);
	}
	return key;
}
