import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { CredentialError } from './credentialError';
import { apiUrl } from './installation';

/** A path below the API's address. With two slashes, it would name another host. */
const API_PATH = /^\/(?!\/)/;

/**
 * The credential's way to sign a request; n8n calls it for the node, its lists, the credential test
 * and for n8n's HTTP Request node alike.
 *
 * In: the decrypted credential and a request whose `url` is a path below the API's address, such as
 * `/flows/12`, or a whole address (HTTP Request node; there also as `uri`). Out: the same request
 * with the API's address and the Authorization header.
 *
 * @throws {CredentialError} when the base URL is no address or the key can't be one; and when a whole
 * address names another host or scheme than the credential's: the key is for its installation only
 */
export async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const api = apiUrl(credentials.baseUrl);
	const headers = { ...request.headers, Authorization: `Bearer ${bareKey(credentials.apiKey)}` };

	if (API_PATH.test(request.url)) {
		return { ...request, baseURL: api, headers };
	}

	const target = 'uri' in request ? String(request.uri) : request.url;
	const installation = new URL(api).origin;
	if (!URL.canParse(target, request.baseURL) || originOf(target, request) !== installation) {
		throw new CredentialError(
			`The API key of this credential is sent to ${installation} only. Use an address there, or another credential`,
		);
	}
	return { ...request, headers };
}

function originOf(target: string, { baseURL }: IHttpRequestOptions): string {
	return new URL(target, baseURL).origin;
}

/** The key alone, where it was pasted with its header's "Bearer" or with a line break behind it. */
export function pastedKey(apiKey: unknown): string {
	return String(apiKey ?? '')
		.trim()
		.replace(/^Bearer\s+/i, '');
}

/** @throws {CredentialError} when it can't be a key */
function bareKey(apiKey: unknown): string {
	const key = pastedKey(apiKey);

	// Anything else can't stand in a header, or would be sent as something else.
	if (!/^[\x21-\x7e]+$/.test(key)) {
		throw new CredentialError(
			key === ''
				? "The credential's 'API Key' is empty"
				: "The credential's 'API Key' holds characters that no key has. Copy it again",
		);
	}
	return key;
}
