import { useCallback, useEffect, useId, useMemo, useState } from 'react';
import { experimentSplit } from '../../../experiment/pictures/data.ts';
import { t } from '../../../i18n/index.ts';
import { loadDataset } from '../../../model/datasets/index.ts';
import { DrawingPad } from '../../../panels/views/images/DrawingPad.tsx';
import { Thumbnail } from '../../../plots/images/Thumbnail.tsx';
import { type OpenedRun, useTrained } from '../../trained/useTrained.ts';
import exhibit from '../exhibit.module.css';
import { NetworkAnswer } from './NetworkAnswer.tsx';
import { digitReader } from './readDigits.ts';
import styles from './TenClasses.module.css';
import { type Shown, shape, shownImages } from './tenClasses.ts';

const names = ['digitsMap', 'digitsBayes'] as const;

/** Two networks trained on the same digits, by MAP and by Bayes by Backprop, and what they say about other images. */
export function TenClasses() {
  const runs = useTrained(names);
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => {
    void loadDataset('digits').then(() => setLoaded(true));
  }, []);
  if (!runs || !isLoaded) return <p>{t('Loading…')}</p>;
  if (runs.some(({ checkpoint }) => !checkpoint))
    return <p>{t('The trained networks could not be loaded.')}</p>;
  return <Networks runs={runs} />;
}

/** What the reader draws, among the images. */
const DRAWN = 'drawn';

function Networks({ runs }: { readonly runs: readonly OpenedRun[] }) {
  const images = useMemo(() => {
    const { heldOut } = experimentSplit(runs[0]!.experiment);
    return shownImages(heldOut.find(({ y }) => y === 3)!.x);
  }, [runs]);
  const readers = useMemo(
    () => runs.map(({ experiment, checkpoint }) => digitReader(experiment, checkpoint!.state)),
    [runs],
  );
  const [chosen, setChosen] = useState<number | typeof DRAWN>(0);
  const [drawing, setDrawing] = useState<readonly number[]>([]);
  const draw = useCallback((image: number[]) => setDrawing(image), []);
  const shown = chosen === DRAWN ? null : images[chosen]!;
  const image = shown?.image ?? (drawing.some((value) => value > 0) ? drawing : null);
  const answers = useMemo(() => readers.map((read) => (image ? read(image) : null)), [readers, image]);
  return (
    <div className={exhibit.exhibit}>
      <Choices images={images} chosen={chosen} onChoose={setChosen} />
      <div className={styles.networks}>
        <div className={styles.shown}>
          {shown ? (
            <>
              <Thumbnail image={shown.image} shape={shape} size={9} colorOf={shown.colorOf} />
              <p>{t(shown.label)}</p>
            </>
          ) : (
            <>
              <DrawingPad shape={shape} onDraw={draw} />
              <p>{t('A digit, a letter, a face: large, and in the middle.')}</p>
            </>
          )}
        </div>
        {[t('One network: MAP'), t('Many networks: Bayes by Backprop')].map((title, index) => (
          <NetworkAnswer
            key={names[index]}
            title={title}
            answer={answers[index]!}
            trueClass={shown?.trueClass ?? null}
            isDistribution={index === 1}
          />
        ))}
      </div>
    </div>
  );
}

interface ChoicesProps {
  readonly images: readonly Shown[];
  readonly chosen: number | typeof DRAWN;
  readonly onChoose: (chosen: number | typeof DRAWN) => void;
}

/** The images, and the pad. */
function Choices({ images, chosen, onChoose }: ChoicesProps) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend className="visually-hidden">{t('What the networks are shown')}</legend>
      {images.map(({ label, image, colorOf }, index) => (
        <label key={label}>
          <input type="radio" name={name} checked={index === chosen} onChange={() => onChoose(index)} />
          <Thumbnail image={image} shape={shape} size={2.5} colorOf={colorOf} />
          <span>{t(label)}</span>
        </label>
      ))}
      <label>
        <input type="radio" name={name} checked={chosen === DRAWN} onChange={() => onChoose(DRAWN)} />
        <svg className={styles.pen} viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4,20l1,-4L16,5l3,3L8,19Z" />
        </svg>
        <span>{t('draw your own')}</span>
      </label>
    </fieldset>
  );
}
