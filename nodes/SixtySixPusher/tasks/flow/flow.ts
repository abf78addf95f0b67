import type { IDataObject } from 'n8n-workflow';

import { SIMPLIFIED_FIELDS } from '../../api/fields';
import { connectionFailures } from '../../transport/failures';
import type { Item } from '../../transport/road';
import { send, type UnclearFailure } from '../../transport/send';
import { isRecord, type JsonRecord, positiveInteger } from '../../transport/values';
import { switchOption } from './options';

/** A flow as the API sent it, whole or its ID alone. */
export interface Flow extends IDataObject {
	id: number | string;
}

/** Names under which an installation may tell a secret of the flow's website or owner. */
const SECRET = /^(?:private_?key|api_?key)$/i;

export function isFlow(value: unknown): value is Flow {
	return isRecord(value) && positiveInteger(value.id) !== undefined;
}

/**
 * The flow in a reply's `data`.
 *
 * @throws {Failure} made by `unclear`, when there is none, or another one than `flowId` where that is not empty
 */
export function flowIn(
	reply: JsonRecord | undefined,
	flowId: string,
	unclear: UnclearFailure,
): Flow {
	const data = reply?.data;
	if (Array.isArray(data)) throw unclear('answered with a list where one flow belongs');
	if (!isFlow(data)) throw unclear("answered without the flow's ID");
	if (flowId !== '' && positiveInteger(data.id) !== flowId) {
		throw unclear(`answered with flow ${data.id} instead of flow ${flowId}`);
	}
	return data;
}

/** @throws {Failure} when the flow can't be read */
export async function fetchFlow(item: Item, flowId: string): Promise<Flow> {
	const reply = await send(item, { method: 'GET', url: `/flows/${flowId}`, flowId });
	return flowIn(reply, flowId, connectionFailures.nothingRead);
}

/** The flow as the node gives it: its most useful fields, or, with *Simplify* off, all of them. */
export function toOutput(item: Item, flow: Flow): IDataObject {
	if (!switchOption(item, 'simplify')) return withoutSecrets(flow);

	const present = SIMPLIFIED_FIELDS.filter((name) => name in flow);
	return Object.fromEntries(present.map((name) => [name, flow[name]]));
}

/** The flow itself where it holds no secret: a copy of each of ten thousand flows takes a while. */
function withoutSecrets(flow: IDataObject): IDataObject {
	if (!holdsSecret(flow)) return flow;
	return JSON.parse(JSON.stringify(flow), (name, value) =>
		isSecret(name, value) ? undefined : value,
	);
}

/** Keys that come as one text can't be told apart. */
function isSecret(name: string, value: unknown): boolean {
	return SECRET.test(name) || (name === 'keys' && typeof value === 'string');
}

function holdsSecret(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(holdsSecret);
	if (!isRecord(value)) return false;
	for (const name in value) {
		if (isSecret(name, value[name]) || holdsSecret(value[name])) return true;
	}
	return false;
}
