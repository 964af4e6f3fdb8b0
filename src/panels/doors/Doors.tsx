import { useEffect, useRef, useState } from 'react';
import type { Experiment } from '../../experiment/document/experiment.ts';
import { bandWidths, clearedInterval, indicesIn } from '../../experiment/scores/bandWidths.ts';
import { t } from '../../i18n/index.ts';
import { priors } from '../../model/priors/index.ts';
import { useSummary } from '../../plots/frame/useSummary.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import { predictiveOfKind } from '../views/predictiveOfKind.ts';
import styles from './Doors.module.css';
import { rememberDismissal, wereDismissed } from './dismissal.ts';
import { lookText, type Opened } from './look.ts';

/** The prior width of the second suggestion. */
const WIDE_PRIOR = 3;
/** Fewest points that a gap leaves on its sides. */
const MIN_LEFT = 4;
/** Steps after which the band is that of a trained network. */
const TRAINED_STEPS = 500;

/** The parts of an experiment that a person changes by using the page, besides its view. */
function modelOf({ dataset, network, prior, likelihood, inference }: Experiment): readonly unknown[] {
  return [dataset, network, prior, likelihood, inference];
}

/**
 * Three suggestions for a curve, as buttons, and what to look at after one was followed. A later visit does not show
 * them: using the page or the close button dismisses them.
 */
export function Doors() {
  const playground = usePlayground();
  const { store, change, clearPoints, deletePoints, play } = playground;
  const [shown] = useState(() => !wereDismissed());
  const [closed, setClosed] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  /** Whether a suggestion is carried out now. Any other change of the data makes its sentence obsolete. */
  const follows = useRef(false);
  const points = usePlaygroundState((state) => state.points);
  const canWiden = usePlaygroundState(
    ({ experiment: { prior } }) =>
      priors[prior.kind].controls.some(({ key }) => key === 'sigma') && prior.sigma < WIDE_PRIOR,
  );
  const gap = clearedInterval(points);
  const inGap = gap ? indicesIn(points, gap) : [];
  const canClear = inGap.length > 0 && points.length - inGap.length >= MIN_LEFT;
  useEffect(
    () =>
      store.subscribe(({ experiment }, before) => {
        if (experiment === before.experiment) return;
        const added = experiment.dataset.points.length > before.experiment.dataset.points.length;
        if (experiment.dataset !== before.experiment.dataset && !follows.current)
          setOpened((now) => (now?.door === 'points' && added ? now : null));
        const earlier = modelOf(before.experiment);
        if (modelOf(experiment).some((part, i) => part !== earlier[i])) rememberDismissal();
      }),
    [store],
  );
  const snapshot = usePlaygroundState((state) => state.snapshot);
  const isPaused = usePlaygroundState(({ run }) => run.kind === 'paused');
  const text = useSummary(() => {
    const trained = snapshot && (snapshot.step >= TRAINED_STEPS || (snapshot.step > 0 && isPaused));
    return opened
      ? lookText(opened, trained ? predictiveOfKind(snapshot.predictive, 'curve') : null, points)
      : t('One click each; then a line here says what to look at.');
  }, opened?.door);
  if (!shown) return null;
  const follow = (next: Opened, act: () => unknown) => {
    follows.current = true;
    act();
    follows.current = false;
    setOpened(next);
    if (store.getState().run.kind !== 'training') play();
  };
  const door = (label: string, enabled: boolean, onClick: () => void) => (
    <button type="button" className={styles.door} disabled={!enabled} onClick={onClick}>
      {label}
    </button>
  );
  const widthsNow = () => {
    const fit = snapshot && snapshot.step >= TRAINED_STEPS && predictiveOfKind(snapshot.predictive, 'curve');
    return fit ? bandWidths(fit, points) : null;
  };
  return (
    // A closed row keeps its height in this visit, so that closing it moves nothing.
    <div className={styles.row} role="group" aria-label={t('Three things to try')} data-closed={closed}>
      <span className={styles.lead}>{t('Try:')}</span>
      {door(t('Clear a gap'), canClear, () => gap && follow({ door: 'gap', gap }, () => deletePoints(inGap)))}
      {door(t('Widen the prior'), canWiden, () =>
        follow({ door: 'prior', before: widthsNow() }, () => change({ 'prior.sigma': WIDE_PRIOR })),
      )}
      {door(t('Add your own points'), true, () => follow({ door: 'points' }, clearPoints))}
      <p role="status" className={styles.look} data-opened={opened !== null}>
        {text}
      </p>
      <button
        type="button"
        className={`${buttons.word} ${buttons.icon}`}
        aria-label={t('Dismiss the suggestions')}
        title={t('Dismiss')}
        onClick={() => {
          rememberDismissal();
          setClosed(true);
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
