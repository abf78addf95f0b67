import { connectionFailures } from '../../transport/failures';
import type { Task } from '../../transport/road';
import { sendOnce, type UnclearFailure } from '../../transport/send';
import { isRecord } from '../../transport/values';

export const deleteFlow: Task = {
	async run(item) {
		const { url, flowId } = item;
		const unknown: UnclearFailure = (what, status) =>
			connectionFailures.deleteUnknown(what, flowId, status);

		const reply = await sendOnce(item, { method: 'DELETE', url, flowId, unknown });
		checkIsAboutFlow(reply?.data, flowId, unknown);

		return [{ deleted: true, id: Number(flowId) }];
	},
};

/** @throws {Failure} when something else answered: no delete gives a list, or another flow */
function checkIsAboutFlow(data: unknown, flowId: string, unknown: UnclearFailure): void {
	if (Array.isArray(data)) throw unknown('answered with a list of flows');
	const id = isRecord(data) ? (data.id ?? flowId) : flowId;
	if (String(id) !== flowId) throw unknown(`answered with flow ${id} instead of flow ${flowId}`);
}
