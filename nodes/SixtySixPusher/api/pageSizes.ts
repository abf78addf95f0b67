/** Page sizes that the API accepts; for any other it uses its default. (Documented.) */
export const PAGE_SIZES = [10, 25, 50, 100, 250, 500, 1000] as const;

export const MAX_PAGE_SIZE = 1000;

/** The smallest page that has room for `count` entries, or the largest page. */
export function pageSizeFor(count: number): number {
	return PAGE_SIZES.find((size) => size >= count) ?? MAX_PAGE_SIZE;
}

/** For lists whose entries contain other lists: one page can take as much memory as all others. */
export const MAX_LARGE_ENTRIES = 100;
