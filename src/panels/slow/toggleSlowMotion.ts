import { panelIds } from '../../experiment/document/experiment.ts';
import type { Playground } from '../../store/playground.ts';

/** Opens slow motion and pauses training, or closes it. */
export function toggleSlowMotion({ store, change, pause }: Playground): void {
  const { experiment, run } = store.getState();
  const { panels } = experiment.view;
  const open = panels.includes('step');
  if (!open && run.kind === 'training') pause();
  change({ 'view.panels': panelIds.filter((id) => (id === 'step' ? !open : panels.includes(id))) });
}
