import { UserError } from 'n8n-workflow';

/** Something in the credential can't be right, or must not be used so. Its message says what. */
export class CredentialError extends UserError {
	// The credential is a bundle of its own, whose class is not the one that the node has: it is known
	// by this name.
	override name = 'CredentialError';
}
