import { describedAs, rulesOf } from '../common/field';
import { website as websiteField } from '../common/locators';
import type { ResourceDefinition } from '../definition';
import { breakdown, endDate, startDate } from './statistics';

export const websiteId = describedAs(websiteField, 'The website to work on');

export const website: ResourceDefinition = {
	name: 'website',
	label: 'Website',
	singular: 'website',
	plural: 'websites',
	path: '/websites',
	idField: 'website_id',
	fields: rulesOf([websiteId, startDate, endDate, breakdown]),
	simplified: {},
	outputs: { getStatistics: { subscribers: 'integer', formatted_date: 'string' } },
};
