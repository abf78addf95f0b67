import { labelOf } from '../common/lists';
import type { Resource } from '../definition';
import { flow } from './definition';
import { flowDescription } from './description';
import { flowHints } from './hints';

export const flowResource: Resource = {
	definition: flow,
	description: flowDescription,
	hints: flowHints,
	lists: {
		getFlows: {
			path: '/flows/',
			singular: 'flow',
			plural: 'flows',
			labelOf: ({ id, name }) => labelOf(name, 'Flow', `ID ${id}`),
		},
	},
};
