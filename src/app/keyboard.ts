import { isStuck } from '../panels/trouble.ts';
import type { Playground } from '../store/playground.ts';

/** Elements that have uses of their own for keys. */
const controls =
  'input, textarea, select, button, summary, a[href], dialog, [contenteditable], [role="slider"], [role="application"] [tabindex]';
const textFields = 'input:not([type]), input[type="text"], textarea, [contenteditable]';

function within(event: KeyboardEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

/** Keys of the whole page, while no control has the focus; undo and redo everywhere but in text. Returns how to stop. */
export function listenToKeys({ store, play, pause, step, rewind, undo, redo }: Playground): () => void {
  const stuck = () => isStuck(store.getState().run);
  const actions: Readonly<Record<string, () => void>> = {
    ' ': () => (store.getState().run.kind === 'training' ? pause() : stuck() || play()),
    '.': () => stuck() || step(1),
    r: rewind,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y')) {
      if (within(event, textFields)) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
      return;
    }
    const action = actions[key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey || event.repeat || within(event, controls))
      return;
    event.preventDefault();
    action();
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
