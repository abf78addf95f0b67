'use strict';

const { FormMemory, toForm } = require('../build/modules/nodes/SixtySixPusher/transport/multipart');

const STEP = 64 * 1024;

/** @param {Buffer} content */
const image = (content) => ({ content, fileName: 'a.png', mimeType: 'image/png' });

/** @param {number} length */
const ownMemory = (length, value = 0) => Buffer.from(new ArrayBuffer(length)).fill(value);

describe('the memory for forms', () => {
	test('is used again by a form that fits, also by a slightly larger one', () => {
		const memory = new FormMemory();
		const first = memory.take(10);
		const second = memory.take(STEP);
		expect([first.length, second.length]).toEqual([10, STEP]);
		expect(second.buffer).toBe(first.buffer);
		expect(first.buffer.byteLength).toBe(STEP);
	});

	test('grows in steps for a larger form', () => {
		const memory = new FormMemory();
		const first = memory.take(STEP);
		const second = memory.take(STEP + 1);
		expect(second.buffer).not.toBe(first.buffer);
		expect(second.buffer.byteLength).toBe(2 * STEP);
		expect(memory.take(3).buffer).toBe(second.buffer);
	});

	test('is not written to again once it was abandoned to a request', () => {
		const memory = new FormMemory();
		const { body } = toForm({ image: image(ownMemory(100, 1)) }, memory);
		const sent = Buffer.from(body);
		memory.abandon();
		toForm({ image: image(ownMemory(100, 2)) }, memory);
		expect(body.equals(sent)).toBe(true);
	});

	test('is overwritten by the next form unless it was abandoned', () => {
		const memory = new FormMemory();
		const { body } = toForm({ name: 'first' }, memory);
		const next = toForm({ name: 'again' }, memory);
		expect(body.buffer).toBe(next.body.buffer);
		expect(next.body.toString()).toContain('again');
	});

	test('is not shared by forms that are given none', () => {
		const one = toForm({ name: 'one' });
		const other = toForm({ name: 'other' });
		expect(one.body.buffer).not.toBe(other.body.buffer);
	});
});

describe("a file's memory", () => {
	/**
	 * Watches how the memory is freed, also on a Node before 22, which cannot do it.
	 *
	 * @param {any} content
	 */
	const watch = (content) => {
		content.buffer.transfer = jest.fn();
		return content.buffer.transfer;
	};

	test.each([STEP, STEP + 1])('of %i bytes is freed once the form contains the file', (length) => {
		const content = ownMemory(length, 7);
		const transfer = watch(content);
		const { body } = toForm({ name: 'text', image: image(content) });
		expect(transfer.mock.calls).toEqual([[0]]);
		expect(body.includes(Buffer.alloc(length, 7))).toBe(true);
	});

	test.each([
		['is small', () => ownMemory(STEP - 1)],
		['is part of a larger one', () => ownMemory(2 * STEP).subarray(0, STEP)],
	])('is not freed if it %s', (_, makeContent) => {
		const content = makeContent();
		const transfer = watch(content);
		toForm({ image: image(content) });
		expect(transfer).not.toHaveBeenCalled();
	});

	test('is left to the garbage collector if Node cannot free it', () => {
		/** @type {any} */
		const content = ownMemory(STEP, 7);
		content.buffer.transfer = undefined;
		toForm({ image: image(content) });
		expect(content.equals(Buffer.alloc(STEP, 7))).toBe(true);
	});
});

test('a file name is escaped as browsers do, at every character that needs it', () => {
	const { body } = toForm({
		image: { ...image(ownMemory(1)), fileName: 'a"b"\r\rc\n\nd.png' },
	});
	expect(body.toString()).toContain('; filename="a%22b%22%0D%0Dc%0A%0Ad.png"\r\n');
});
