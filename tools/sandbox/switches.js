'use strict';

/**
 * In what installations differ, or have been reported to, whatever the resource.
 *
 * @typedef {object} CommonBehaviour
 * @property {'en' | 'zh' | 'pl'} language language of messages and pages
 * @property {'?&page=' | '?page='} linkQuery how `links` print the page
 * @property {string | null} linksHost another host ('old.example') or origin printed in `links`;
 *   null: the installation's own
 * @property {'newest' | 'oldest' | 'lastActivity' | 'none'} defaultOrder order of a list where none is
 *   asked for: by ID, by the last change, or none that a client could rely on
 * @property {1 | 2 | 3 | 4} generation what a list can be asked for: 3 or 4 where newerListParameters
 *   is on, 1 or 2 where it is off
 * @property {boolean} newerListParameters search, website_id, datetime_* and order_* are honoured |
 *   ignored without a word
 * @property {boolean} withMeta a list carries `meta` | has none at all
 * @property {boolean} withTotal `meta` tells the total | only the number of pages
 * @property {number} totalError how much the total in `meta` is wrong
 * @property {number | null} pageCap no page holds more than this, whatever size is asked for
 * @property {boolean} pageCapInMeta `meta` reckons with the capped size | with the size asked for
 * @property {boolean} searchFolds a search finds letters with and without accents | as they are typed
 * @property {'total' | 'total_results'} totalName name of the total in `meta`
 * @property {boolean} pageAsText `meta.page` is '2' | 2
 * @property {boolean} totalPagesAsText `meta.total_pages` is '2' | 2
 * @property {'id' | 'topId' | 'flow'} replyWith create and update answer with `{data: {id}}` | `{id}` |
 *   all of the entry, whatever the resource
 * @property {number} createStatus 200 | 201
 * @property {number} deleteStatus 200 with an empty body | 204
 * @property {'fallback' | 'refuse'} unknownWebsite an entry lands on the first website | 404
 * @property {'all' | 'refuse'} unknownSegment an unknown segment, or one of another website, becomes
 *   `all` | 404
 * @property {'all' | 'kept'} updateWithoutSegment an update of a campaign, recurring campaign or RSS
 *   automation that names no segment makes it one for everybody | leaves its audience as it was
 * @property {boolean} saveMakesDraft `save` makes a draft | is ignored
 * @property {'now' | 'refuse'} malformedSchedule what is scheduled for no date, or one in another form
 *   than Y-m-d H:i:s, is sent now | refused
 * @property {boolean} updateKeepsSchedule an update that does not name the schedule keeps it | drops it
 * @property {boolean} unscheduledHasDate `scheduled_datetime` of what is not scheduled is the time of its
 *   creation | null
 * @property {boolean} truncatesText over-long text is cut without a word | stored as sent
 * @property {boolean} presenceMeansTrue on create is_silent, is_auto_hide, is_scheduled, save and
 *   use_rss_image are on when present, and
 *   the text 'false' is true everywhere | 'false', '0' and '' are false
 * @property {boolean} emptyOverwrites on update an empty value overwrites, even a required field |
 *   is ignored
 * @property {boolean} lenientIds '12abc' acts on 12 | is unknown
 * @property {number} missingFieldStatus a missing required field answers 401 like a bad key | 400
 * @property {'reset' | 'retryAfter' | 'retryAfterDate' | 'none'} rateLimitHeaders X-RateLimit-* and
 *   no Retry-After | Retry-After alone, in seconds or as a date | nothing
 * @property {{ limit: number, windowMs: number } | null} rateLimit requests a key has in a window
 * @property {boolean} planHasApi false: every key is refused, the plan has no API access
 * @property {number} maxImageBytes a larger image is refused
 * @property {boolean} keepImageBytes false: only size and hash of an upload are kept
 * @property {boolean} reportsUtm `settings` of a message carry `utm` | hide it
 * @property {boolean} stripsTags texts lose what looks like a tag: 'I <3 you' is stored as 'I'
 * @property {number | null} postMaxBytes a larger request arrives as a form without fields
 * @property {boolean} fileUploads false: files are ignored without a word
 * @property {string} timezone the installation's clock: all datetimes that it tells
 * @property {string} accountTimezone the account's clock, on which scheduled_datetime is read
 * @property {string[]} missing what the installation lacks: a path such as 'segments' answers with an
 *   HTML 404 page, an operation such as 'segments.delete' with 404 and errors
 * @property {number} latencyMs wait before each answer
 * @property {boolean} slashRedirect an API address without a final slash answers 301 to one with it
 */

/** @type {import('./profiles.js').Switches<CommonBehaviour>} */
const switches = {
	// name: [ospyo, btools, newer]
	language: ['en', 'en', 'en'],
	linkQuery: ['?&page=', '?page=', '?page='],
	linksHost: [null, null, 'http://old-address.example'],
	defaultOrder: ['newest', 'oldest', 'newest'],
	generation: [1, 2, 4],
	newerListParameters: [false, false, true],
	searchFolds: [false, false, true],
	pageCap: [null, null, null],
	pageCapInMeta: [true, true, true],
	withMeta: [true, true, true],
	withTotal: [true, true, true],
	totalError: [0, 0, 0],
	totalName: ['total_results', 'total', 'total'],
	pageAsText: [true, false, false],
	totalPagesAsText: [false, false, true],
	replyWith: ['id', 'id', 'flow'],
	createStatus: [200, 201, 200],
	deleteStatus: [200, 200, 204],
	unknownWebsite: ['fallback', 'fallback', 'refuse'],
	unknownSegment: ['all', 'all', 'refuse'],
	updateWithoutSegment: ['all', 'kept', 'kept'],
	saveMakesDraft: [true, true, true],
	malformedSchedule: ['now', 'now', 'refuse'],
	updateKeepsSchedule: [false, true, true],
	unscheduledHasDate: [true, false, false],
	truncatesText: [true, true, false],
	presenceMeansTrue: [true, true, false],
	emptyOverwrites: [true, true, false],
	lenientIds: [true, true, false],
	missingFieldStatus: [401, 401, 400],
	rateLimitHeaders: ['reset', 'reset', 'retryAfter'],
	rateLimit: [null, null, null],
	planHasApi: [true, true, true],
	maxImageBytes: [2 * 1024 * 1024, 2 * 1024 * 1024, 2 * 1024 * 1024],
	keepImageBytes: [true, true, true],
	reportsUtm: [false, false, false],
	stripsTags: [false, false, false],
	postMaxBytes: [null, null, null],
	fileUploads: [true, true, true],
	timezone: ['UTC', 'UTC', 'UTC'],
	accountTimezone: ['Asia/Shanghai', 'Asia/Shanghai', 'Europe/Warsaw'],
	missing: [[], [], []],
	latencyMs: [0, 0, 0],
	slashRedirect: [false, false, false],
};

module.exports = { switches };
