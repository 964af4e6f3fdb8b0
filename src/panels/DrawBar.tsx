import type { DrawMode } from '../experiment/experiment.ts';
import { methods } from '../methods/index.ts';
import { costText } from '../plots/costUnits.ts';
import buttons from './buttons.module.css';
import styles from './DrawBar.module.css';
import { Segments } from './fields/Segments.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from './playground.ts';

const modes: readonly { readonly value: DrawMode; readonly label: string }[] = [
  { value: 'off', label: 'q' },
  { value: 'frozen', label: 'Freeze ε' },
  { value: 'resampled', label: 'Resample' },
  { value: 'zero', label: 'ε = 0' },
];

const says: Readonly<Record<DrawMode, string>> = {
  off: 'The whole of q is drawn, no single w.',
  frozen: 'One ε for good: w moves only because μ and σ do.',
  resampled: 'Another ε at every picture: w = μ + σ ∘ ε.',
  zero: 'w = μ, the means, without noise.',
};

/** Which single draw w = μ + σ ∘ ε is followed on edges, weights, curve and cost. Nothing where there is no q. */
export function DrawBar() {
  const { change } = usePlayground();
  const mode = useExperiment(({ view }) => view.draw);
  const index = useExperiment(({ view }) => view.drawIndex);
  const hasQ = useExperiment(({ inference }) => methods[inference.method].cost === 'free-energy');
  const units = useExperiment(({ view }) => view.units);
  const draw = usePlaygroundState(({ snapshot }) => snapshot?.draw ?? null);
  if (!hasQ) return null;
  return (
    <div className={styles.bar}>
      <Segments
        label="Draw that is followed: w = μ + σ ∘ ε, ε standard normal noise"
        value={mode}
        choices={modes}
        onChoose={(value) => change({ 'view.draw': value })}
      />
      <button
        type="button"
        className={buttons.button}
        disabled={mode !== 'frozen'}
        title="The next draw of q"
        onClick={() => change({ 'view.drawIndex': (index + 1) % 1_000_000 })}
      >
        Next
      </button>
      <p className={styles.says} title={says[mode]}>
        {draw && mode !== 'off' ? (
          <>
            {draw.index === null ? 'w = μ' : `draw ${draw.index.toLocaleString('en-GB')}`} costs{' '}
            <output aria-live="off">{costText(draw.complexityCost + draw.likelihoodCost, units)}</output>
          </>
        ) : mode === 'off' ? (
          says.off
        ) : (
          'Too large a network to follow one draw.'
        )}
      </p>
    </div>
  );
}
