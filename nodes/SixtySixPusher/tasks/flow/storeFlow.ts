import type { IDataObject } from 'n8n-workflow';

import { FIELDS } from '../../api/fields';
import { checkComplete, type CheckedFields } from '../../transport/checks';
import {
	connectionFailures,
	type Failure,
	inputFailures,
	storedFailures,
} from '../../transport/failures';
import { toForm } from '../../transport/form';
import { checkImage, readImage } from '../../transport/image';
import type { Item, Task } from '../../transport/road';
import { type ApiRequest, sendOnce, type UnclearFailure } from '../../transport/send';
import { isRecord, type JsonRecord } from '../../transport/values';
import { checkAudience, checkSegment } from './audience';
import { fetchFlow, type Flow, flowIn, toOutput } from './flow';
import { switchOption } from './options';

export const createFlow: Task = {
	check(item) {
		checkComplete(item.fields);
		checkStore(item);
	},

	async run(item) {
		const { name } = item.fields;
		const unknown: UnclearFailure = (what, status) =>
			connectionFailures.createUnknown(what, name, status);

		const fields = withoutOffSwitches(item.fields);
		const { output } = await storeFlow(item, fields, { unknown, once: true });
		return [output];
	},
};

export const updateFlow: Task = {
	check(item) {
		if (Object.keys(item.fields).length === 0) throw inputFailures.nothingToUpdate();
		checkStore(item);
	},

	async run(item) {
		const unknown: UnclearFailure = (what, status) =>
			connectionFailures.changeUnknown(what, item.flowId, status);

		const { flow, output } = await storeFlow(item, item.fields, { unknown });
		checkCleared(flow, item.fields);
		return [output];
	},
};

function checkStore(item: Item): void {
	const { image } = item.fields;
	if (image !== undefined) checkImage(item.context, image);
	switchOption(item, 'simplify');
	switchOption(item, 'returnFlow');
}

/** A new flow has these off unless the field is there at all, whatever its value. */
function withoutOffSwitches(fields: CheckedFields): CheckedFields {
	const isOff = (name: string, value: string) => FIELDS[name].onWhenPresent && value === '0';
	return Object.fromEntries(Object.entries(fields).filter(([name, value]) => !isOff(name, value)));
}

async function storeFlow(
	item: Item,
	{ image, ...texts }: CheckedFields,
	{ unknown, once }: { unknown: UnclearFailure } & Pick<ApiRequest, 'once'>,
): Promise<{ flow: Flow; output: IDataObject }> {
	await checkSegment(item);

	const reply = await sendOnce(item, {
		method: 'POST',
		url: item.url,
		flowId: item.flowId,
		form: async (memory) =>
			toForm(image ? { ...texts, image: await readImage(item.context, image) } : texts, memory),
		hasPicture: image !== undefined,
		unknown,
		once,
	});

	const told = flowIn(reply, item.flowId, unknown);
	const readsBack = !tellsAudience(told) && switchOption(item, 'returnFlow');
	const flow = readsBack ? await readBack(item, String(told.id)) : told;

	checkAudience(flow, texts);
	return { flow, output: toOutput(item, flow) };
}

/** A flow that doesn't tell its website is its ID alone, or little more. */
function tellsAudience(flow: Flow): boolean {
	return flow.website_id !== undefined;
}

async function readBack(item: Item, flowId: string): Promise<Flow> {
	return await fetchFlow(item, flowId).catch((failure: Failure) => {
		throw storedFailures.notReadBack(flowId, failure.message);
	});
}

/**
 * Some installations leave a text as it is where an empty one is sent.
 *
 * @throws {Failure} when the flow still has a text that was to be cleared
 */
function checkCleared(flow: Flow, asked: CheckedFields): void {
	const stored: JsonRecord = { ...(isRecord(flow.settings) ? flow.settings : {}), ...flow };
	const kept = Object.keys(asked).find((name) => asked[name] === '' && Boolean(stored[name]));
	if (kept !== undefined) throw storedFailures.notCleared(String(flow.id), FIELDS[kept].label);
}
