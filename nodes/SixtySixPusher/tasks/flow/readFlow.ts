import type { Task } from '../../transport/road';
import { fetchFlow, toOutput } from './flow';
import { switchOption } from './options';

export const readFlow: Task = {
	check(item) {
		switchOption(item, 'simplify');
	},

	async run(item) {
		const flow = await fetchFlow(item, item.flowId);
		return [toOutput(item, flow)];
	},
};
