import type { Catalogue } from '../index.ts';

/** The playground on this device: kept by the browser, or as one file. */
export const offline: Catalogue = {
  'A new version is ready – reload to use it.': 'Eine neue Version liegt bereit – zum Wechseln neu laden.',
  Reload: 'Neu laden',
};
