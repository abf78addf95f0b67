/**
 * Something in the credential can't be right, or must not be used so. Its message says what.
 *
 * Not one of n8n-workflow's errors: to look for that package takes as long as loading the credential.
 */
export class CredentialError extends Error {
	// The credential is a bundle of its own, whose class is not the one that the node has: it is known
	// by this name.
	override name = 'CredentialError';
}
