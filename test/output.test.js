'use strict';

const { toOutput } = require('../build/modules/nodes/SixtySixPusher/operations/output');
const { flow } = require('../build/modules/nodes/SixtySixPusher/resources/flow/definition');

// What the node returns for a flow is in items.test.js, and that it returns no secrets in secrets.test.js.

const entry = { id: 1, title: 'Hello', secret: 'x', host: 'a.example', keys: 'a,b', name: null };

/**
 * The output of the entry.
 *
 * @param {boolean} simplify
 * @param {any} [definition] what is different from the flow's
 */
function outputOf(simplify, definition) {
	/** @type {any} */
	const item = {
		context: { getNodeParameter: () => simplify },
		definition: { ...flow, ...definition },
	};
	return toOutput(item, entry);
}

test('a simplified entry has the fields of its resource that the API sent, in their order', () => {
	const simplified = { title: 'string', url: 'string', name: 'string', id: 'integer' };
	expect(Object.entries(outputOf(true, { simplified }))).toEqual([
		['title', 'Hello'],
		['name', null],
		['id', 1],
	]);
});

test('an entry that is not simplified has all its fields but known secrets', () => {
	const { keys, ...others } = entry;
	expect(outputOf(false)).toEqual(others);
});

test('an entry of a resource with secrets has only the fields that may be output', () => {
	const publicFields = /^(?:id|title|keys)$/;
	expect(outputOf(false, { publicFields })).toEqual({ id: 1, title: 'Hello' });
	expect(outputOf(true, { publicFields, simplified: { host: 'string' } })).toEqual({
		host: 'a.example',
	});
});
