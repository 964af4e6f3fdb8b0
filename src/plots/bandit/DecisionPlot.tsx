import { scaleLinear } from 'd3';
import { useMemo } from 'react';
import { t } from '../../i18n/index.ts';
import { Axes } from '../frame/Axes.tsx';
import { Figure } from '../frame/Figure.tsx';
import { createFrame } from '../frame/frame.ts';
import { horizontalTicks } from '../frame/ticks.ts';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSummary } from '../frame/useSummary.ts';
import marks from './BanditPlots.module.css';
import { type DrawnRewards, decisionSummary, rewardDomain, stackDots } from './decisionPlot.ts';

/** Radii in multiples of the font size: of a draw, and of the draw that decided. */
const radius = { draw: 0.26, chosen: 0.46 } as const;
const margins = { left: 1.2, right: 1.2, top: 2.2, bottom: 3.1 };

interface DecisionPlotProps {
  readonly rewards: DrawnRewards;
  /** Name of the mushroom, for the summary. */
  readonly subject: string;
}

/**
 * Dot plot of the expected reward of eating, one dot per draw of q; the draw that decided is marked, with its
 * expected reward of leaving.
 */
export function DecisionPlot({ rewards, subject }: DecisionPlotProps) {
  const { setHost, size, theme } = usePlotArea();
  const layout = useMemo(() => {
    if (!size || !theme) return null;
    const { fontSize } = theme;
    const frame = createFrame(size, fontSize, margins);
    const domain = rewardDomain(rewards);
    const x = scaleLinear(domain, [frame.left, frame.right]);
    const wide = 2 * radius.draw * fontSize;
    const dots = stackDots(rewards.draws, x, wide);
    const tallest = dots.reduce((most, { height }) => Math.max(most, height + 1), 1);
    const rise = Math.min(wide, (frame.bottom - frame.top - 1.2 * fontSize) / tallest);
    return {
      fontSize,
      frame,
      x,
      dots,
      rise,
      ticks: horizontalTicks(domain, frame.right - frame.left, fontSize),
    };
  }, [size, theme, rewards]);
  const summary = useSummary(() => decisionSummary(rewards), subject);
  return (
    <Figure still summary={summary} areaRef={setHost} minHeight={8}>
      {layout && (
        <svg aria-hidden="true">
          <Marks rewards={rewards} {...layout} />
        </svg>
      )}
    </Figure>
  );
}

interface MarksProps {
  readonly rewards: DrawnRewards;
  readonly fontSize: number;
  readonly frame: ReturnType<typeof createFrame>;
  readonly x: (reward: number) => number;
  readonly dots: ReturnType<typeof stackDots>;
  /** Vertical distance between stacked dots in pixels. */
  readonly rise: number;
  readonly ticks: ReturnType<typeof horizontalTicks>;
}

function Marks({
  rewards: { eat, leave, expectedReward },
  fontSize,
  frame,
  x,
  dots,
  rise,
  ticks,
}: MarksProps) {
  const { top, bottom } = frame;
  const chosenY = top + 0.9 * fontSize;
  return (
    <>
      <Axes
        frame={frame}
        fontSize={fontSize}
        xTicks={ticks}
        yTicks={[]}
        x={x}
        y={() => bottom}
        xLabel={t('expected reward of eating')}
        yLabel=""
      />
      <line
        className={marks.expectedReward}
        x1={x(expectedReward)}
        x2={x(expectedReward)}
        y1={top}
        y2={bottom}
      />
      {dots.map((dot) => (
        <circle
          key={`${dot.x} ${dot.height}`}
          className={marks.dot}
          cx={dot.x}
          cy={bottom - (dot.height + 0.5) * rise - 1}
          r={radius.draw * fontSize}
        />
      ))}
      <line className={marks.leaving} x1={x(leave)} x2={x(leave)} y1={top} y2={bottom} />
      <line className={marks.stem} x1={x(eat)} x2={x(eat)} y1={chosenY} y2={bottom} />
      <circle
        className={marks.chosen}
        cx={x(eat)}
        cy={chosenY}
        r={radius.chosen * fontSize}
        data-chosen={eat > leave}
      />
    </>
  );
}
