import { connectionFailures } from '../../transport/failures';
import type { Task } from '../../transport/road';
import { sendOnce, type UnclearFailure } from '../../transport/send';

export const deleteFlow: Task = {
	async run(item) {
		const { url, flowId } = item;
		const unknown: UnclearFailure = (what, status) =>
			connectionFailures.deleteUnknown(what, flowId, status);

		const reply = await sendOnce(item, { method: 'DELETE', url, flowId, unknown });
		// No delete gives a list: something else answered this.
		if (Array.isArray(reply?.data)) throw unknown('answered with a list of flows');

		return [{ deleted: true, id: Number(flowId) }];
	},
};
