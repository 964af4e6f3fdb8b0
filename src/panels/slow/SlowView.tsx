import { useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { estimators, weightDrawingEstimator } from '../../model/estimators/index.ts';
import { methods } from '../../model/methods/index.ts';
import { formatNumber } from '../../plots/frame/format.ts';
import { priorCurve } from '../../plots/weights/priorCurve.ts';
import { ReparameterizationPlot } from '../../plots/weights/ReparameterizationPlot.tsx';
import type { WeightDraw } from '../../plots/weights/reparameterization.ts';
import { nameBlocks, weightName } from '../../plots/weights/weightNames.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import views from '../ui/views.module.css';
import { followedWeight, lineValues, parts, partTexts, programLine, type StepContext } from './parts.ts';
import styles from './SlowView.module.css';

/** Time per part while slow motion plays, in ms: enough to read a sentence. */
const PART_DURATION_MS = 4000;

/** The part from which the gradient of μ is known. */
const GRADIENT_PART = 4;

/** The followed weight and its draw; null where the estimator draws no weights. */
function drawOf({ step, weights, weight }: StepContext): WeightDraw | null {
  const { epsilon, weights: drawn } = step;
  if (!epsilon || !drawn) return null;
  const at = (values: Float64Array) => values[weight] as number;
  return { mu: at(weights.mu), sigma: at(weights.sigma), epsilon: at(epsilon), weight: at(drawn) };
}

/** One training step of Bayes by Backprop part by part with numbers, next to plain backprop. */
export function SlowView() {
  const { step: train, showPart, drawWeightsInSteps, restoreEstimator, toggleSlowMotion } = usePlayground();
  const snapshot = usePlaygroundState((state) => state.snapshot);
  const experiment = useExperiment((of) => of);
  const selected = usePlaygroundState((state) => state.selectedWeight);
  const part = usePlaygroundState((state) => state.slowPart);
  const training = usePlaygroundState(({ run }) => run.kind === 'training');
  const viewed = usePlaygroundState((state) => state.viewed);
  const estimatorAfter = usePlaygroundState((state) => state.estimatorAfterSlow);
  const [playing, setPlaying] = useState(false);
  const next = snapshot?.nextStep ?? null;
  const context = useMemo(() => {
    if (!snapshot || !next) return null;
    const weight = followedWeight(next, selected);
    const name = weightName(nameBlocks(snapshot.weights.layers), weight);
    return { step: next, weights: snapshot.weights, experiment, weight, name };
  }, [snapshot, next, selected, experiment]);
  useEffect(() => () => showPart(null), [showPart]);
  const drawsNoWeights = experiment.inference.estimator !== weightDrawingEstimator;
  useEffect(() => {
    if (drawsNoWeights) drawWeightsInSteps();
  }, [drawsNoWeights, drawWeightsInSteps]);
  useEffect(() => restoreEstimator, [restoreEstimator]);
  useEffect(() => {
    if (part === null) showPart(0);
  }, [part, showPart]);
  const shown = part ?? 0;
  const program = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const line = program.current?.querySelectorAll('tbody tr')[shown];
    // Scrolls the table alone, not the page.
    if (program.current && line instanceof HTMLElement)
      program.current.scrollTop = line.offsetTop - (program.current.clientHeight - line.offsetHeight) / 2;
  }, [shown]);
  const showNext = () => {
    if (shown < parts.length - 1) return showPart(shown + 1);
    showPart(0);
    train(1);
  };
  useEffect(() => {
    if (!playing || !next || training) return;
    const timer = setTimeout(showNext, PART_DURATION_MS);
    return () => clearTimeout(timer);
  });
  const { kind: optimizer } = experiment.inference.optimizer;
  const draw = context && drawOf(context);
  const values = context ? lineValues(context) : [];
  const fitsDistribution = methods[experiment.inference.method].fitsDistribution;
  return (
    <section className={views.view} aria-labelledby="slow-title">
      <header className={views.head}>
        <h2 id="slow-title">
          {next ? t('Step {step}, slowly', { step: formatWhole(next.step) }) : t('A step, slowly')}
        </h2>
        <div className={styles.transport} role="group" aria-label={t('Slow motion')}>
          <button
            type="button"
            className={buttons.button}
            disabled={shown === 0}
            onClick={() => showPart(shown - 1)}
          >
            {t('Back')}
          </button>
          <button
            type="button"
            className={buttons.button}
            aria-pressed={playing}
            disabled={!next}
            onClick={() => setPlaying(!playing)}
          >
            <Icon name={playing ? 'pause' : 'play'} />
            {playing ? t('Hold') : t('Play slowly')}
          </button>
          <button type="button" className={buttons.button} disabled={!next || training} onClick={showNext}>
            {shown === parts.length - 1 ? t('Take the step') : t('Next part')}
          </button>
          <button type="button" className={buttons.button} onClick={toggleSlowMotion}>
            {t('Close')}
          </button>
        </div>
      </header>
      {estimatorAfter && (
        <p className={styles.note}>
          {t(
            'Here steps are taken by weight sampling, which draws every w. {estimator} returns when you close this.',
            { estimator: t(estimators[estimatorAfter].label) },
          )}
        </p>
      )}
      {context ? (
        <>
          <div className={styles.part}>
            <p className={styles.sentence} role="status">
              <strong>{t(parts[shown]!.title)}.</strong> {partTexts(context)[shown]}
            </p>
            {draw && (
              <div className={styles.picture}>
                <ReparameterizationPlot
                  draw={draw}
                  deviation={
                    priorCurve(experiment.prior, context.weights.priorScale[context.weight]).deviation
                  }
                  phase={shown === 0 ? 'noise' : shown < GRADIENT_PART ? 'weight' : 'gradient'}
                  gradientMu={context.step.gradientMu[context.weight] as number}
                />
              </div>
            )}
          </div>
          <div ref={program} className={styles.scroll}>
            <table className={styles.program}>
              <caption className="visually-hidden">
                {t(
                  'The program of one step: Bayes by Backprop, its values for {weight}, and plain backprop',
                  { weight: context.name },
                )}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{t('Bayes by Backprop')}</th>
                  <th scope="col">{t('now, {weight}', { weight: context.name })}</th>
                  <th scope="col">{t('Plain backprop')}</th>
                </tr>
              </thead>
              <tbody>
                {parts.map(({ title, bayes, plain }, i) => (
                  <tr key={title} aria-current={i === shown ? 'step' : undefined}>
                    <td data-differs={bayes !== plain}>
                      <button type="button" title={t(title)} onClick={() => showPart(i)}>
                        <code>{programLine(bayes, optimizer)}</code>
                      </button>
                    </td>
                    <td>
                      <output aria-live="off">{values[i]}</output>
                    </td>
                    <td data-differs={bayes !== plain}>
                      {plain ? <code>{programLine(plain, optimizer)}</code> : t('no noise: w is one number')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {context.step.complexityShare !== 1 && (
            <p className={styles.note}>
              {t(
                'πᵢ: this minibatch’s share of the complexity cost, β included: {share} (Blundell et al. 2015, §3.4).',
                { share: formatNumber(context.step.complexityShare) },
              )}
            </p>
          )}
        </>
      ) : (
        <p className={styles.note}>
          {!fitsDistribution
            ? t('This method has no step of Bayes by Backprop.')
            : viewed !== null
              ? t('The parts of a step are shown for the present. Press Now under the cost plot.')
              : t('This network is too large to take a step apart. Try fewer units, points or samples.')}
        </p>
      )}
    </section>
  );
}
