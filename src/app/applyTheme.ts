import type { Experiment } from '../experiment/document/experiment.ts';

/** Light, dark, or whatever the system says. */
export function applyTheme(theme: Experiment['view']['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Large type and strokes, or not. */
export function applyPresent(present: boolean): void {
  document.documentElement.toggleAttribute('data-present', present);
}

/** As tall as what is in it, or as the window. */
export function applyEmbed(embed: boolean): void {
  document.documentElement.toggleAttribute('data-embed', embed);
}
