import { ALL_SUBSCRIBERS } from '../../api/allSubscribers';
import type { ListSource } from '../definition';

/** The lists that several resources refer to. */
export const commonLists = {
	getSegments: {
		path: '/segments',
		singular: 'segment',
		plural: 'segments',
		before: [{ name: 'All Subscribers', value: ALL_SUBSCRIBERS }],
		ofChosenWebsite: true,
		labelOf: ({ id, name }) => labelOf(name, 'Segment', `ID ${id}`),
	},
	getWebsites: {
		path: '/websites',
		singular: 'website',
		plural: 'websites',
		labelOf: ({ id, name, host, path }) =>
			labelOf(
				name,
				`Website ${id}`,
				[host, path].filter((part) => typeof part === 'string').join(''),
			),
	},
} satisfies Record<string, ListSource>;

/** A name and, in brackets, what tells it from another of the same name. */
export function labelOf(name: unknown, fallback: string, distinction: string): string {
	const shown = typeof name === 'string' && name.trim() !== '' ? name.trim() : fallback;
	return distinction === '' ? shown : `${shown} (${distinction})`;
}
