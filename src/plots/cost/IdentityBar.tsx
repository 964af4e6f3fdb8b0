import type { CostUnit } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import { type Costs, costTexts, inUnits, withUnit } from './costUnits.ts';
import styles from './IdentityBar.module.css';
import { type IdentityPart, identityGeometry } from './identityBar.ts';

interface IdentityBarProps {
  /** In nats. */
  readonly costs: Costs;
  /** Costs of the followed draw, in nats; null without one. */
  readonly draw: Costs | null;
  readonly units: CostUnit;
}

const WIDTH = 200;
const rows = { complexity: 1, likelihood: 9, total: 17 } as const;

/** The identity complexity + likelihood = total as consecutive bars. */
export function IdentityBar({ costs, draw, units }: IdentityBarProps) {
  const geometry = identityGeometry(
    inUnits(costs.complexityCost, units),
    inUnits(costs.likelihoodCost, units),
    draw && inUnits(draw.complexityCost + draw.likelihoodCost, units),
    WIDTH,
  );
  const { complexity, likelihood, total } = costTexts(costs, units);
  return (
    <svg
      className={styles.bar}
      viewBox={`-2 0 ${WIDTH + 4} 24`}
      role="img"
      aria-label={t('{complexity} and {likelihood} add up to {total}', {
        complexity,
        likelihood,
        total: withUnit(total, units),
      })}
    >
      <path className={styles.zero} d={`M${geometry.zero},0V24`} />
      <Bar part={geometry.complexity} y={rows.complexity} className={styles.complexity} />
      <Bar part={geometry.likelihood} y={rows.likelihood} className={styles.likelihood} />
      <Bar part={geometry.total} y={rows.total} className={styles.total} />
      <path className={styles.step} d={`M${geometry.complexity.to},1V15M${geometry.total.to},9V23`} />
      {geometry.draw !== null && <path className={styles.draw} d={`M${geometry.draw},15V24`} />}
    </svg>
  );
}

function Bar({
  part: { from, to },
  y,
  className,
}: {
  readonly part: IdentityPart;
  readonly y: number;
  readonly className: string | undefined;
}) {
  return <rect className={className} x={Math.min(from, to)} y={y} width={Math.abs(to - from)} height={6} />;
}
