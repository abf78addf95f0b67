import { PAGE_SIZES } from './pageSizes';

/**
 * The cheapest request that needs a valid key, and that every installation documents: the smallest
 * page of flows. The credential test sends it, and so does the node when it has to know whether a 401
 * is about the key.
 */
export const KEY_CHECK = { url: '/flows/', qs: { results_per_page: PAGE_SIZES[0] } };
