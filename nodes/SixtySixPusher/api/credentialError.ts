import { UserError } from 'n8n-workflow';

/** Something in the credential can't be right, or must not be used so. Its message says what. */
export class CredentialError extends UserError {}
