import { t } from '../../i18n/index.ts';
import type { CostWords } from '../../model/methods/costs.ts';
import { type Frame, spreadLabels } from '../frame/frame.ts';
import marks from './CostPlot.module.css';
import type { CostStack } from './costPlot.ts';
import { equationTexts } from './costUnits.ts';

interface CostLabelsProps {
  readonly stack: CostStack;
  readonly frame: Frame;
  readonly y: (cost: number) => number;
  readonly fontSize: number;
  /** Names to show next to the numbers; null if there is no room. */
  readonly words: CostWords | null;
}

/** Costs of the latest step, at the right end of their areas, or of the step that is viewed. */
export function CostLabels({ stack, frame, y, fontSize, words }: CostLabelsProps) {
  const { complexity, likelihood, total } = stack;
  const texts = equationTexts(complexity[1] - complexity[0], likelihood[1] - likelihood[0]);
  const labels = [
    { part: 'total', text: texts.total, at: total, className: marks.total },
    {
      part: 'complexity',
      text: texts.complexity,
      at: (complexity[0] + complexity[1]) / 2,
      className: marks.complexity,
    },
    {
      part: 'likelihood',
      text: texts.likelihood,
      at: (likelihood[0] + likelihood[1]) / 2,
      className: marks.likelihood,
    },
  ] as const;
  const half = 0.6 * fontSize;
  const positions = spreadLabels(
    labels.map(({ at }) => y(at)),
    2 * half,
    frame.top + half,
    frame.bottom - half,
  );
  return labels.map(({ part, text, className }, index) => (
    <text key={part} className={className} x={frame.right + 6} y={positions[index]} dy="0.34em">
      {words ? `${t(part === 'total' ? words.total.long : words[part].short)} ${text}` : text}
    </text>
  ));
}
