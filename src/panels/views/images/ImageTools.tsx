import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ClassAnswers, ImagesPredictive } from '../../../experiment/pictures/snapshot.ts';
import { t } from '../../../i18n/index.ts';
import { invertImage, noiseImage, rotateImage } from '../../../model/datasets/imageTransforms.ts';
import { ClassBars } from '../../../plots/images/ClassBars.tsx';
import { Filters } from '../../../plots/images/Filters.tsx';
import { RotationPlot } from '../../../plots/images/RotationPlot.tsx';
import { Thumbnail } from '../../../plots/images/Thumbnail.tsx';
import buttons from '../../ui/buttons.module.css';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import { PrunedNetwork } from '../weights/PrunedNetwork.tsx';
import { DrawingPad } from './DrawingPad.tsx';
import styles from './Images.module.css';
import { type Letter, letterImage, letterNames } from './letterImage.ts';
import type { ShownImages } from './shownImages.ts';

/** The tools next to the gallery. */
export type ImageTool = 'image' | 'turn' | 'draw' | 'other' | 'filters' | 'pruning';

/** The tools and their names. */
export const imageTools = (): readonly { readonly value: ImageTool; readonly label: string }[] => [
  { value: 'image', label: t('Image') },
  { value: 'turn', label: t('Turn') },
  { value: 'draw', label: t('Draw') },
  { value: 'other', label: t('No digit') },
  { value: 'filters', label: t('Filters') },
  { value: 'pruning', label: t('Pruning') },
];

interface ToolProps {
  readonly dataset: ShownImages;
  readonly predictive: ImagesPredictive | null;
  /** The chosen image, its index among the held-out images, and its class. */
  readonly image: readonly number[] | null;
  readonly row: number;
  readonly label: number | null;
}

/** The tool that is chosen, for the chosen image. */
export function ImageTools({ tool, ...props }: ToolProps & { readonly tool: ImageTool }) {
  const Tool = {
    image: ChosenImage,
    turn: TurnedImage,
    draw: DrawnImage,
    other: OtherImage,
    filters: FilterPictures,
    pruning: PrunedNetwork,
  }[tool];
  return (
    <section className={styles.detail} aria-label={imageTools().find(({ value }) => value === tool)?.label}>
      <Tool {...props} />
    </section>
  );
}

/** Sends these images as queries while they are shown. Their predicted classes; null until a snapshot contains them. */
function useAnswers(queries: readonly (readonly number[])[]): ClassAnswers | null {
  const { ask } = usePlayground();
  useEffect(() => {
    ask(queries);
    return () => ask([]);
  }, [ask, queries]);
  const answers = usePlaygroundState(({ snapshot }) => snapshot?.answers ?? null);
  return answers && answers.totalEntropy.length === queries.length ? answers : null;
}

function useInterval(): number {
  return useExperiment(({ prediction }) => prediction.interval);
}

function ChosenImage({ dataset, predictive, image, row, label }: ToolProps) {
  const interval = useInterval();
  if (!image) return null;
  return (
    <div className={styles.shown}>
      <div>
        <Thumbnail image={image} shape={dataset} size={9} />
        <p className={styles.words}>
          {label === null
            ? t('Training never saw it.')
            : t('Meant as a {label}. Training never saw it.', { label: dataset.classNames[label]! })}
        </p>
      </div>
      <ClassBars
        answers={predictive}
        row={row}
        classNames={dataset.classNames}
        trueClass={label}
        interval={interval}
      />
    </div>
  );
}

/** Every 15 degrees of a full turn. */
const angles: readonly number[] = Array.from({ length: 25 }, (_, i) => 15 * i - 180);

