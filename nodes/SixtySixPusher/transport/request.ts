import type {
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IPollFunctions,
} from 'n8n-workflow';

import { CREDENTIAL } from '../api/credentialName';
import { KEY_CHECK } from '../api/keyCheck';
import { connectionErrors } from '../errors/connectionErrors';
import { listErrors } from '../errors/listErrors';
import type { PusherError } from '../errors/PusherError';
import { refusalErrors } from '../errors/refusalErrors';
import { storedErrors } from '../errors/storedErrors';
import type { Subject } from '../errors/subject';
import type { Form, FormMemory } from './multipart';
import { noResponse, type Outcome, outcomeOf } from './response';
import type { Run } from './run';
import type { JsonRecord } from './values';

/** What n8n uses if the node's settings name no other. */
const DEFAULT_TIMEOUT_MS = 300_000;

/** Attempts when the outcome is unknown, for what is safe to repeat. */
const MAX_ATTEMPTS = 3;

/** On whose behalf a request is sent. */
export interface Sender {
	readonly context: IExecutePaginationFunctions | ILoadOptionsFunctions | IPollFunctions;
	readonly run: Run;
	/** What n8n sets for every request of the node: timeout, proxy, allowed domains. */
	readonly engineOptions?: Partial<IHttpRequestOptions>;
}

export interface ApiRequest {
	readonly method: 'GET' | 'POST' | 'DELETE';
	/** Path below the API's address. */
	readonly url: string;
	readonly qs?: IDataObject;
	/** Makes the form, each time that the request's turn has come: it may contain a large file. */
	readonly form?: (memory?: FormMemory) => Promise<Form>;
	/** Whether the form contains a file. */
	readonly hasImage?: boolean;
	/** What the request is about, for its messages. */
	readonly subject?: Subject;
	/** For a write: what to say when nobody knows whether it was carried out. */
	readonly unknown?: UnknownOutcome;
	/** Whether it names other things too, e.g. a website, of which any may be the one not found. */
	readonly refersElsewhere?: boolean;
	/** Repeating it is not the same as doing it once. */
	readonly isCreate?: boolean;
}

/** Makes an error of what goes on from "The installation …". */
export type UnknownOutcome = (what: string, status?: number) => PusherError;

/**
 * The one way to the installation: waits until the run may send, sends, waits for the rate limit,
 * repeats what is safe to repeat, and judges the response.
 *
 * @returns the response's JSON object, or undefined if it is empty, as a delete's may be
 * @throws {PusherError} in all other cases, with the outcome `unknown` if a write may have been done
 */
export async function request(
	sender: Sender,
	apiRequest: ApiRequest,
): Promise<JsonRecord | undefined> {
	const { throttle } = sender.run;
	let attempt = 1;
	let mayHaveArrived = false;

	for (;;) {
		const outcome = await attemptInTurn(sender, apiRequest);

		switch (outcome.is) {
			case 'ok':
				throttle.onAccepted();
				return outcome.json;
			case 'refused':
				throttle.onAccepted();
				throw refusal(apiRequest, outcome);
			case 'unauthorized':
				throttle.onAccepted();
				throw await refusedOrWrongKey(sender, apiRequest, outcome);
			case 'notFound':
				throttle.onAccepted();
				// An earlier attempt at the same delete got through, although its response did not.
				if (apiRequest.method === 'DELETE' && mayHaveArrived) return undefined;
				throw notFound(apiRequest, outcome);
			case 'rateLimited':
				throttle.onRateLimited(outcome.status, outcome.waitMs);
				break;
			case 'notSent':
			case 'unknown':
				if (apiRequest.method === 'POST' || attempt === MAX_ATTEMPTS) {
					throw unknownOutcome(apiRequest, outcome);
				}
				attempt += 1;
				mayHaveArrived ||= outcome.is === 'unknown';
				await throttle.backOff(attempt);
		}
	}
}

