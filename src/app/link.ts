import type { Experiment } from '../experiment/document/experiment.ts';
import { decodeLink, encodeLink, type OpenedLink, pointsLeftBehind } from '../experiment/link/link.ts';
import type { Playground } from '../store/playground.ts';
import { givenAddress, isEmbed } from './address.ts';

/** How long the address waits for further changes once it has followed one, in ms. */
const SETTLING = 300;
/** How long the prior predictive is shown before training begins by itself, in ms. */
const PRIOR_SHOWN = 200;
/** How long training waits for a page that loads slowly, in ms; it then begins unseen. */
const PATIENCE = 3000;

/** What the address asks for, and what was wrong with it. */
export function openAddress(): OpenedLink {
  const kept: unknown = window.history.state?.points;
  const address = givenAddress();
  const { experiment, notices } = decodeLink(address.hash, typeof kept === 'string' ? kept : null);
  const embed = isEmbed(address);
  return { experiment: { ...experiment, view: { ...experiment.view, embed } }, notices };
}

/**
 * Keeps the address in step with the experiment, and the experiment with the address where a person changes it.
 * Only what differs from the defaults is written, and nothing is added to the history.
 */
export function followLink(playground: Playground, pageShown: Promise<void>): void {
  const { store, loadExperiment } = playground;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let written = window.location.hash;
  const write = () => {
    const { experiment } = store.getState();
    const hash = encodeLink(experiment);
    const { pathname, search } = window.location;
    written = hash === '' ? '' : `#${hash}`;
    // Points that are too many for the address outlive a reload in the browser's history.
    const points = pointsLeftBehind(experiment);
    if (window.location.hash === written && points === null) return;
    try {
      window.history.replaceState(
        points && { points },
        '',
        written === '' ? `${pathname}${search}` : written,
      );
    } catch {
      // Where the page has no address of its own, inside another page's source, there is none to keep.
      written = window.location.hash;
    }
  };
  store.subscribe(({ experiment }, before) => {
    if (experiment === before.experiment) return;
    // The first change at once: whoever draws a point and reloads finds it again. Those of a drag when it is over.
    if (pause === undefined) queueMicrotask(write);
    clearTimeout(pause);
    pause = setTimeout(() => {
      pause = undefined;
      write();
    }, SETTLING);
  });
  window.addEventListener('hashchange', () => {
    if (window.location.hash === written) return;
    clearTimeout(pause);
    pause = undefined;
    const { experiment, notices } = openAddress();
    loadExperiment(atRest(experiment), notices);
    beginByItself(playground, experiment, pageShown);
  });
}

/** The experiment as the store shall open it: `beginByItself` starts it, once the prior has been seen. */
export function atRest(experiment: Experiment): Experiment {
  return { ...experiment, view: { ...experiment.view, autoplay: false } };
}

/**
 * Starts training of an experiment opened at rest, if it asks for that, once the prior predictive has been seen: a little
 * after both it and the page are there, or without the page if that takes too long.
 */
export function beginByItself(
  { store, change, play }: Playground,
  { view }: Experiment,
  pageShown: Promise<void>,
): void {
  if (!view.autoplay) return;
  change({ 'view.autoplay': true });
  if (view.step > 0) return;
  const opened = store.getState().experiment;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let wait: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const stop = store.subscribe(({ run, snapshot, experiment }) => {
    // Whoever acts first decides: a person who trains, steps or changes the experiment is not overruled.
    if (run.kind !== 'idle' || experiment.seed !== opened.seed) return finish();
    if (snapshot?.step !== 0 || patience !== undefined) return;
    patience = setTimeout(start, PATIENCE);
    void pageShown.then(() => {
      if (!over) wait = setTimeout(start, PRIOR_SHOWN);
    });
  });
  function finish() {
    over = true;
    stop();
    clearTimeout(patience);
    clearTimeout(wait);
  }
  function start() {
    finish();
    play();
  }
}
