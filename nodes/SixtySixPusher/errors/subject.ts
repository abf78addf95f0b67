/** What a message is about: a kind of thing and, where one is meant, which. */
export interface Subject {
	/** In the middle of a sentence, e.g. `personal notification`. */
	readonly singular: string;
	readonly plural: string;
	readonly id?: string;
	/** Some installations don't provide it through their API. */
	readonly isOptional?: boolean;
}

/** E.g. `flow 12`, or `the flow` where its ID isn't known. */
export function nameOf({ singular, id }: Subject): string {
	return id ? `${singular} ${id}` : `the ${singular}`;
}

/** The same at the start of a sentence: `Flow 12`. */
export function titleOf(subject: Subject): string {
	const name = nameOf(subject);
	return name.charAt(0).toUpperCase() + name.slice(1);
}
