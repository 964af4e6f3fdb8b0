import { type ReactNode, useState } from 'react';
import type { CurvePredictive } from '../../../experiment/pictures/snapshot.ts';
import { t } from '../../../i18n/index.ts';
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
import buttons from '../../ui/buttons.module.css';
import { usePlaygroundState } from '../../ui/playgroundContext.ts';
import { ClearBar } from './ClearBar.tsx';
import styles from './CurveTools.module.css';

/**
 * The parts that the tools add: buttons next to the heading, a bar below it, marks over the plot, and whether a guess
 * is drawn.
 */
export interface CurveTools {
  readonly choices: ReactNode;
  readonly bar: ReactNode;
  readonly marks: ((frame: Frame, scales: PlotScales) => ReactNode) | null;
  readonly guess: GuessMode | null;
}

type Tool = 'none' | 'clear' | 'guess' | 'revealed';

/** The tools of a curve: deleting the points of a range, and guessing the band before it is shown. */
export function useCurveTools(predictive: CurvePredictive | null, share: string): CurveTools {
  const points = usePlaygroundState((state) => state.points);
  const xDomain = usePlaygroundState((state) => state.xDomain);
  const yDomain = usePlaygroundState((state) => state.yDomain);
  const training = usePlaygroundState(({ run }) => run.kind === 'training');
  const [tool, setTool] = useState<Tool>('none');
  const [region, setRegion] = useState<Region | null>(null);
  const [guess, setGuess] = useState<BandGuess | null>(null);
  const end = () => {
    setTool('none');
    setRegion(null);
    setGuess(null);
  };
  const begin = (next: 'clear' | 'guess') => {
    setTool(next);
    setRegion(next === 'clear' ? { x: xDomain, y: null } : null);
    setGuess(next === 'guess' ? initialGuess(xDomain, yDomain) : null);
  };
  const button = (label: string, act: () => void, enabled = true) => (
    <button type="button" className={buttons.button} disabled={!enabled} onClick={act}>
      {label}
    </button>
  );
  const choices = (
    <span className={styles.choices}>
      {tool === 'none' ? (
        <>
          {button(t('Clear…'), () => begin('clear'), points.length > 0)}
          {button(t('Guess…'), () => begin('guess'), predictive !== null)}
        </>
      ) : (
        button(t('Done'), end)
      )}
    </span>
  );
  if (tool === 'clear')
    return {
      choices,
      guess: null,
      bar: <ClearBar region={region} plane={false} onRegion={setRegion} />,
      marks: (frame, scales) => (
        <RegionBrush frame={frame} scales={scales} region={region} rectangle={false} onRegion={setRegion} />
      ),
    };
  if (guess && (tool === 'guess' || tool === 'revealed'))
    return {
      choices,
      guess: tool === 'guess' ? 'alone' : 'beside',
      bar: (
        <div className={styles.bar} role="group" aria-label={t('Guess the band')}>
          {tool === 'guess' ? (
            <>
              {training
                ? t('Drag the edges to the {share} band of y that you expect. Training goes on meanwhile.', {
                    share,
                  })
                : t('Drag the edges to the {share} band of y that you expect.', { share })}
              {button(t('Reveal'), () => setTool('revealed'))}
            </>
          ) : (
            <>
              <span role="status">{predictive && scoreText(scoreGuess(guess, predictive, yDomain))}</span>
              {button(t('Guess again'), () => setTool('guess'))}
            </>
          )}
        </div>
      ),
      marks: (frame, scales) => (
        <BandHandles
          frame={frame}
          scales={scales}
          guess={guess}
          onGuess={tool === 'guess' ? setGuess : null}
        />
      ),
    };
  return { choices, bar: null, marks: null, guess: null };
}
