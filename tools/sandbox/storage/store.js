'use strict';

const { Table } = require('./table.js');

/** What one installation keeps: the tables of all resources. */
class Store {
	/** @type {(() => () => void)[]} */
	#snapshots = [];
	/** @type {(() => void)[] | undefined} while a rehearsal runs: what takes it back */
	#undo;

	/**
	 * @param {() => () => void} snapshot notes what is there now and gives a function that brings it
	 *   back
	 */
	keep(snapshot) {
		this.#snapshots.push(snapshot);
		this.#undo?.push(snapshot());
	}

	/**
	 * Runs a task and takes back what it changed, so that a faulty answer can look exactly like the
	 * real one although nothing was carried out.
	 *
	 * @template Result
	 * @param {() => Result} task
	 */
	rehearse(task) {
		this.#undo = this.#snapshots.map((snapshot) => snapshot());
		try {
			return task();
		} finally {
			for (const undo of this.#undo) undo();
			this.#undo = undefined;
		}
	}
}

/**
 * Names a table, and knows what stands in it at first. Each installation has its own.
 *
 * @template {import('./table.js').Identified} Row
 */
class TableDefinition {
	/** @type {WeakMap<Store, Table<Row>>} */
	#tables = new WeakMap();

	/** @param {() => Row[]} [seed] */
	constructor(seed = () => []) {
		this.seed = seed;
	}

	/** @param {{ store: Store }} installation */
	in({ store }) {
		const known = this.#tables.get(store);
		if (known) return known;
		const table = new Table(this.seed());
		this.#tables.set(store, table);
		store.keep(() => table.snapshot());
		return table;
	}
}

module.exports = { Store, TableDefinition };
