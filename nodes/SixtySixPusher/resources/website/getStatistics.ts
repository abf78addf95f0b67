import type { IDataObject } from 'n8n-workflow';

import { connectionErrors } from '../../errors/connectionErrors';
import { inputErrors } from '../../errors/inputErrors';
import { statisticsErrors } from '../../errors/statisticsErrors';
import { type Operation, subjectOf } from '../../operations/item';
import { labelOf } from '../../operations/validate';
import { request } from '../../transport/request';
import { isRecord } from '../../transport/values';
import { OVERVIEW } from './statistics';

/** Statistics are one list, without pages: a row for each day, country, … */
export const getStatistics: Operation = {
	validate({ definition, fields }) {
		const { start_date: start = '', end_date: end = '' } = fields;
		const missing = ['start_date', 'end_date'].find((name) => fields[name] === undefined);
		if (missing !== undefined) throw inputErrors.empty(labelOf(definition, missing));
		if (end < start) {
			throw inputErrors.beforeOther(
				labelOf(definition, 'end_date'),
				labelOf(definition, 'start_date'),
			);
		}
	},

	async execute(item) {
		const { type = OVERVIEW } = item.fields;
		const response = await request(item, {
			method: 'GET',
			url: item.url,
			qs: item.fields,
			subject: subjectOf(item),
		});

		const rows: unknown = response?.data;
		if (!Array.isArray(rows) || !rows.every(isRow)) {
			throw connectionErrors.nothingRead('answered with something other than statistics');
		}
		// An installation that doesn't know the breakdown would count by day.
		const column = type === OVERVIEW ? 'formatted_date' : type;
		if (!rows.every((row) => column in row)) {
			throw statisticsErrors.otherBreakdown(labelOf(item.definition, 'type'), type);
		}
		return rows.map((row) => ({ subscribers: row.subscribers, [column]: row[column] }));
	},
};

function isRow(row: unknown): row is IDataObject {
	return isRecord(row) && row.subscribers !== undefined;
}
