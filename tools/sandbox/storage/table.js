'use strict';

/** @typedef {{ id: number }} Identified */

/**
 * The rows of one resource, in the order of their IDs unless a test adds them otherwise. A stored
 * row is replaced and never changed, so that what a rehearsal did can be taken back.
 *
 * @template {Identified} Row
 */
class Table {
	/** @type {Row[]} may be added to from outside */
	rows = [];
	/** How often rows were added, replaced or removed. */
	version = 0;
	/** How many rows the API created; seeds don't count. */
	createdCount = 0;
	/** @type {Map<number, number>} where the row of an ID stands */
	#positions = new Map();
	#lastId = 0;

	/** @param {Row[]} seeds */
	constructor(seeds) {
		for (const row of seeds) this.add(row);
	}

	get nextId() {
		this.#refresh();
		return this.#lastId + 1;
	}

	/** @param {number} id */
	get(id) {
		const row = this.rows[this.#positionOf(id)];
		return row?.id === id ? row : undefined;
	}

	/** @param {Row} row */
	add(row) {
		if (this.get(row.id)) throw new Error(`ID ${row.id} is taken`);
		this.#positions.set(row.id, this.rows.length);
		this.#lastId = Math.max(this.#lastId, row.id);
		this.rows.push(row);
		this.version += 1;
	}

	/** @param {Row} row */
	replace(row) {
		const position = this.#positionOf(row.id);
		if (this.rows[position]?.id !== row.id) throw new Error(`There is no ID ${row.id}`);
		this.rows[position] = row;
		this.version += 1;
	}

	/** @param {number} id */
	remove(id) {
		const position = this.#positionOf(id);
		if (this.rows[position]?.id !== id) return;
		this.rows.splice(position, 1);
		this.#positions.clear();
		this.version += 1;
	}

	/** @returns {() => void} brings back what is there now */
	snapshot() {
		const rows = [...this.rows];
		const { createdCount } = this;
		const lastId = this.#lastId;
		return () => {
			replaceContent(this.rows, rows);
			this.createdCount = createdCount;
			this.#positions.clear();
			this.#lastId = lastId;
			this.version += 1;
		};
	}

	/** @param {number} id */
	#positionOf(id) {
		this.#refresh();
		const position = this.#positions.get(id) ?? -1;
		if (this.rows[position]?.id === id) return position;
		return this.#positions.has(id) ? this.rows.findIndex((row) => row.id === id) : -1;
	}

	/** Finds out what was added from outside. */
	#refresh() {
		if (this.#positions.size === this.rows.length) return;
		this.#positions = new Map(this.rows.map(({ id }, position) => [id, position]));
		this.#lastId = this.rows.reduce((last, { id }) => Math.max(last, id), this.#lastId);
	}
}

/**
 * @template Item
 * @param {Item[]} list
 * @param {Item[]} content
 */
function replaceContent(list, content) {
	list.length = 0;
	for (const item of content) list.push(item);
}

module.exports = { Table, replaceContent };
