'use strict';

const { RESOURCES } = require('./resources/index.js');
const { switches: commonSwitches } = require('./switches.js');

/** @typedef {'ospyo' | 'btools' | 'newer'} ProfileName */

/**
 * The values of each switch, one a profile: ospyo, btools, newer.
 *
 * @template Behaviour
 * @typedef {{ [Name in keyof Behaviour]: [Behaviour[Name], Behaviour[Name], Behaviour[Name]] }} Switches
 */

/**
 * One type of many, with the properties of all.
 *
 * @template Union
 * @typedef {(Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
 *   ? All
 *   : never} AllOf
 */

/**
 * Everything in which installations differ, or have been reported to: the switches that all
 * resources share, and those of each resource.
 *
 * @typedef {AllOf<import('./resources/index.js').Resource['switches']>} ResourceSwitches
 * @typedef {import('./switches.js').CommonBehaviour &
 *   { [Name in keyof ResourceSwitches]: ResourceSwitches[Name][0] }} Behaviour
 */

/**
 * `newer` is the installation on which a client meets none of the traps; together the three show
 * both readings of every difference. What would stop or slow every test is off in all of them.
 *
 * @type {Record<string, unknown[]>}
 */
const SWITCHES = Object.assign({}, commonSwitches, ...RESOURCES.map(({ switches }) => switches));

/**
 * @param {0 | 1 | 2} column
 * @returns {Readonly<Behaviour>}
 */
function profileInColumn(column) {
	const chosen = Object.entries(SWITCHES).map(([name, values]) => [name, values[column]]);
	return Object.freeze(/** @type {Behaviour} */ (Object.fromEntries(chosen)));
}

/** @type {Readonly<Record<ProfileName, Readonly<Behaviour>>>} */
const PROFILES = Object.freeze({
	ospyo: profileInColumn(0),
	btools: profileInColumn(1),
	newer: profileInColumn(2),
});

/**
 * @param {ProfileName} profile
 * @param {Partial<Behaviour>} overrides
 * @returns {Behaviour} sealed, so that a misspelt switch fails loudly instead of doing nothing
 */
function chooseBehaviour(profile, overrides) {
	if (!Object.hasOwn(PROFILES, profile)) {
		const known = Object.keys(PROFILES).join(', ');
		throw new Error(`There is no profile "${profile}", only ${known}`);
	}
	const unknown = Object.keys(overrides).filter((name) => !Object.hasOwn(SWITCHES, name));
	if (unknown.length > 0) throw new Error(`There is no switch "${unknown.join('", "')}"`);
	// Lists are copied: one that a test adds to is its own.
	return Object.seal({ ...structuredClone(PROFILES[profile]), ...overrides });
}

module.exports = { PROFILES, chooseBehaviour };
