import type { Experiment } from '../experiment/document/experiment.ts';

/** Applies light, dark or the system's theme. */
export function applyTheme(theme: Experiment['view']['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Switches large type and strokes on or off. */
export function applyPresent(present: boolean): void {
  document.documentElement.toggleAttribute('data-present', present);
}

/** Makes the page as tall as its content, or as the window. */
export function applyEmbed(embed: boolean): void {
  document.documentElement.toggleAttribute('data-embed', embed);
}
