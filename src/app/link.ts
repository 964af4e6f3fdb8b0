import type { Experiment } from '../experiment/document/experiment.ts';
import { decodeLink, encodeLink, type OpenedLink, pointsLeftBehind } from '../experiment/link/link.ts';
import type { Playground } from '../store/playground.ts';
import { framed, givenAddress, isEmbed } from './address.ts';

/** Debounce of further changes of the address, in ms. */
const DEBOUNCE = 300;
/** Time for which the prior predictive is shown before training starts, in ms; the first steps still resemble it. */
const PRIOR_SHOWN = 100;
/** Maximum time that training waits for the page to load, in ms. */
const MAX_LOAD_TIME = 3000;

/** The experiment of the address, and the faults found in it. */
export function openAddress(): OpenedLink {
  const address = givenAddress();
  const { experiment, notices } = decodeLink(address.hash, keptPoints());
  const embed = isEmbed(address);
  return { experiment: { ...experiment, view: { ...experiment.view, embed } }, notices };
}

/**
 * Keeps the address in step with the experiment, and the experiment with the address when the user edits it or goes back.
 * Only values that differ from the defaults are written. Another data set, and an experiment that is opened from a file or
 * a challenge, add a history entry; all other changes replace the present one, and so does everything in a frame, whose
 * entries would be added to those of the host.
 */
export function followLink(playground: Playground, pageShown: Promise<void>): void {
  const { store, loadExperiment } = playground;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let written = presentEntry();
  let opens = false;
  let isReading = false;
  const write = (experiment: Experiment, how: 'push' | 'replace') => {
    const entry = entryOf(experiment);
    if (how === 'replace' && isSame(entry, presentEntry())) return;
    const { pathname, search } = window.location;
    const state = entry.points && { points: entry.points };
    const url = entry.hash === '' ? `${pathname}${search}` : entry.hash;
    try {
      if (how === 'push') window.history.pushState(state, '', url);
      else window.history.replaceState(state, '', url);
    } catch {
      // A page loaded from another page's source (srcdoc) has no address to update.
    }
    written = presentEntry();
  };
  store.subscribe(({ experiment, opened }, before) => {
    opens ||= opened !== before.opened;
    if (experiment === before.experiment) return;
    const isOther = opens || experiment.dataset.id !== before.experiment.dataset.id;
    opens = false;
    if (isOther && !isReading && !framed()) {
      // The entry that is left has the last change before.
      write(before.experiment, 'replace');
      write(experiment, 'push');
    }
    // The first change is written at once, so that a reload keeps a new point; further changes of a drag are
    // debounced.
    if (pause === undefined) queueMicrotask(() => write(store.getState().experiment, 'replace'));
    clearTimeout(pause);
    pause = setTimeout(() => {
      pause = undefined;
      write(store.getState().experiment, 'replace');
    }, DEBOUNCE);
  });
  const read = () => {
    if (isSame(presentEntry(), written)) return;
    written = presentEntry();
    clearTimeout(pause);
    pause = undefined;
    const { experiment, notices } = openAddress();
    isReading = true;
    loadExperiment(atRest(experiment), notices);
    startAfterPrior(playground, experiment, pageShown);
    isReading = false;
  };
  // Going back between entries with the same hash fires no hashchange; an edited address fires both.
  window.addEventListener('popstate', read);
  window.addEventListener('hashchange', read);
}

/** What a history entry says of an experiment. */
interface Entry {
  /** With its `#`, or ''. */
  readonly hash: string;
  /** Points too many for the address, which are kept in `history.state` and survive a reload; null: none. */
  readonly points: string | null;
}

function entryOf(experiment: Experiment): Entry {
  const hash = encodeLink(experiment);
  return { hash: hash === '' ? '' : `#${hash}`, points: pointsLeftBehind(experiment) };
}

function presentEntry(): Entry {
  return { hash: window.location.hash, points: keptPoints() };
}

function isSame(a: Entry, b: Entry): boolean {
  return a.hash === b.hash && a.points === b.points;
}

/** The points of the present history entry. */
function keptPoints(): string | null {
  const kept: unknown = window.history.state?.points;
  return typeof kept === 'string' ? kept : null;
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
