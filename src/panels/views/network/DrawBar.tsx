import type { DrawMode } from '../../../experiment/document/experiment.ts';
import { say, sayParts } from '../../../i18n/index.ts';
import { formatWhole } from '../../../i18n/numbers.ts';
import { methods } from '../../../model/methods/index.ts';
import { costText } from '../../../plots/cost/costUnits.ts';
import { type Segment, Segments } from '../../controls/fields/Segments.tsx';
import buttons from '../../ui/buttons.module.css';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from './DrawBar.module.css';

const modes = (): readonly Segment<DrawMode>[] => [
  { value: 'off', label: 'q' },
  { value: 'frozen', label: say('Freeze ε') },
  { value: 'resampled', label: say('Resample') },
  { value: 'zero', label: 'ε = 0' },
];

/** What each mode shows. */
const meanings = (): Readonly<Record<DrawMode, string>> => ({
  off: say('The whole of q is drawn, no single w.'),
  frozen: say('One ε for good: w moves only because μ and σ do.'),
  resampled: say('Another ε at every picture: w = μ + σ ∘ ε.'),
  zero: say('w = μ, the means, without noise.'),
});

/** Which single draw w = μ + σ ∘ ε is followed on edges, weights, curve and cost. Nothing where there is no q. */
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
        label={say('Draw that is followed: w = μ + σ ∘ ε, ε standard normal noise')}
        value={mode}
        choices={modes()}
        onChoose={(value) => change({ 'view.draw': value })}
      />
      <button
        type="button"
        className={buttons.button}
        disabled={mode !== 'frozen'}
        title={say('The next draw of q')}
        onClick={() => change({ 'view.drawIndex': (index + 1) % 1_000_000 })}
      >
        {say('Next')}
      </button>
      <p className={styles.says} title={says[mode]}>
        {draw && mode !== 'off'
          ? draw.index === null
            ? sayParts('w = μ costs {cost}', { cost })
            : sayParts('draw {index} costs {cost}', { index: formatWhole(draw.index), cost })
          : mode === 'off'
            ? says.off
            : say('Too large a network to follow one draw.')}
      </p>
    </div>
  );
}