function TurnedImage({ dataset, image, label }: ToolProps) {
  const interval = useInterval();
  const [step, setStep] = useState(12);
  const queries = useMemo(
    () => (image ? angles.map((degrees) => rotateImage(image, dataset, degrees)) : []),
    [image, dataset],
  );
  const answers = useAnswers(queries);
  if (!image) return null;
  return (
    <>
      <div className={styles.shown}>
        <Thumbnail image={queries[step]!} shape={dataset} size={9} />
        <ClassBars
          answers={answers}
          row={step}
          classNames={dataset.classNames}
          trueClass={label}
          interval={interval}
        />
      </div>
      <div className={styles.turn}>
        <label className={styles.slider}>
          {t('Turn')}
          <input
            type="range"
            min={0}
            max={angles.length - 1}
            value={step}
            aria-valuetext={t('{angle} degrees', { angle: angles[step]! })}
            onChange={(event) => setStep(Number(event.target.value))}
          />
          <output>{angles[step]}°</output>
        </label>
        <RotationPlot
          angles={angles}
          answers={answers}
          classes={dataset.classNames.length}
          angle={angles[step]!}
        />
      </div>
    </>
  );
}

function DrawnImage({ dataset }: ToolProps) {
  const interval = useInterval();
  const [drawing, setDrawing] = useState<readonly number[]>([]);
  const draw = useCallback((image: number[]) => setDrawing(image), []);
  const queries = useMemo(() => (drawing.some((value) => value > 0) ? [drawing] : []), [drawing]);
  const answers = useAnswers(queries);
  return (
    <div className={styles.shown}>
      <div>
        <DrawingPad shape={dataset} onDraw={draw} />
        <p className={styles.words}>{t('Draw a digit, large and in the middle.')}</p>
      </div>
      <ClassBars
        answers={queries.length > 0 ? answers : null}
        row={0}
        classNames={dataset.classNames}
        trueClass={null}
        interval={interval}
      />
    </div>
  );
}

/** Images that are no digits. */
type Strange =
  | { readonly kind: 'noise'; readonly seed: number }
  | { readonly kind: 'letter'; readonly letter: Letter }
  | { readonly kind: 'inverted' };

function strangeImage(what: Strange, image: readonly number[] | null, dataset: ShownImages): number[] {
  if (what.kind === 'letter') return letterImage(what.letter, dataset);
  if (what.kind === 'inverted' && image) return invertImage(image, dataset);
  return noiseImage(dataset, what.kind === 'noise' ? what.seed : 1);
}

function OtherImage({ dataset, image }: ToolProps) {
  const interval = useInterval();
  const [what, setWhat] = useState<Strange>({ kind: 'noise', seed: 1 });
  const queries = useMemo(() => [strangeImage(what, image, dataset)], [what, image, dataset]);
  const answers = useAnswers(queries);
  const button = (name: string, next: Strange) => (
    <button key={name} type="button" className={buttons.button} onClick={() => setWhat(next)}>
      {name}
    </button>
  );
  return (
    <>
      <div className={styles.acts}>
        {button(what.kind === 'noise' ? t('Other noise') : t('Noise'), {
          kind: 'noise',
          seed: what.kind === 'noise' ? what.seed + 1 : 1,
        })}
        {button(t('The image, inverted'), { kind: 'inverted' })}
        {letterNames.map((letter) => button(t('Letter {letter}', { letter }), { kind: 'letter', letter }))}
      </div>
      <div className={styles.shown}>
        <div>
          <Thumbnail image={queries[0]!} shape={dataset} size={9} />
          <p className={styles.words}>
            {t('No digit: here the network should be unsure, and its draws should disagree.')}
          </p>
        </div>
        <ClassBars
          answers={answers}
          row={0}
          classNames={dataset.classNames}
          trueClass={null}
          interval={interval}
        />
      </div>
    </>
  );
}

function FilterPictures() {
  const weights = usePlaygroundState(({ snapshot }) => snapshot?.weights ?? null);
  return (
    <>
      <p className={styles.words} style={{ maxWidth: 'none' }}>
        {t(
          'Filters of the first convolution. Left the mean of each weight: blue looks for ink, orange for paper. Right how unsure it is: the stronger, the wider q(w).',
        )}
      </p>
      <Filters weights={weights} />
    </>
  );
}
