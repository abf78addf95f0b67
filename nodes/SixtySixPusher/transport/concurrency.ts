/**
 * Limits how many tasks run at once: as many as there are slots. The others wait in the order in
 * which they came. Each task gets a slot that no other has while it runs.
 */
export class Pool<Slot> {
	private readonly waiting = new Set<(slot: Slot) => void>();

	constructor(private readonly free: Slot[]) {}

	async run<T>(task: (slot: Slot) => Promise<T>): Promise<T> {
		const slot = await this.takeSlot();
		try {
			return await task(slot);
		} finally {
			this.releaseSlot(slot);
		}
	}

	private async takeSlot(): Promise<Slot> {
		const slot = this.free.pop();
		return slot ?? (await new Promise((start) => this.waiting.add(start)));
	}

	private releaseSlot(slot: Slot): void {
		const [next] = this.waiting;
		if (next) {
			this.waiting.delete(next);
			next(slot);
		} else {
			this.free.push(slot);
		}
	}
}
