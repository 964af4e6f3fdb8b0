import type { Experiment } from '../experiment/experiment.ts';

/** Light, dark, or whatever the system says. */
export function applyTheme(theme: Experiment['view']['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Large type and strokes, or not. */
export function applyPresent(present: boolean): void {
  document.documentElement.toggleAttribute('data-present', present);
}
