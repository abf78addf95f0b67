import { isRecord } from './values';

/** A web page, and not data with something around it. */
const WEB_PAGE = /^\s*<(?:!doctype|html|head|body)\b/i;

/** Where an object may begin. */
const OBJECT_START = /\{\s*"/g;

/** A notice may contain a brace or two of its own, but not many. */
const MAX_ATTEMPTS = 20;

/**
 * A server that is set to show PHP's notices prints them in front of or behind the JSON, and the
 * response arrives as text.
 *
 * @returns the API's object if the text contains one, else the body as it is
 */
export function withoutNotices(body: unknown): unknown {
	if (typeof body !== 'string' || WEB_PAGE.test(body)) return body;

	const end = body.lastIndexOf('}') + 1;
	let attempts = 0;
	for (const { index } of body.matchAll(OBJECT_START)) {
		attempts += 1;
		if (index > end || attempts > MAX_ATTEMPTS) break;
		const object = parsed(body.slice(index, end));
		if (isRecord(object) && ('data' in object || 'errors' in object)) return object;
	}
	return body;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
