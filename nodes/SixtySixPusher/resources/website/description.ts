import type { INodeProperties } from 'n8n-workflow';

import { execute } from '../../routing';
import { showFor, simplify } from '../common/commonProperties';
import { describedAs, queryFields } from '../common/field';
import { getAllProperties } from '../common/listFields';
import { filters, website, websiteId } from './definition';
import { breakdown, endDate, startDate } from './statistics';

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['website'] } },
	options: [
		{
			name: 'Get',
			value: 'get',
			action: 'Get website',
			description: 'Get one website with its address and number of subscribers',
			routing: {
				request: { method: 'GET', url: '/websites/{website_id}' },
				...execute(website, 'get'),
			},
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many websites',
			description: 'List the websites of the account, optionally filtered',
			routing: { request: { method: 'GET', url: '/websites' }, ...execute(website, 'getAll') },
		},
		{
			name: 'Get Statistics',
			value: 'getStatistics',
			action: 'Get website statistics',
			description:
				"Count a website's subscribers by the day on which they came, or by country, browser and more",
			routing: {
				request: { method: 'GET', url: '/subscribers-statistics/{website_id}' },
				...execute(website, 'getStatistics'),
			},
		},
	],
	default: 'getAll',
};

const websiteIdProperties = queryFields([websiteId]).map((property) => ({
	...property,
	required: true,
}));

const statisticsProperties: INodeProperties[] = [
	...queryFields([
		describedAs(websiteId, 'The website whose subscribers are counted'),
		startDate,
		endDate,
	]).map((property) => ({ ...property, required: true })),
	...queryFields([breakdown]),
];

export const websiteDescription: INodeProperties[] = [
	operation,
	...showFor(website, ['get'], websiteIdProperties),
	...showFor(website, ['getAll'], getAllProperties(website.plural, { filters })),
	...showFor(website, ['getStatistics'], statisticsProperties),
	...showFor(website, ['get', 'getAll'], [simplify]),
];
