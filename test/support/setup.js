'use strict';

const fc = require('fast-check');

// The same inputs each time, so that a failure comes from the change at hand. FC_SEED tries others,
// and a failure prints its seed.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 66) });
