/** Page sizes that the API knows; it answers any other with its default. (Documented.) */
export const PAGE_SIZES = [10, 25, 50, 100, 250, 500, 1000];

export const LARGEST_PAGE = PAGE_SIZES[PAGE_SIZES.length - 1];

/** The smallest page that holds `count` entries, or the largest that there is. */
export function pageSizeFor(count: number): number {
	return PAGE_SIZES.find((size) => size >= count) ?? LARGEST_PAGE;
}
