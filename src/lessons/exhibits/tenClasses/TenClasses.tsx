import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../../i18n/index.ts';
import { formatWhole } from '../../../i18n/numbers.ts';
import buttons from '../../../panels/ui/buttons.module.css';
import { ClassBars } from '../../../plots/images/ClassBars.tsx';
import { Thumbnail } from '../../../plots/images/Thumbnail.tsx';
import type { Comparison } from '../../../store/comparison.ts';
import { useTrainedComparison } from '../../trained/useTrainedComparison.ts';
import exhibit from '../exhibit.module.css';
import { Numbers } from '../Numbers.tsx';
import { usePauseOffScreen } from '../usePauseOffScreen.ts';
import styles from './TenClasses.module.css';
import { shape, shownImages } from './tenClasses.ts';

const classNames = Array.from({ length: 10 }, (_, digit) => String(digit));
const interval = 0.9;
const names = ['digitsMap', 'digitsBayes'] as const;

/**
 * Two networks trained on the same digits, one with point estimates and one with a distribution over weights, and
 * their predictions for other images.
 */
export function TenClasses() {
  const comparison = useTrainedComparison(names);
  return comparison ? <Networks comparison={comparison} /> : <p>{t('Loading…')}</p>;
}

function Networks({ comparison }: { readonly comparison: Comparison }) {
  const { playgrounds, store, step } = comparison;
  const [host, setHost] = useState<HTMLDivElement | null>(null);
  usePauseOffScreen(host, playgrounds);
  const snapshots = useStore(store, (state) => state.snapshots);
  const training = useStore(store, (state) => state.training);
  const [point, byBayes] = playgrounds;
  const heldOut = useStore(point!.store, (state) => state.heldOut);
  const three = heldOut.find(({ y }) => y === 3)?.x ?? null;
  const images = useMemo(() => (three ? shownImages(three) : []), [three]);
  const [chosen, setChosen] = useState(0);
  useEffect(() => {
    if (images.length > 0) for (const { ask } of playgrounds) ask(images.map(({ image }) => image));
  }, [playgrounds, images]);
  useEffect(() => {
    if (!snapshots.some(Boolean)) return;
    const frame = requestAnimationFrame(() => {
      for (const { drawn } of playgrounds) drawn();
    });
    return () => cancelAnimationFrame(frame);
  }, [playgrounds, snapshots]);
  const shown = images[chosen];
  const answersOf = (index: number) => {
    const answers = snapshots[index]?.answers ?? null;
    return answers && answers.totalEntropy.length === images.length ? answers : null;
  };
  const steps = Math.min(...snapshots.map((snapshot) => snapshot?.step ?? 0));
  if (!byBayes || !shown) return <p ref={setHost}>{t('Loading…')}</p>;
  const networks = [t('One network: the most probable weights'), t('Many networks: weights drawn from q')];
  return (
    <div ref={setHost} className={exhibit.exhibit}>
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">{t('What the networks are shown')}</legend>
        {images.map(({ label, image, colorOf }, index) => (
          <label key={label}>
            <input
              type="radio"
              name="ten-classes"
              checked={index === chosen}
              onChange={() => setChosen(index)}
            />
            <Thumbnail image={image} shape={shape} size={3.5} colorOf={colorOf} />
            <span>{t(label)}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.networks}>
        {networks.map((title, index) => (
          <section key={title} aria-label={title}>
            <p className={styles.title}>{title}</p>
            <ClassBars
              answers={answersOf(index)}
              row={chosen}
              classNames={classNames}
              trueClass={shown.trueClass}
              interval={interval}
            />
          </section>
        ))}
      </div>
      <div className={exhibit.controls}>
        <Numbers numbers={[[t('steps trained'), formatWhole(steps)]]} />
        <button type="button" className={buttons.button} disabled={training} onClick={() => step(200)}>
          {training ? t('Training…') : t('Train 200 steps more')}
        </button>
      </div>
    </div>
  );
}
