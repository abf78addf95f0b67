'use strict';

/**
 * Builds the copy of the checkout in which mutants are tested. Stryker links the packages into it as
 * well, but only after the build.
 */

const { execSync } = require('node:child_process');
const { symlinkSync } = require('node:fs');
const { join } = require('node:path');

const [, , checkout = ''] = process.argv;
symlinkSync(join(checkout, 'node_modules'), 'node_modules', 'junction');
execSync('npm run --silent build', { stdio: 'inherit' });