/** Sends once, when there is room for the request and the throttle allows it. */
async function attemptInTurn(sender: Sender, apiRequest: ApiRequest): Promise<Outcome> {
	const { throttle, imagePool, requestPool } = sender.run;
	if (!apiRequest.hasImage) {
		return await requestPool.run(async () => {
			await throttle.wait();
			return await attempt(sender, apiRequest);
		});
	}
	return await imagePool.run(async (memory) => {
		await throttle.wait();
		const outcome = await attempt(sender, apiRequest, memory);
		// A server may respond before it has read the whole form, though hardly that it has stored it.
		if (outcome.is !== 'ok') memory.abandon();
		return outcome;
	});
}

/**
 * Sends once.
 *
 * @throws {PusherError} only for a form that can't be made: everything else is an outcome
 */
async function attempt(
	sender: Sender,
	{ method, url, qs, ...apiRequest }: ApiRequest,
	memory?: FormMemory,
): Promise<Outcome> {
	const { context, engineOptions } = sender;
	const form = await apiRequest.form?.(memory);

	try {
		const response: IN8nHttpFullResponse = await withDeadline(
			engineOptions?.timeout,
			context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, {
				...engineOptions,
				method,
				url,
				qs,
				body: form?.body,
				headers: {
					Accept: 'application/json',
					...(form && { 'Content-Type': form.contentType }),
				},
				// A redirect would turn a POST into a GET, or carry the API key to another host.
				disableFollowRedirect: true,
				ignoreHttpStatusErrors: true,
				returnFullResponse: true,
			}),
		);
		const { statusCode: status, headers, body } = response;
		return outcomeOf({ status, headers, body });
	} catch (error) {
		return noResponse(error);
	}
}

/**
 * n8n's own timeout is for a connection on which nothing happens: a response that drips in would take
 * for ever.
 *
 * @throws {Error} with the code ETIMEDOUT a moment after n8n's own would have come
 */
async function withDeadline<T>(timeout = DEFAULT_TIMEOUT_MS, response: Promise<T>): Promise<T> {
	const deadline = AbortSignal.timeout(timeout + 1000);
	let giveUp = () => {};
	const tooLate = new Promise<never>((_, reject) => {
		giveUp = () => reject(Object.assign(new Error('Too late'), { code: 'ETIMEDOUT' }));
	});
	deadline.addEventListener('abort', giveUp);
	try {
		return await Promise.race([response, tooLate]);
	} finally {
		deadline.removeEventListener('abort', giveUp);
	}
}

function refusal(
	{ subject, isCreate }: ApiRequest,
	{ error, stored }: Outcome & { is: 'refused' },
): PusherError {
	// A page and not the API's own words: the path leads nowhere.
	if (subject?.isOptional && error.details.status === 404)
		return listErrors.notProvided(subject.plural);
	if (!isCreate || !subject || !stored) return error;
	return storedErrors.withError({ ...subject, id: stored.id }, stored.apiMessage, stored.status);
}

function notFound(
	{ subject, refersElsewhere }: ApiRequest,
	{ apiMessage, status }: Outcome & { is: 'notFound' },
): PusherError {
	return subject?.id && !refersElsewhere
		? refusalErrors.subjectNotFound(subject, apiMessage, status)
		: refusalErrors.notFound(apiMessage, status);
}

function unknownOutcome(
	apiRequest: ApiRequest,
	outcome: Outcome & { is: 'notSent' | 'unknown' },
): PusherError {
	if (outcome.is === 'notSent') return outcome.error;
	return (apiRequest.unknown ?? connectionErrors.nothingRead)(outcome.what, outcome.status);
}

/**
 * The API answers 401 for a wrong key, but also for a missing field and for a plan that is used up.
 * Whether the key can still read tells them apart.
 */
async function refusedOrWrongKey(
	sender: Sender,
	apiRequest: ApiRequest,
	{ apiMessage, status }: Outcome & { is: 'unauthorized' },
): Promise<PusherError> {
	if (apiRequest.method === 'GET') return refusalErrors.key(apiMessage, status);

	const { run } = sender;
	run.keyError ??= request(sender, { method: 'GET', ...KEY_CHECK }).then(
		() => undefined,
		(error: PusherError) => error,
	);

	const keyError = await run.keyError;
	if (keyError === undefined) return refusalErrors.refusedWithValidKey(apiMessage, status);
	return keyError.details.cause === 'credential-invalid'
		? refusalErrors.key(apiMessage, status)
		: refusalErrors.refused(apiMessage, status);
}
