'use strict';

const { FormMemory, toForm } = require('../build/modules/nodes/SixtySixPusher/transport/multipart');

const STEP = 64 * 1024;
const picture = (content) => ({ content, fileName: 'a.png', mimeType: 'image/png' });
const own = (length, value = 0) => Buffer.from(new ArrayBuffer(length)).fill(value);

describe('memory for forms', () => {
	test('is used again by a form that fits, also if it is a little longer', () => {
		const memory = new FormMemory();
		const first = memory.take(10);
		const second = memory.take(STEP);
		expect([first.length, second.length]).toEqual([10, STEP]);
		expect(second.buffer).toBe(first.buffer);
		expect(first.buffer.byteLength).toBe(STEP);
	});

	test('grows for a longer form, in steps', () => {
		const memory = new FormMemory();
		const first = memory.take(STEP);
		const second = memory.take(STEP + 1);
		expect(second.buffer).not.toBe(first.buffer);
		expect(second.buffer.byteLength).toBe(2 * STEP);
		expect(memory.take(3).buffer).toBe(second.buffer);
	});

	test('that was left to a request is not written to again', () => {
		const memory = new FormMemory();
		const { body } = toForm({ image: picture(own(100, 1)) }, memory);
		const sent = Buffer.from(body);
		memory.finishItem();
		toForm({ image: picture(own(100, 2)) }, memory);
		expect(body.equals(sent)).toBe(true);
	});

	test('that was not left holds the next form', () => {
		const memory = new FormMemory();
		const { body } = toForm({ name: 'first' }, memory);
		const next = toForm({ name: 'again' }, memory);
		expect(body.buffer).toBe(next.body.buffer);
		expect(next.body.toString()).toContain('again');
	});

	test('is its own for a form that was given none', () => {
		const one = toForm({ name: 'one' });
		const other = toForm({ name: 'other' });
		expect(one.body.buffer).not.toBe(other.body.buffer);
	});
});

describe("a file's memory", () => {
	/** Where Node doesn't know it yet, as it is from Node 22 on. */
	const watched = (content) => {
		content.buffer.transfer = jest.fn();
		return content.buffer.transfer;
	};

	test.each([STEP, STEP + 1])('of %i bytes is given back once the form holds it', (length) => {
		const content = own(length, 7);
		const transfer = watched(content);
		const { body } = toForm({ name: 'text', image: picture(content) });
		expect(transfer.mock.calls).toEqual([[0]]);
		expect(body.includes(Buffer.alloc(length, 7))).toBe(true);
	});

	test.each([
		['is small', () => own(STEP - 1)],
		['is a part of something larger', () => own(2 * STEP).subarray(0, STEP)],
	])('is left as it is where it %s', (_, make) => {
		const content = make();
		const transfer = watched(content);
		toForm({ image: picture(content) });
		expect(transfer).not.toHaveBeenCalled();
	});

	test('is left to the garbage collector where Node can not give it back', () => {
		const content = own(STEP, 7);
		content.buffer.transfer = undefined;
		toForm({ image: picture(content) });
		expect(content.equals(Buffer.alloc(STEP, 7))).toBe(true);
	});
});

test('a file name is escaped as browsers do it, each time that it needs it', () => {
	const { body } = toForm({
		image: { ...picture(own(1)), fileName: 'a"b"\r\rc\n\nd.png' },
	});
	expect(body.toString()).toContain('; filename="a%22b%22%0D%0Dc%0A%0Ad.png"\r\n');
});
