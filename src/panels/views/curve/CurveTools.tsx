import { type ReactNode, useEffect, useState } from 'react';
import type { CurvePredictive } from '../../../experiment/pictures/snapshot.ts';
import { t } from '../../../i18n/index.ts';
import { formatWhole } from '../../../i18n/numbers.ts';
import type { Frame } from '../../../plots/frame/frame.ts';
import { BandHandles } from '../../../plots/predictive/BandHandles.tsx';
import {
  type BandGuess,
  type GuessMode,
  initialGuess,
  scoreGuess,
  scoreText,
} from '../../../plots/predictive/bandGuess.ts';
import type { PlotScales } from '../../../plots/predictive/predictivePlot.ts';
import { type Region, RegionBrush } from '../../../plots/predictive/RegionBrush.tsx';
import { MenuEntry } from '../../ui/PanelMenu.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import { ClearBar } from './ClearBar.tsx';
import { GuessBar, type GuessStage } from './GuessBar.tsx';

/**
 * The parts that the tools add: entries of the panel's menu, a bar in its heading, marks over the plot, and whether a
 * guess is drawn.
 */
export interface CurveTools {
  readonly entries: ReactNode;
  readonly bar: ReactNode;
  readonly marks: ((frame: Frame, scales: PlotScales) => ReactNode) | null;
  readonly guess: GuessMode | null;
}

type Tool = 'none' | 'clear' | GuessStage;

/** Steps that a network at its prior is trained before a guess is compared with it, unless the link says when to stop. */
const REVEAL_STEPS = 2000;

/** The tools of a curve: deleting the points of a range, and guessing the band before it is shown. */
export function useCurveTools(predictive: CurvePredictive | null, share: string): CurveTools {
  const { step } = usePlayground();
  const points = usePlaygroundState((state) => state.points);
  const xDomain = usePlaygroundState((state) => state.xDomain);
  const yDomain = usePlaygroundState((state) => state.yDomain);
  const training = usePlaygroundState(({ run }) => run.kind === 'training');
  const trained = usePlaygroundState(({ snapshot }) => (snapshot?.step ?? 0) > 0);
  const stopAt = useExperiment(({ view }) => view.stopAt);
  const [tool, setTool] = useState<Tool>('none');
  const [region, setRegion] = useState<Region | null>(null);
  const [guess, setGuess] = useState<BandGuess | null>(null);
  // Shows the band when training ends, also if it is paused before the last step.
  useEffect(() => {
    if (tool === 'training' && trained && !training) setTool('revealed');
  }, [tool, trained, training]);
  const steps = stopAt > 0 ? stopAt : REVEAL_STEPS;
  const end = () => {
    setTool('none');
    setRegion(null);
    setGuess(null);
  };
  const begin = (next: 'clear' | 'drawing') => {
    setTool(next);
    setRegion(next === 'clear' ? { x: xDomain, y: null } : null);
    setGuess(next === 'drawing' ? initialGuess(xDomain, yDomain) : null);
  };
  const reveal = () => {
    if (trained) return setTool('revealed');
    setTool('training');
    if (!training) step(steps);
  };
  const entries = (
    <>
      <MenuEntry
        label={t('Guess the band…')}
        enabled={predictive !== null}
        onChoose={() => begin('drawing')}
      />
      <MenuEntry label={t('Clear a range…')} enabled={points.length > 0} onChoose={() => begin('clear')} />
    </>
  );
  if (tool === 'clear')
    return {
      entries,
      guess: null,
      bar: <ClearBar region={region} plane={false} onRegion={setRegion} onDone={end} />,
      marks: (frame, scales) => (
        <RegionBrush frame={frame} scales={scales} region={region} rectangle={false} onRegion={setRegion} />
      ),
    };
  if (guess && tool !== 'none')
    return {
      entries,
      guess: tool === 'revealed' ? 'beside' : 'alone',
      bar: (
        <GuessBar
          stage={tool}
          share={share}
          training={training}
          steps={trained || training ? null : formatWhole(steps)}
          score={tool === 'revealed' && predictive ? scoreText(scoreGuess(guess, predictive, yDomain)) : null}
          onReveal={reveal}
          onAgain={() => setTool('drawing')}
          onDone={end}
        />
      ),
      marks: (frame, scales) => (
        <BandHandles
          frame={frame}
          scales={scales}
          guess={guess}
          onGuess={tool === 'drawing' ? setGuess : null}
        />
      ),
    };
  return { entries, bar: null, marks: null, guess: null };
}
