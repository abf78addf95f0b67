/**
 * Lets as many pieces of work run at once as there are places; the others wait in the order in which
 * they came. Each is told its place, which is its own while it runs.
 */
export class Slots<Place> {
	private readonly waiting = new Set<(place: Place) => void>();

	constructor(private readonly free: Place[]) {}

	async use<T>(work: (place: Place) => Promise<T>): Promise<T> {
		const place = await this.takePlace();
		try {
			return await work(place);
		} finally {
			this.passOn(place);
		}
	}

	private async takePlace(): Promise<Place> {
		const place = this.free.pop();
		return place ?? (await new Promise((start) => this.waiting.add(start)));
	}

	private passOn(place: Place): void {
		const [next] = this.waiting;
		if (next) {
			this.waiting.delete(next);
			next(place);
		} else {
			this.free.push(place);
		}
	}
}
