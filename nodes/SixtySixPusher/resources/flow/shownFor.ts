import type { INodeProperties } from 'n8n-workflow';

/**
 * The properties, shown for these operations on flows and for nothing else.
 *
 * n8n-workflow's `updateDisplayOptions` does the same by merging deeply; the first time, that takes
 * longer than to load the whole node.
 */
export function shownFor(operations: string[], properties: INodeProperties[]): INodeProperties[] {
	return properties.map((property) => ({
		...property,
		displayOptions: {
			show: { ...property.displayOptions?.show, resource: ['flow'], operation: operations },
		},
	}));
}
