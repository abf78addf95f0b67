import type { IDataObject } from 'n8n-workflow';

import { MAX_PAGE_SIZE } from '../../api/pageSizes';
import { connectionErrors } from '../../errors/connectionErrors';
import { PusherError } from '../../errors/PusherError';
import { upsertErrors } from '../../errors/upsertErrors';
import { createOperation, withoutOff } from '../../operations/create';
import { fetchEntry } from '../../operations/entry';
import { type Item, type Operation, subjectOf } from '../../operations/item';
import { toOutput } from '../../operations/output';
import { store } from '../../operations/store';
import type { ValidFields } from '../../operations/validate';
import { comparable, isStored, verifyStored } from '../../operations/verifyStored';
import { readPages } from '../../transport/pagination';
import type { UnknownOutcome } from '../../transport/request';
import type { Run } from '../../transport/run';
import type { Entry } from '../../transport/values';

/** What a flow is found by is as it was asked for. */
const FOUND_BY = new Set(['website_id', 'name']);

type Result = 'created' | 'updated' | 'unchanged';

/** What the items of a run know of the account's flows. */
interface KnownFlows {
	/** The list as it was read, with what the items have created and updated since. */
	readonly flows: Entry[];
	/** By website and name: why it isn't known whether there is such a flow now. */
	readonly unsettled: Map<string, PusherError>;
}

const knownFlows = new WeakMap<Run, Promise<KnownFlows>>();

/** Results of the writes that a run has sent. They outlive it as the writes do: see `Run.writes`. */
const results = new WeakMap<Run['writes'], Map<number, Result>>();

/**
 * Creates a flow, or updates the one of that name on the website. The list of flows is read once for a
 * run. Items of one name take turns, in their order, so that they don't create it twice.
 */
export const upsertFlow: Operation = {
	validate: createOperation.validate,

	async execute(item) {
		const key = keyOf(item.fields.website_id, item.fields.name);
		return await item.run.inTurn(`flow ${key}`, async () => {
			const known = await flowsKnownTo(item);
			const doubt = known.unsettled.get(key);
			if (doubt) throw doubt;

			const found = known.flows.filter(
				({ website_id: website, name }) => keyOf(website, name) === key,
			);
			if (found.length > 1) {
				const ids = found.map(({ id }) => String(id));
				throw upsertErrors.severalOfName(subjectOf(item), item.fields.name ?? '', ids);
			}
			const [flow] = found;
			return [flow ? await update(item, flow) : await create(item, key, known)];
		});
	},
};

async function create(item: Item, key: string, known: KnownFlows): Promise<IDataObject> {
	const { name = '' } = item.fields;
	const unknown: UnknownOutcome = (what, status) =>
		connectionErrors.createUnknown(subjectOf(item), name, what, status);
	try {
		const entry = await store(item, withoutOff(item), { unknown, isCreate: true });
		await verifyName(item, entry);
		known.flows.push({ website_id: item.fields.website_id, name, ...entry });
		return { ...toOutput(item, entry), upsertResult: remember(item, 'created') };
	} catch (error) {
		throw noted(error, key, known);
	}
}

/** Under another name, the next run would not find it and create one more. */
async function verifyName(item: Item, entry: Entry): Promise<void> {
	// The others were compared when they were stored.
	if (entry.name !== undefined) return;
	const { name = '' } = item.fields;
	verifyStored({ ...item, fields: { name } }, await fetchEntry(item, String(entry.id)));
}

/** Keeps the next item of the same name from creating what may be there. */
function noted(error: unknown, key: string, known: KnownFlows): PusherError {
	const pusherError =
		error instanceof PusherError ? error : connectionErrors.notSent(String(error));
	if (pusherError.outcome !== 'refused') known.unsettled.set(key, pusherError);
	return pusherError;
}

async function update(item: Item, flow: Entry): Promise<IDataObject> {
	const id = String(flow.id);
	const changes = changesTo(item, flow);
	if (Object.keys(changes).length === 0) {
		const result = results.get(item.run.writes)?.get(item.index) ?? 'unchanged';
		return { ...toOutput(item, flow), upsertResult: result };
	}

	const subject = subjectOf(item, id);
	const unknown: UnknownOutcome = (what, status) =>
		connectionErrors.updateUnknown(subject, what, status);
	const { website_id: website = '', name = '' } = item.fields;
	const updateItem: Item = {
		...item,
		id,
		url: `${item.definition.path}/${id}`,
		// A segment has to belong to the website.
		fields: 'segment' in changes ? { ...changes, website_id: website } : changes,
	};
	// Until it is known how this ends, nothing of the flow is: the next item sends everything.
	for (const field of Object.keys(flow)) if (field !== 'id') delete flow[field];
	Object.assign(flow, { website_id: website, name });
	const entry = await store(updateItem, changes, { unknown });
	Object.assign(flow, entry);
	return { ...toOutput(item, entry), upsertResult: remember(item, 'updated') };
}

/**
 * The fields that differ from what is stored. What a flow doesn't tell is sent, and so is an image,
 * which can't be compared.
 */
function changesTo(item: Item, flow: Entry): ValidFields {
	const { fields } = item;
	const differs = ([name, value]: [string, string]) =>
		!FOUND_BY.has(name) && (name === 'image' || !isStored(item, flow, name, value));
	const changes = Object.fromEntries(Object.entries(fields).filter(differs));

	// One without the other would change what the stored other half means.
	const { wait_time: time, wait_time_type: unit } = fields;
	const hasWait = 'wait_time' in changes || 'wait_time_type' in changes;
	return hasWait && time && unit ? { ...changes, wait_time: time, wait_time_type: unit } : changes;
}

async function flowsKnownTo(item: Item): Promise<KnownFlows> {
	const { listPath, path } = item.definition;
	const known =
		knownFlows.get(item.run) ??
		readPages(item, {
			url: listPath ?? path,
			subject: item.definition,
			pageSize: MAX_PAGE_SIZE,
		}).then(({ entries }) => ({
			flows: entries,
			unsettled: new Map(),
		}));
	knownFlows.set(item.run, known);
	return await known;
}

/** An attempt of *Retry On Fail* finds what an earlier one has done, and tells the same as it. */
function remember(item: Item, result: Result): Result {
	const { writes } = item.run;
	const ofRun = results.get(writes) ?? new Map<number, Result>();
	const first = ofRun.get(item.index) ?? result;
	results.set(writes, ofRun.set(item.index, first));
	return first;
}

/** Installations cut spaces around a name, and store some characters as HTML needs them. */
function keyOf(website: unknown, name: unknown): string {
	return JSON.stringify([String(website), comparable(String(name))]);
}
