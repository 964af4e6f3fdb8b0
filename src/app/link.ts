import type { Experiment } from '../experiment/document/experiment.ts';
import { decodeLink, encodeLink, type OpenedLink, pointsLeftBehind } from '../experiment/link/link.ts';
import type { Playground } from '../store/playground.ts';
import { givenAddress, isEmbed } from './address.ts';

/** Debounce of further changes of the address, in ms. */
const DEBOUNCE = 300;
/** Time for which the prior predictive is shown before training starts, in ms; the first steps still resemble it. */
const PRIOR_SHOWN = 100;
/** Maximum time that training waits for the page to load, in ms. */
const MAX_LOAD_TIME = 3000;

/** The experiment of the address, and the faults found in it. */
export function openAddress(): OpenedLink {
  const kept: unknown = window.history.state?.points;
  const address = givenAddress();
  const { experiment, notices } = decodeLink(address.hash, typeof kept === 'string' ? kept : null);
  const embed = isEmbed(address);
  return { experiment: { ...experiment, view: { ...experiment.view, embed } }, notices };
}

/**
 * Keeps the address in step with the experiment, and the experiment with the address when the user edits it. Only
 * values that differ from the defaults are written; no history entries are added.
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
    // Points too many for the address are kept in `history.state` and survive a reload.
    const points = pointsLeftBehind(experiment);
    if (window.location.hash === written && points === null) return;
    try {
      window.history.replaceState(
        points && { points },
        '',
        written === '' ? `${pathname}${search}` : written,
      );
    } catch {
      // A page loaded from another page's source (srcdoc) has no address to update.
      written = window.location.hash;
    }
  };
  store.subscribe(({ experiment }, before) => {
    if (experiment === before.experiment) return;
    // The first change is written at once, so that a reload keeps a new point; further changes of a drag are
    // debounced.
    if (pause === undefined) queueMicrotask(write);
    clearTimeout(pause);
    pause = setTimeout(() => {
      pause = undefined;
      write();
    }, DEBOUNCE);
  });
  window.addEventListener('hashchange', () => {
    if (window.location.hash === written) return;
    clearTimeout(pause);
    pause = undefined;
    const { experiment, notices } = openAddress();
    loadExperiment(atRest(experiment), notices);
    startAfterPrior(playground, experiment, pageShown);
  });
}

/** The experiment as the store opens it, paused: `startAfterPrior` starts it after the prior has been shown. */
export function atRest(experiment: Experiment): Experiment {
  return { ...experiment, view: { ...experiment.view, autoplay: false } };
}

/**
 * Starts training, if the link asks for it, after the prior predictive has been shown: a short time after both the
 * prior and the page are ready, or without the page if that takes too long.
 */
export function startAfterPrior(
  { store, change, play }: Playground,
  { view }: Experiment,
  pageShown: Promise<void>,
): void {
  if (!view.autoplay) return;
  change({ 'view.autoplay': true });
  if (view.step > 0) return;
  const opened = store.getState().experiment;
  let loadTimer: ReturnType<typeof setTimeout> | undefined;
  let wait: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const stop = store.subscribe(({ run, snapshot, experiment }) => {
    // Cancelled by any action of the user: train, step or change the experiment.
    if (run.kind !== 'idle' || experiment.seed !== opened.seed) return finish();
    if (snapshot?.step !== 0 || loadTimer !== undefined) return;
    loadTimer = setTimeout(start, MAX_LOAD_TIME);
    void pageShown.then(() => {
      if (!over) wait = setTimeout(start, PRIOR_SHOWN);
    });
  });
  function finish() {
    over = true;
    stop();
    clearTimeout(loadTimer);
    clearTimeout(wait);
  }
  function start() {
    finish();
    play();
  }
}
