'use strict';

/** The types of subscriber events in the installations' documentation. */
const EVENT_TYPES = [
	'subscribed',
	'unsubscribed',
	'permission_denied',
	'displayed_notification',
	'clicked_notification',
	'closed_notification',
	'push_notification_sent',
	'expired_deleted',
	'manually_deleted',
];

module.exports = { EVENT_TYPES };
