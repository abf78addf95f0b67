/** Lets at most `size` pieces of work run at once; the others wait in the order in which they came. */
export class Slots {
	private readonly waiting = new Set<() => void>();

	constructor(private free: number) {}

	async use<T>(work: () => Promise<T>): Promise<T> {
		if (this.free > 0) {
			this.free -= 1;
		} else {
			await new Promise<void>((start) => this.waiting.add(start));
		}

		try {
			return await work();
		} finally {
			this.passOn();
		}
	}

	private passOn(): void {
		const [next] = this.waiting;
		if (next) {
			this.waiting.delete(next);
			next();
		} else {
			this.free += 1;
		}
	}
}
