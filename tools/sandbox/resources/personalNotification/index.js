'use strict';

const { collectionRoutes, operationsOf } = require('../../collection.js');
const { imageRoutes } = require('../common/image.js');
const { createNotification, updateNotification } = require('./form.js');
const { work } = require('./release.js');
const { NOTIFICATIONS, addNotification, reportNotification } = require('./store.js');
const { switches } = require('./switches.js');

const PATH = 'personal-notifications';

const routes = {
	...collectionRoutes({
		path: PATH,
		table: NOTIFICATIONS,
		operations: operationsOf(PATH, ['list', 'get', 'create', 'update', 'delete']),
		list: {
			idName: 'personal_notification_id',
			search: ['name', 'title', 'description', 'url'],
			equal: ['website_id', 'status'],
			datetimes: ['datetime', 'last_datetime', 'sent_datetime', 'scheduled_datetime'],
			orders: ['datetime', 'last_datetime', 'sent_datetime', 'scheduled_datetime', 'name', 'title'],
		},
		report: reportNotification,
		create: createNotification,
		update: updateNotification,
	}),
	...imageRoutes(PATH, NOTIFICATIONS),
};

/** @param {import('../../installation.js').Installation} installation */
const controls = (installation) => ({
	/** @param {import('./store.js').PartialNotification} [partial] */
	addPersonalNotification: (partial = {}) =>
		reportNotification(installation, addNotification(installation, partial)),
	personalNotifications: () =>
		NOTIFICATIONS.in(installation).rows.map((row) => reportNotification(installation, row)),
});

module.exports = { controls, routes, switches, work };
