/** The credential type's name in n8n. */
export const CREDENTIAL = 'sixtySixPusherApi';
