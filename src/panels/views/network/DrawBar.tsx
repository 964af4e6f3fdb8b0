import type { DrawMode } from '../../../experiment/document/experiment.ts';
import { rangeAt } from '../../../experiment/document/fields.ts';
import { t, tRich } from '../../../i18n/index.ts';
import { formatWhole } from '../../../i18n/numbers.ts';
import { methods } from '../../../model/methods/index.ts';
import { costText } from '../../../plots/cost/costUnits.ts';
import { type Segment, Segments } from '../../controls/fields/Segments.tsx';
import buttons from '../../ui/buttons.module.css';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from './DrawBar.module.css';

const modes = (): readonly Segment<DrawMode>[] => [
  { value: 'off', label: 'q', term: 'q' },
  { value: 'frozen', label: t('Freeze ε'), term: 'epsilon' },
  { value: 'resampled', label: t('Resample'), term: 'draw' },
  { value: 'zero', label: 'ε = 0', term: 'epsilon' },
];

/** A description of each mode. */
const meanings = (): Readonly<Record<DrawMode, string>> => ({
  off: t('The whole of q is drawn, no single w.'),
  frozen: t('One ε for good: w moves only because μ and σ do.'),
  resampled: t('Another ε at every picture: w = μ + σ ∘ ε.'),
  zero: t('w = μ, the means, without noise.'),
});

/** Chooses the single draw w = μ + σ ∘ ε that edges, weights, curve and costs show. Renders nothing where there is no q. */
export function DrawBar() {
  const { change } = usePlayground();
  const mode = useExperiment(({ view }) => view.draw);
  const index = useExperiment(({ view }) => view.drawIndex);
  const hasQ = useExperiment(({ inference }) => methods[inference.method].cost === 'free-energy');
  const units = useExperiment(({ view }) => view.units);
  const draw = usePlaygroundState(({ snapshot }) => snapshot?.draw ?? null);
  if (!hasQ) return null;
  const says = meanings();
  const cost = (
    <output key="cost" aria-live="off">
      {draw && costText(draw.complexityCost + draw.likelihoodCost, units)}
    </output>
  );
  return (
    <div className={styles.bar}>
      <Segments
        label={t('Draw that is followed: w = μ + σ ∘ ε, ε standard normal noise')}
        value={mode}
        choices={modes()}
        onChoose={(value) => change({ 'view.draw': value })}
      />
      <button
        type="button"
        className={buttons.button}
        disabled={mode !== 'frozen'}
        title={t('The next draw of q')}
        onClick={() => change({ 'view.drawIndex': (index + 1) % (rangeAt('view.drawIndex').maximum + 1) })}
      >
        {t('Next')}
      </button>
      <p className={styles.says} title={says[mode]}>
        {draw && mode !== 'off'
          ? draw.index === null
            ? tRich('w = μ costs {cost}', { cost })
            : tRich('draw {index} costs {cost}', { index: formatWhole(draw.index), cost })
          : mode === 'off'
            ? says.off
            : t('Too large a network to follow one draw.')}
      </p>
    </div>
  );
}
