/**
 * The credential can't be right, or must not be used like this. Its message says why.
 *
 * Not one of n8n-workflow's errors: finding that package takes as long as loading the credential.
 */
export class CredentialError extends Error {
	// Credential and node are separate bundles with a class each, so it is recognised by this name.
	override name = 'CredentialError';
}
