import { describedAs, rulesOf } from '../common/field';
import { search } from '../common/listFields';
import { website as websiteLocator } from '../common/locators';
import type { ResourceDefinition } from '../definition';
import { breakdown, endDate, startDate } from './statistics';

export const websiteId = describedAs(websiteLocator, 'The website to get');

export const filters = [
	describedAs(search, 'Text to look for in the name, in upper or lower case'),
];

export const website: ResourceDefinition = {
	name: 'website',
	label: 'Website',
	singular: 'website',
	plural: 'websites',
	isOptional: true,
	path: '/websites',
	idField: 'website_id',
	fields: rulesOf([websiteId, ...filters, startDate, endDate, breakdown]),
	simplified: {
		id: 'integer',
		name: 'string',
		scheme: 'string',
		host: 'string',
		path: 'string',
		is_enabled: 'boolean',
		total_subscribers: 'integer',
		datetime: 'string',
	},
	outputs: { getStatistics: { subscribers: 'integer', formatted_date: 'string' } },
	// The API's entry also contains the website's private key.
	publicFields: /^(?:id|name|scheme|host|path|is_enabled|total_\w+|(?:\w+_)?datetime)$/,
};
