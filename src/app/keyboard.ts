import { type ShortcutId, shortcutOf } from '../panels/help/shortcuts.ts';
import { mustRewind } from '../panels/messages/runErrorText.ts';
import { toggleFullScreen } from '../panels/present/fullScreen.ts';
import { listenToBand } from '../panels/views/curve/sound.ts';
import type { Playground } from '../store/playground.ts';
import { isTraining } from '../store/run.ts';

/** Elements that handle Space themselves. */
const controls =
  'input, textarea, select, button, summary, a[href], dialog, [contenteditable], [role="slider"], [role="application"] [tabindex]';
/** Elements that handle other keys too: letters type or select; in plots, digits and arrows act. */
const writers =
  'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, dialog, [contenteditable], [role="application"] [tabindex]';
const textFields = 'input:not([type]), input[type="text"], textarea, [contenteditable]';

function within(event: KeyboardEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

/** The action of each shortcut. */
function actionsOf(playground: Playground): Readonly<Record<ShortcutId, () => void>> {
  const { store, play, pause, step, rewind, change, viewBeside, viewStep, setHelp } = playground;
  const view = () => store.getState().experiment.view;
  const stuck = () => mustRewind(store.getState().run);
  return {
    train: () => (isTraining(store.getState().run) ? pause() : stuck() || play()),
    step: () => stuck() || step(1),
    rewind,
    back: () => viewBeside(-1),
    on: () => viewBeside(1),
    now: () => viewStep(null),
    draw: () =>
      change({
        'view.draw': 'frozen',
        'view.drawIndex': view().draw === 'frozen' ? view().drawIndex + 1 : view().drawIndex,
      }),
    mean: () => change({ 'view.draw': 'zero' }),
    whole: () => change({ 'view.draw': 'off' }),
    slowly: playground.toggleSlowMotion,
    listen: () => void listenToBand(store.getState().snapshot?.predictive ?? null),
    full: toggleFullScreen,
    help: () => setHelp(true),
  };
}

/**
 * Listens to the shortcuts of the page while no control that needs the key has the focus; undo and redo work
 * everywhere but in text. Returns a function that stops listening.
 */
export function listenToKeys(playground: Playground): () => void {
  const { store, undo, redo } = playground;
  const actions = actionsOf(playground);
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y')) {
      if (within(event, textFields)) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
      return;
    }
    const shortcut = shortcutOf(key);
    if (!shortcut || !store.getState().shortcutsOn) return;
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.repeat ||
      within(event, key === ' ' ? controls : writers)
    )
      return;
    event.preventDefault();
    actions[shortcut]();
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
