import { memo, useDeferredValue } from 'react';
import { type CostName, costWords } from '../methods/costs.ts';
import { methods } from '../methods/index.ts';
import { CostPlot } from '../plots/CostPlot.tsx';
import { formatNumber } from '../plots/format.ts';
import { useExperiment, usePlaygroundState } from './playground.ts';
import styles from './views.module.css';

/** Draws only what is new to it: the urgent render of a snapshot passes it by. */
const Plot = memo(CostPlot);

/** What the page calls the costs of the chosen method. */
function useCostWords() {
  return useExperiment(({ inference }) => costWords[methods[inference.method].cost]);
}

/** The objective over the run, and what it is made of now. */
export function CostView() {
  const history = useDeferredValue(usePlaygroundState((state) => state.history));
  const words = useCostWords();
  return (
    <section className={styles.view} aria-labelledby="cost-title">
      <header className={styles.head}>
        <h2 id="cost-title">{words.title}</h2>
        <Weighted />
        <Terms />
      </header>
      <div className={styles.plot}>
        <Plot history={history} words={words} />
      </div>
    </section>
  );
}

/** Total = complexity + likelihood, with the numbers of the last snapshot, in nats. */
function Terms() {
  const costs = usePlaygroundState(({ snapshot }) => snapshot?.freeEnergy ?? null);
  const { total, complexity, likelihood } = useCostWords();
  const sharpening = costs?.sharpeningCost;
  return (
    <p className={styles.terms}>
      <span>
        <Term name={total} value={costs?.total} />
      </span>
      <span className={styles.complexity}>
        <span className={styles.operator}>=</span>{' '}
        <Term
          name={sharpening === undefined ? complexity : withSharpening(complexity, sharpening)}
          value={costs?.complexityCost}
        />
      </span>
      <span className={styles.likelihood}>
        <span className={styles.operator}>+</span> <Term name={likelihood} value={costs?.likelihoodCost} />
      </span>
      <span className={styles.caption}>nats</span>
    </p>
  );
}

/** The complexity cost of a posterior that every minibatch sharpens: the KL of its weights is part of it. */
function withSharpening(name: CostName, sharpening: number): CostName {
  return {
    ...name,
    says: `${name.says} ${formatNumber(sharpening)} nats of it are the KL of every minibatch’s sharpened weights.`,
  };
}

function Term({
  name: { short, formula, says },
  value,
}: {
  readonly name: CostName;
  readonly value: number | undefined;
}) {
  return (
    <span title={says}>
      {formula ? <var>{short}</var> : short}{' '}
      <output aria-live="off">{formatNumber(value ?? Number.NaN)}</output>
    </span>
  );
}

/** With β ≠ 1 the costs are shown as they are, and training weighs them otherwise: said beside them. */
function Weighted() {
  const { unlessWeighted } = useCostWords();
  const weight = useExperiment(({ inference }) => inference.klWeight);
  const chains = useExperiment(({ inference }) => methods[inference.method].chains);
  if (weight === 1 || chains) return null;
  const beta = formatNumber(weight);
  return (
    <p
      className={styles.weighted}
      title={`The costs are shown for β = 1; training multiplies the first by ${beta}.`}
    >
      {`β = ${beta}: ${unlessWeighted}`}
    </p>
  );
}
