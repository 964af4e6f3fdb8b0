import { installPackages } from '../../scripts/installPackages.mjs';

/** Runs before the tests of this folder. */
export const setup = () => installPackages('tests/bench');
