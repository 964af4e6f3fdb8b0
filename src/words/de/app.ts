import type { Catalogue } from '../index.ts';

/** The frame of the page. */
export const app: Catalogue = {
  Controls: 'Einstellungen',
};
