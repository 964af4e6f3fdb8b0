import { scaleLinear } from 'd3';
import styles from './OneStep.module.css';
import { oneStepProblem, type WeightStep } from './oneStep.ts';

/** Size of a strip in user units, and the weights that it shows; others are drawn at its edge. */
const [WIDTH, HEIGHT] = [210, 22];
const MIDDLE = HEIGHT / 2;
const x = scaleLinear([-3.2, 3.2], [0, WIDTH]).clamp(true);
const ticks = [-2, 0, 2];
const priorSigma = oneStepProblem.experiment.prior.sigma;

/** The axis above the strips. */
export function StripAxis() {
  return (
    <svg className={styles.strip} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={HEIGHT - 5} textAnchor="middle">
          {String(tick).replace('-', '−')}
        </text>
      ))}
    </svg>
  );
}

/** μ ± σ of a weight over that of its prior, and the weight that was drawn as a tick. Its numbers stand in the row. */
export function PosteriorStrip({ weight: { mu, sigma, w } }: { readonly weight: WeightStep }) {
  return (
    <svg className={styles.strip} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <rect
        className={styles.stripPrior}
        x={x(-priorSigma)}
        y={0}
        width={x(priorSigma) - x(-priorSigma)}
        height={HEIGHT}
      />
      <line className={styles.stripPosterior} x1={x(mu - sigma)} x2={x(mu + sigma)} y1={MIDDLE} y2={MIDDLE} />
      <circle className={styles.stripMean} cx={x(mu)} cy={MIDDLE} r={4} />
      <line className={styles.stripDraw} x1={x(w)} x2={x(w)} y1={2} y2={HEIGHT - 2} />
    </svg>
  );
}
