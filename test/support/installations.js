'use strict';

/**
 * The installations on which each promise is kept: an old, a middle and a new generation, each
 * answering a write with the ID alone and with the whole entry.
 */
const INSTALLATIONS = ['ospyo', 'btools', 'newer'].flatMap((profile) =>
	['id', 'flow'].map((replyWith) => [
		`${profile}, which answers with the ${replyWith === 'id' ? 'ID' : 'entry'}`,
		// Lists that an old installation may lack; that it does is tested by itself.
		{ profile, behaviour: { replyWith, segmentsList: true, websitesList: true } },
	]),
);

module.exports = { INSTALLATIONS };
