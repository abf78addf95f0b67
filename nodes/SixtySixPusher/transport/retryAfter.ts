import type { IDataObject } from 'n8n-workflow';

/** Above these, `X-RateLimit-Reset` is a point in time and not a number of seconds. */
const EPOCH_SECONDS = 1e9;
const EPOCH_MILLISECONDS = 1e12;

/**
 * How long the installation asks to wait, in milliseconds: `Retry-After`, else `X-RateLimit-Reset`
 * (seconds; a point in time if the number can't be seconds). Undefined if it names no time to come.
 */
export function rateLimitWait(headers: IDataObject): number | undefined {
	const wait = retryAfter(headers);
	if (wait !== undefined) return wait;

	const value = Number(headers['x-ratelimit-reset']);
	const reset = value > EPOCH_MILLISECONDS ? value / 1000 : value;
	const left = reset > EPOCH_SECONDS ? reset - Date.now() / 1000 : reset;
	return left > 0 ? left * 1000 : undefined;
}

/** `Retry-After` (seconds or a date), in milliseconds from now. */
export function retryAfter(headers: IDataObject): number | undefined {
	const value = String(headers['retry-after'] ?? '').trim();
	const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
	return seconds > 0 ? seconds * 1000 : undefined;
}
