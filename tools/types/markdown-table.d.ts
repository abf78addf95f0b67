declare module 'markdown-table' {
	/** Version 2 of the package, the last one for CommonJS, comes without types. */
	function markdownTable(rows: ReadonlyArray<readonly string[]>): string;

	export = markdownTable;
}
