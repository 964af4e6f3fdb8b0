import type { Catalogue } from '../index.ts';

/** The playground on this device: kept by the browser, or as one file. */
export const offline: Catalogue = {
  'A new version is ready – reload to use it.': 'Eine neue Version liegt bereit – zum Wechseln neu laden.',
  'It trains without a network, from wherever it lies.': 'Sie trainiert ohne Netz, wo immer sie liegt.',
  Reload: 'Neu laden',
  'this site does not hold it.': 'auf dieser Website liegt sie nicht.',
  'Whole playground as one file': 'Ganze Spielwiese als eine Datei',
};
