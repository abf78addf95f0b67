'use strict';

const { earliest } = require('../../time/datetime.js');
const { spawnCampaign } = require('../campaign/spawn.js');
const { withTotals } = require('../common/automation.js');
const { RECURRING, planned } = require('./store.js');

/** @param {import('./store.js').RecurringRow} row */
const dueAt = ({ is_enabled, stored }) => (is_enabled ? (stored.nextAt ?? Infinity) : Infinity);

/** @type {import('../../time/schedule.js').Work} */
const work = {
	run(installation) {
		const table = RECURRING.in(installation);
		const due = table.rows.filter((row) => dueAt(row) <= installation.clock.now());
		for (const row of due) {
			const recipients = spawnCampaign(installation, row);
			const counted = withTotals(row, [recipients]);
			const last_run_datetime = installation.datetime();
			table.replace(planned(installation, { ...counted, last_run_datetime }));
		}
	},
	nextAt: (installation) => earliest(RECURRING.in(installation).rows.map(dueAt)),
};

module.exports = { work };
