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

/** What n8n sets where the node's settings name no other. */
const USUAL_TIME_OUT_MS = 300_000;

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
	let mayHaveArrived = false;

	for (;;) {
		const verdict = await inTurn(sender, request);

		switch (verdict.is) {
			case 'sound':
				run.pace.accepted();
				return verdict.json;
			case 'refused':
				throw (request.once && verdict.made) ?? verdict.failure;
			case 'unauthorised':
				throw await refusedOrBadKey(sender, request, verdict);
			case 'missing':
				// An earlier attempt at the same delete got through, although its reply did not.
				if (request.method === 'DELETE' && mayHaveArrived) return undefined;
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
				mayHaveArrived ||= verdict.unsent === undefined;
				await run.pace.backOff(attempt);
		}
	}
}

/** Sends once, when there is room for the request and the installation is not to be left alone. */
async function inTurn(sender: Sender, request: ApiRequest): Promise<Verdict> {
	const { pace, pictures, requests } = sender.run;
	if (!request.hasPicture) {
		return await requests.use(async () => {
			await pace.clearance();
			return await exchange(sender, request);
		});
	}
	return await pictures.use(async (memory) => {
		await pace.clearance();
		return await exchangePicture(sender, request, memory);
	});
}

async function exchangePicture(
	sender: Sender,
	request: ApiRequest,
	memory: FormMemory,
): Promise<Verdict> {
	const verdict = await exchange(sender, request, memory);
	// A server may answer before it has read all of the form, though hardly that it has stored it.
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
		const reply: IN8nHttpFullResponse = await withinTime(
			sender,
			sender.context.helpers.httpRequestWithAuthentication.call(sender.context, CREDENTIAL, {
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
			}),
		);
		return verdictOn({ status: reply.statusCode, headers: reply.headers, body: reply.body });
	} catch (error) {
		return verdictOnNoReply(error);
	}
}

/**
 * n8n's own time-out is for a connection on which nothing happens: a reply that drips in would take
 * for ever.
 *
 * @throws {Error} with the code ETIMEDOUT a moment after n8n's own would have come
 */
async function withinTime<T>({ engineOptions }: Sender, reply: Promise<T>): Promise<T> {
	const deadline = AbortSignal.timeout((engineOptions?.timeout ?? USUAL_TIME_OUT_MS) + 1000);
	let giveUp = () => {};
	const tooLate = new Promise<never>((_, reject) => {
		giveUp = () => reject(Object.assign(new Error('Too late'), { code: 'ETIMEDOUT' }));
	});
	deadline.addEventListener('abort', giveUp);
	try {
		return await Promise.race([reply, tooLate]);
	} finally {
		deadline.removeEventListener('abort', giveUp);
	}
}

/** The request was sent and no reply came, or it was not even sent. */
function verdictOnNoReply(error: unknown): Verdict {
	const chain = [...causes(error)];
	const wrong = chain.find(({ name }) => name === 'CredentialError');
	if (wrong) return { is: 'refused', failure: connectionFailures.credential(wrong.message) };

	const network = chain.find(isNetworkError);
	if (network === undefined) {
		const said = chain[0]?.message ?? String(error);
		return { is: 'refused', failure: connectionFailures.notSent(said) };
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
 * again, also those that were done. Then it gives the reply of that time, or fails as it did where
 * the write may have been done, or was but not as asked.
 *
 * The item alone says which write that was: a text from an expression may be another at each try.
 *
 * In, out and throws: as `send`.
 */
export async function sendOnce(item: Item, request: ApiRequest): Promise<JsonRecord | undefined> {
	const { replies } = item.run;
	const earlier = replies.get(item.index);
	if (earlier) return await earlier;

	const reply = send(item, request);
	replies.set(item.index, reply);
	reply.catch((failure) => {
		if (!isToBeKept(failure, request)) replies.delete(item.index);
	});
	return await reply;
}

function isToBeKept(failure: unknown, { once }: ApiRequest): boolean {
	if (!(failure instanceof Failure)) return false;
	return failure.outcome === 'stored' || (failure.outcome === 'unknown' && once === true);
}
