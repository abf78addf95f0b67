'use strict';

/**
 * In what installations differ, or have been reported to, whatever the resource.
 *
 * @typedef {object} CommonBehaviour
 * @property {'en' | 'zh' | 'pl'} language language of messages and pages
 * @property {'?&page=' | '?page='} linkQuery how `links` print the page
 * @property {string | null} linksHost another host ('old.example') or origin printed in `links`;
 *   null: the installation's own
 * @property {'newest' | 'oldest'} defaultOrder order of a list that names none, by ID
 * @property {boolean} newerListParameters search, website_id, datetime_* and order_* are honoured |
 *   ignored without a word
 * @property {boolean} withMeta a list carries `meta` | has none at all
 * @property {'total' | 'total_results'} totalName name of the total in `meta`
 * @property {boolean} pageAsText `meta.page` is '2' | 2
 * @property {boolean} totalPagesAsText `meta.total_pages` is '2' | 2
 * @property {'id' | 'flow'} replyWith create and update answer with the ID alone | with all of the
 *   entry
 * @property {number} createStatus 200 | 201
 * @property {number} deleteStatus 200 with an empty body | 204
 * @property {'fallback' | 'refuse'} unknownWebsite an entry lands on the first website | 404
 * @property {'all' | 'refuse'} unknownSegment an unknown segment, or one of another website, becomes
 *   `all` | 404
 * @property {boolean} truncatesText over-long text is cut without a word | stored as sent
 * @property {boolean} presenceMeansTrue on create is_silent and is_auto_hide are on when present, and
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
	newerListParameters: [false, false, true],
	withMeta: [true, true, true],
	totalName: ['total_results', 'total', 'total'],
	pageAsText: [true, false, false],
	totalPagesAsText: [false, false, true],
	replyWith: ['id', 'id', 'flow'],
	createStatus: [200, 201, 200],
	deleteStatus: [200, 200, 204],
	unknownWebsite: ['fallback', 'fallback', 'refuse'],
	unknownSegment: ['all', 'all', 'refuse'],
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
	latencyMs: [0, 0, 0],
	slashRedirect: [false, false, false],
};

module.exports = { switches };
