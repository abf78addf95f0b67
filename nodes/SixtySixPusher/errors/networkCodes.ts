/**
 * What the codes of Node's network errors mean, as the end of a sentence.
 *
 * They replace the codes in messages. n8n puts words of its own in place of a message that contains
 * certain codes, e.g. that the request can be retried immediately, which is wrong for a create.
 */
const MEANINGS: Readonly<Record<string, string>> = {
	CERT_HAS_EXPIRED: 'its certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
	EACCES: 'access was denied',
	EADDRNOTAVAIL: 'its address cannot be reached',
	EAI_AGAIN: 'its address could not be looked up',
	ECONNABORTED: 'the connection timed out',
	ECONNREFUSED: 'the connection was refused',
	ECONNRESET: 'the connection was closed',
	EHOSTUNREACH: 'its address cannot be reached',
	ENETUNREACH: 'its address cannot be reached',
	ENOENT: 'something is missing',
	ENOTFOUND: 'its address does not exist',
	EPERM: 'access was denied',
	EPIPE: 'the connection was closed',
	EPROTO: 'it does not support https',
	ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another address',
	ETIMEDOUT: 'the connection timed out',
	GETADDRINFO: 'its address could not be looked up',
	SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is self-signed',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not trusted',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
};

const CODES = new RegExp(Object.keys(MEANINGS).join('|'), 'gi');

/** What a code means, or the code itself. */
export function meaningOf(code: string): string {
	return MEANINGS[code] ?? code;
}

/** A message without the codes that n8n would replace it for. */
export function withoutCodes(message: string): string {
	return message.replace(CODES, (code) => meaningOf(code.toUpperCase()));
}
