import type {
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { PAGE_SIZES } from '../api/pages';
import { connectionFailures, Failure, refusalFailures } from './failures';
import type { Form, FormMemory } from './form';
import { type Verdict, verdictOn } from './reply';
import type { Item } from './road';
import type { Run } from './run';
import type { JsonRecord } from './values';

export const CREDENTIAL = 'sixtySixPusherApi';

/** The smallest list there is. */
const KEY_CHECK = { results_per_page: PAGE_SIZES[0] };

/** What may be repeated is tried this many times when nobody knows what became of it. */
const MOST_ATTEMPTS = 3;

/** The connection was never made, so that the request can't have reached the installation. */
const NOT_CONNECTED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EADDRNOTAVAIL',
	'EPROTO',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** On whose behalf a request is sent. */
export interface Sender {
	readonly context: IExecutePaginationFunctions | ILoadOptionsFunctions;
	readonly run: Run;
	/** What n8n sets for every request of the node: time-out, proxy, allowed domains. */
	readonly engineOptions?: Partial<IHttpRequestOptions>;
}

export interface ApiRequest {
	readonly method: 'GET' | 'POST' | 'DELETE';
	/** Path below the API's address. */
	readonly url: string;
	readonly qs?: IDataObject;
	/** Made anew each time that the request's turn has come: it may hold a large file. */
	readonly form?: (memory?: FormMemory) => Promise<Form>;
	/** Whether the form holds a file. */
	readonly hasPicture?: boolean;
	/** The flow that it is about, where it is about one. */
	readonly flowId?: string;
	/** For a request that changes something: what to say when nobody knows whether it did. */
	readonly unknown?: UnclearFailure;
	/** Doing it twice is not the same as doing it once. */
	readonly once?: true;
}

/** Makes a failure of what goes on from "The installation …". */
export type UnclearFailure = (what: string, status?: number) => Failure;

/**
 * The one way to the installation: waits until the run may send, sends, waits out the rate limit,
 * repeats what may be repeated, and judges the reply.
 *
 * Out: the reply's JSON object, or undefined where it is empty, as a delete's may be.
 *
 * @throws {Failure} in all other cases, with the outcome `unknown` where a write may have been done
 */
export async function send(sender: Sender, request: ApiRequest): Promise<JsonRecord | undefined> {
	const { run } = sender;
	let attempt = 1;

	for (;;) {
		await run.pace.clearance();
		const verdict = await (request.hasPicture
			? run.pictures.use((memory) => exchangePicture(sender, request, memory))
			: run.requests.use(() => exchange(sender, request)));

		switch (verdict.is) {
			case 'sound':
				run.pace.accepted();
				return verdict.json;
			case 'refused':
				throw verdict.failure;
			case 'unauthorised':
				throw await refusedOrBadKey(sender, request, verdict);
			case 'missing':
				// An earlier attempt at the same delete got through, although its reply did not.
				if (request.method === 'DELETE' && attempt > 1) return undefined;
				// A write names a website and a segment too, and any of them may be the one missing.
				throw request.flowId && request.method !== 'POST'
					? refusalFailures.noFlow(request.flowId, verdict.said, verdict.status)
					: refusalFailures.notFound(verdict.said, verdict.status);
			case 'tooMany':
				run.pace.refused(verdict.status, verdict.wait);
				break;
			case 'unclear':
				if (request.method === 'POST' || attempt === MOST_ATTEMPTS) {
					throw unclear(request, verdict);
				}
				attempt += 1;
				await run.pace.backOff(attempt);
		}
	}
}

async function exchangePicture(
	sender: Sender,
	request: ApiRequest,
	memory: FormMemory,
): Promise<Verdict> {
	const verdict = await exchange(sender, request, memory);
	// A server may refuse a form before it has read all of it.
	if (verdict.is !== 'sound') memory.leave();
	return verdict;
}

/** Sends once. Nothing is thrown, but for a form that can't be made: the rest is a verdict too. */
async function exchange(
	sender: Sender,
	request: ApiRequest,
	memory?: FormMemory,
): Promise<Verdict> {
	const form = await request.form?.(memory);

	try {
		const reply: IN8nHttpFullResponse =
			await sender.context.helpers.httpRequestWithAuthentication.call(sender.context, CREDENTIAL, {
				...sender.engineOptions,
				method: request.method,
				url: request.url,
				qs: request.qs,
				body: form?.body,
				headers: {
					Accept: 'application/json',
					...(form && { 'Content-Type': form.contentType }),
				},
				// A redirect would turn a POST into a GET, or carry the API key to another host.
				disableFollowRedirect: true,
				ignoreHttpStatusErrors: true,
				returnFullResponse: true,
			});
		return verdictOn({ status: reply.statusCode, headers: reply.headers, body: reply.body });
	} catch (error) {
		return verdictOnNoReply(error);
	}
}

/** The request was sent and no reply came, or it was not even sent. */
function verdictOnNoReply(error: unknown): Verdict {
	const chain = [...causes(error)];
	const wrong = chain.find(({ name }) => name === 'CredentialError');
	if (wrong) return { is: 'refused', failure: connectionFailures.credential(wrong.message) };

	const network = chain.find(isNetworkError);
	if (network === undefined) {
		const [{ message }] = chain;
		return { is: 'refused', failure: connectionFailures.notSent(message) };
	}
	return {
		is: 'unclear',
		what: `did not reply (${network.code})`,
		unsent: NOT_CONNECTED.has(network.code)
			? connectionFailures.notConnected(network.code)
			: undefined,
	};
}

/** The error, what caused it, and so on: n8n wraps what its HTTP client throws. */
function* causes(error: unknown): Generator<Error> {
	for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause;
}

function isNetworkError(error: Error): error is Error & { code: string } {
	return 'code' in error && typeof error.code === 'string' && /^[A-Z][A-Z\d_]+$/.test(error.code);
}

function unclear(request: ApiRequest, verdict: Verdict & { is: 'unclear' }): Failure {
	if (verdict.unsent) return verdict.unsent;
	return (request.unknown ?? connectionFailures.nothingRead)(verdict.what, verdict.status);
}

/**
 * The API answers 401 for a wrong key, but also for a missing field and for a plan that is used up.
 * Whether the key can still read tells them apart.
 */
async function refusedOrBadKey(
	sender: Sender,
	request: ApiRequest,
	{ said, status }: Verdict & { is: 'unauthorised' },
): Promise<Failure> {
	if (request.method === 'GET') return refusalFailures.key(said, status);

	const { run } = sender;
	run.keyFailure ??= send(sender, { method: 'GET', url: '/flows/', qs: KEY_CHECK }).then(
		() => undefined,
		(failure: Failure) => failure,
	);

	const keyFailure = await run.keyFailure;
	if (keyFailure === undefined) return refusalFailures.refusedWithGoodKey(said, status);
	return keyFailure.details.cause === 'credential-invalid'
		? refusalFailures.key(said, status)
		: refusalFailures.refused(said, status);
}

/**
 * Sends a write, unless an earlier try of this run has: *Retry On Fail* runs all items of the node
 * again, also those that were done. Then it gives the reply of that time, or, for a request that
 * must not be sent twice and may have been done, fails as it did.
 *
 * In, out and throws: as `send`.
 */
export async function sendOnce(item: Item, request: ApiRequest): Promise<JsonRecord | undefined> {
	const { written } = item.run;
	const what = JSON.stringify([request.method, request.url, item.fields]);
	const earlier = written.get(item.index);
	if (earlier?.what === what) return await earlier.reply;

	const reply = send(item, request);
	written.set(item.index, { what, reply });
	reply.catch((failure) => {
		const mayBeDone = failure instanceof Failure && failure.outcome === 'unknown';
		if (!(mayBeDone && request.once)) written.delete(item.index);
	});
	return await reply;
}
