/** Reserved value of `segment`: every subscriber of the website. */
export const ALL_SUBSCRIBERS = 'all';
