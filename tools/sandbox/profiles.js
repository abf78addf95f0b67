'use strict';

/** @typedef {'ospyo' | 'btools' | 'newer'} ProfileName */

/**
 * Everything in which installations differ, or have been reported to.
 *
 * @typedef {object} Behaviour
 * @property {'zh' | 'en' | 'pl'} language language of messages and pages
 * @property {'?&page=' | '?page='} linkQuery how `links` print the page
 * @property {string | null} linksHost another host ('old.example') or origin printed in `links`;
 *   null: the installation's own
 * @property {'newest' | 'oldest'} defaultOrder order of a list that names none, by id
 * @property {boolean} newerListParameters search, website_id, datetime_* and order_* are honoured |
 *   ignored without a word
 * @property {boolean} withMeta a list carries `meta` | has none at all
 * @property {'total' | 'total_results'} totalName name of the total in `meta`
 * @property {boolean} pageAsText `meta.page` is '2' | 2
 * @property {boolean} totalPagesAsText `meta.total_pages` is '2' | 2
 * @property {'id' | 'flow'} replyWith create and update answer with the id alone | the whole flow
 * @property {number} createStatus 200 | 201
 * @property {number} deleteStatus 200 with an empty body | 204
 * @property {boolean} reportsSegment a reported flow carries `segment` | hides it
 * @property {'fallback' | 'refuse'} unknownWebsite the flow lands on the first website | 404
 * @property {'all' | 'refuse'} unknownSegment an unknown segment, or one of another website, becomes
 *   `all` | 404
 * @property {boolean} truncatesText over-long text is cut without a word | stored as sent
 * @property {boolean} clampsWait wait_time is forced into 1 unit … 90 days | stored as sent
 * @property {boolean} presenceMeansTrue on create is_silent and is_auto_hide are on when present, and
 *   the text 'false' is true everywhere | 'false', '0' and '' are false
 * @property {boolean} emptyOverwrites on update an empty value overwrites, even a required field |
 *   is ignored
 * @property {boolean} lenientIds '12abc' acts on 12 | is unknown
 * @property {number} missingFieldStatus a missing required field answers 401 like a bad key | 400
 * @property {boolean} websitesList GET /api/websites is served | an HTML 404 page
 * @property {boolean} segmentsList GET /api/segments is served | an HTML 404 page
 * @property {'reset' | 'retryAfter' | 'retryAfterDate' | 'none'} rateLimitHeaders X-RateLimit-* and
 *   no Retry-After | Retry-After alone, in seconds or as a date | nothing
 * @property {{ limit: number, windowMs: number } | null} rateLimit requests a key has in a window
 * @property {boolean} planHasApi false: every key is refused, the plan has no API access
 * @property {number | null} planFlows flows the plan allows; null: no limit
 * @property {number} maxImageBytes a larger image is refused
 * @property {boolean} keepImageBytes false: only size and hash of an upload are kept
 * @property {number} latencyMs wait before each answer
 * @property {boolean} slashRedirect an API address without a final slash answers 301 to one with it
 */

/**
 * `newer` is the installation on which a client meets none of the traps; together the three show
 * both readings of every difference. What would stop or slow every test is off in all of them.
 *
 * @type {{ [Name in keyof Behaviour]: [Behaviour[Name], Behaviour[Name], Behaviour[Name]] }}
 */
const SWITCHES = {
	// name: [ospyo, btools, newer]
	language: ['zh', 'zh', 'pl'],
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
	reportsSegment: [false, false, true],
	unknownWebsite: ['fallback', 'fallback', 'refuse'],
	unknownSegment: ['all', 'all', 'refuse'],
	truncatesText: [true, true, false],
	clampsWait: [true, true, false],
	presenceMeansTrue: [true, true, false],
	emptyOverwrites: [true, true, false],
	lenientIds: [true, true, false],
	missingFieldStatus: [401, 401, 400],
	websitesList: [false, true, true],
	segmentsList: [false, true, true],
	rateLimitHeaders: ['reset', 'reset', 'retryAfter'],
	rateLimit: [null, null, null],
	planHasApi: [true, true, true],
	planFlows: [null, null, null],
	maxImageBytes: [2 * 1024 * 1024, 2 * 1024 * 1024, 2 * 1024 * 1024],
	keepImageBytes: [true, true, true],
	latencyMs: [0, 0, 0],
	slashRedirect: [false, false, false],
};

/**
 * @param {0 | 1 | 2} column
 * @returns {Readonly<Behaviour>}
 */
function profileInColumn(column) {
	const chosen = Object.entries(SWITCHES).map(([name, values]) => [name, values[column]]);
	return Object.freeze(/** @type {Behaviour} */ (Object.fromEntries(chosen)));
}

/** @type {Readonly<Record<ProfileName, Readonly<Behaviour>>>} */
const PROFILES = Object.freeze({
	ospyo: profileInColumn(0),
	btools: profileInColumn(1),
	newer: profileInColumn(2),
});

/**
 * @param {ProfileName} profile
 * @param {Partial<Behaviour>} overrides
 * @returns {Behaviour} sealed, so that a misspelt switch fails loudly instead of doing nothing
 */
function chooseBehaviour(profile, overrides) {
	if (!Object.hasOwn(PROFILES, profile)) {
		const known = Object.keys(PROFILES).join(', ');
		throw new Error(`There is no profile "${profile}", only ${known}`);
	}
	const unknown = Object.keys(overrides).filter((name) => !Object.hasOwn(SWITCHES, name));
	if (unknown.length > 0) throw new Error(`There is no switch "${unknown.join('", "')}"`);
	return Object.seal({ ...PROFILES[profile], ...overrides });
}

module.exports = { PROFILES, chooseBehaviour };
