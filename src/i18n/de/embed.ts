import type { Catalogue } from '../index.ts';

/** The playground inside other pages, and the dialog that puts it there. */
export const embed: Catalogue = {
  'A Bayesian neural network, live': 'Ein Bayessches neuronales Netz, live',
  'A stored picture. Nothing runs until you start it.':
    'Ein gespeichertes Bild. Gerechnet wird erst nach dem Start.',
  'As tall as what is in it': 'So hoch wie der Inhalt',
  'As the reader’s': 'Wie beim Leser',
  As: 'Als',
  'Code copied': 'Code kopiert',
  Code: 'Code',
  'Copy the code': 'Code kopieren',
  Dark: 'Dunkel',
  Element: 'Element',
  'Network alone': 'Nur das Netz',
  'Embed in a page': 'In eine Seite einbetten',
  'Embed in a page…': 'In eine Seite einbetten …',
  Frame: 'Rahmen',
  Height: 'Höhe',
  'In a sandbox, away from the rest of the page': 'In einer Sandbox, vom Rest der Seite getrennt',
  Light: 'Hell',
  'Preview: {title}': 'Vorschau: {title}',
  Start: 'Start',
  'Train at once, not when it is pressed': 'Sofort trainieren, nicht erst auf Druck',
  pixels: 'Pixel',
};
