import type { ReactNode } from 'react';
import type { CostUnit } from '../../../experiment/document/experiment.ts';
import type { FreeEnergy } from '../../../experiment/pictures/snapshot.ts';
import { t } from '../../../i18n/index.ts';
import { formatWhole } from '../../../i18n/numbers.ts';
import { type CostName, costWords } from '../../../model/methods/costs.ts';
import { methods } from '../../../model/methods/index.ts';
import { costText, costTexts } from '../../../plots/cost/costUnits.ts';
import { IdentityBar } from '../../../plots/cost/IdentityBar.tsx';
import { formatNumber } from '../../../plots/frame/format.ts';
import { useTerm } from '../../../plots/frame/useTerm.tsx';
import type { HighlightTarget } from '../../../store/state.ts';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import { equations } from './equations.tsx';
import styles from './ObjectiveBar.module.css';

/**
 * The objective as an equation with the current value of each term. Hovering or focusing a term highlights its controls and
 * plots; a click pins the highlight.
 */
export function ObjectiveBar() {
  const kind = useExperiment(({ inference }) => methods[inference.method].cost);
  const words = costWords[kind];
  const equation = equations[kind];
  const costs = usePlaygroundState(({ snapshot }) => snapshot?.freeEnergy ?? null);
  const draw = usePlaygroundState(({ snapshot }) => snapshot?.draw ?? null);
  const step = usePlaygroundState(({ snapshot }) => snapshot?.step);
  const viewed = usePlaygroundState((state) => state.viewed);
  const units = useExperiment(({ view }) => view.units);
  const texts = costTexts(costs, units);
  return (
    <section className={styles.bar} aria-label={t('Objective')} data-step={step}>
      <div className={styles.equation}>
        <Term highlighted="total" name={words.total} value={texts.total} units={units} of={equation.total} />
        <span className={styles.sign} aria-hidden="true">
          =
        </span>
        <Term
          highlighted="complexity"
          name={words.complexity}
          remark={sharpeningText(costs, units)}
          value={texts.complexity}
          units={units}
          of={equation.complexity}
        />
        <Term
          highlighted="likelihood"
          name={words.likelihood}
          value={texts.likelihood}
          units={units}
          of={equation.likelihood}
        />
      </div>
      {costs && <IdentityBar costs={costs} draw={draw} units={units} />}
      {viewed === null ? (
        <Negative isNegative={costs !== null && costs.likelihoodCost < 0} />
      ) : (
        <p className={styles.negative} data-shown>
          {t('Looking back at step {step}.', { step: formatWhole(viewed) })}
        </p>
      )}
      <Weighted />
    </section>
  );
}

/** A remark on the complexity cost of a sharpened posterior, which includes the KL of each minibatch's weights. */
function sharpeningText(costs: FreeEnergy | null, units: CostUnit): string | null {
  const sharpening = costs?.sharpeningCost;
  if (sharpening === undefined) return null;
  const cost = costText(sharpening, units);
  return t('{cost} of it are the KL of every minibatch’s sharpened weights.', { cost });
}

interface TermProps {
  readonly highlighted: HighlightTarget;
  readonly name: CostName;
  readonly value: string;
  readonly units: CostUnit;
  readonly of: ReactNode;
  /** A remark on the term, after its description. */
  readonly remark?: string | null;
}

function Term({ highlighted, name, value, units, of, remark = null }: TermProps) {
  const { highlight, pinHighlight } = usePlayground();
  const held = usePlaygroundState((state) => state.pinnedHighlight === highlighted);
  const { handlers, sentenceId, answer } = useTerm(name.term, remark);
  const says = [t(name.says), ...(remark === null ? [] : [remark])].join(' ');
  return (
    <>
      <button
        type="button"
        className={styles.term}
        data-term={highlighted}
        aria-pressed={held}
        aria-describedby={sentenceId}
        {...handlers}
        onPointerEnter={(event) => {
          highlight(highlighted);
          handlers.onPointerEnter(event);
        }}
        onPointerLeave={(event) => {
          highlight(null);
          handlers.onPointerLeave(event);
        }}
        onFocus={(event) => {
          highlight(highlighted);
          handlers.onFocus(event);
        }}
        onBlur={(event) => {
          highlight(null);
          handlers.onBlur(event);
        }}
        onClick={() => pinHighlight(held ? null : highlighted)}
      >
        <span className="visually-hidden">
          {`${t(name.long)}: ${value} ${t(units === 'nats' ? 'nats' : 'bits')}. ${says}`}
        </span>
        <span className={styles.shown} aria-hidden="true">
          {of}
          <span className={styles.value}>
            <span className={styles.word}>{name.formula ? '' : t(name.short)}</span>
            <output aria-live="off">{value}</output>
          </span>
        </span>
      </button>
      {answer}
    </>
  );
}

/** Why a cost can be negative; its space is reserved for targets that have a density. */
function Negative({ isNegative }: { readonly isNegative: boolean }) {
  const hasDensity = useExperiment(({ dataset }) => dataset.task === 'regression');
  if (!hasDensity) return null;
  return (
    <p
      className={styles.negative}
      data-shown={isNegative}
      title={t(
        'A density is not a probability: for y within a narrow band it can be far above 1, and then −log p is below 0.',
      )}
    >
      {t('Below 0, as a density can exceed 1')}
    </p>
  );
}

/** A remark for β ≠ 1: the costs are shown unweighted, while training weights them by β. */
function Weighted() {
  const words = useExperiment(({ inference }) => costWords[methods[inference.method].cost]);
  const weight = useExperiment(({ inference }) => inference.klWeight);
  const chains = useExperiment(({ inference }) => methods[inference.method].chains);
  if (weight === 1 || chains) return null;
  const beta = formatNumber(weight);
  return (
    <p
      className={styles.weighted}
      title={t('The costs are shown for β = 1; training multiplies the first by {beta}.', { beta })}
    >
      {`β = ${beta}: ${t(words.unlessWeighted)}`}
    </p>
  );
}
