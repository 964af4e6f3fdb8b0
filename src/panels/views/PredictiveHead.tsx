import { methods } from '../../methods/index.ts';
import { useExperiment, usePlaygroundState } from '../playground.ts';
import { stageCaption } from '../stageCaption.ts';
import { TruthButton } from '../TruthBar.tsx';
import styles from '../views.module.css';

/** Above every picture of the prediction: what it shows and, where it can be drawn beside it, the way to the truth. */
export function PredictiveHead({ comparable = false }: { readonly comparable?: boolean }) {
  const caption = usePlaygroundState(({ run, snapshot }) => stageCaption(run.kind, snapshot?.step ?? null));
  const against = useExperiment(({ inference }) => methods[inference.method].against);
  const truth = usePlaygroundState((state) => state.truth.kind);
  return (
    <header className={styles.head}>
      <h2 id="predictive-title">Predictive</h2>
      <p className={styles.caption}>{caption}</p>
      {comparable && (against || truth !== 'off') && <TruthButton />}
    </header>
  );
}
