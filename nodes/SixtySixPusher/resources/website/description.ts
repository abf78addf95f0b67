import type { INodeProperties } from 'n8n-workflow';

import { execute } from '../../routing';
import { showFor } from '../common/commonProperties';
import { queryFields } from '../common/field';
import { website, websiteId } from './definition';
import { breakdown, endDate, startDate } from './statistics';

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['website'] } },
	options: [
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
	default: 'getStatistics',
};

export const websiteDescription: INodeProperties[] = [
	operation,
	...showFor(
		website,
		['getStatistics'],
		[
			...queryFields([websiteId, startDate, endDate]).map((property) => ({
				...property,
				required: true,
			})),
			...queryFields([breakdown]),
		],
	),
];
