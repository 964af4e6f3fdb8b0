import type { Catalogue } from '../index.ts';

/** Controls and views. */
export const panels: Catalogue = {};
