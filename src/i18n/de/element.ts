import type { Catalogue } from '../index.ts';

/** What `<bayes-playground>` says itself, outside its frame; part of its small module. */
export const element: Catalogue = {
  'Bayes by Backprop, live': 'Bayes by Backprop, live',
  'Paused, since others on this page train. Press Train to go on.':
    'Angehalten, weil andere auf dieser Seite trainieren. „Trainieren“ setzt fort.',
  'Train this network': 'Dieses Netz trainieren',
};
