import { t } from '../../../i18n/index.ts';
import { Segments } from '../../../panels/controls/fields/Segments.tsx';
import buttons from '../../../panels/ui/buttons.module.css';
import styles from '../exhibit.module.css';
import { Pixels } from '../Pixels.tsx';
import { Slider } from '../Slider.tsx';
import own from './TwoConvolutions.module.css';
import { type FilterKind, filterMeans } from './twoConvolutions.ts';

/** What the reader has chosen. */
export interface ConvolutionChoice {
  /** Class of the image. */
  readonly digit: number;
  readonly kind: FilterKind;
  /** Standard deviation of every weight of the filter. */
  readonly sigma: number;
  /** Index of the outlined cell. */
  readonly place: number;
  /** Index of the set of draws. */
  readonly draw: number;
}

const classes = [0, 1, 4, 7] as const;
const sigmaRange = { minimum: 0.02, maximum: 1, logarithmic: true } as const;

interface ConvolutionControlsProps {
  readonly choice: ConvolutionChoice;
  /** Cells of the image along each axis. */
  readonly side: number;
  readonly onChoose: (choice: ConvolutionChoice) => void;
}

/** Digit, filter, width of its weights, outlined place, and new draws. */
export function ConvolutionControls({ choice, side, onChoose }: ConvolutionControlsProps) {
  const { digit, kind, sigma, place, draw } = choice;
  const placeRange = { minimum: 1, maximum: side, logarithmic: false, integer: true } as const;
  const column = place % side;
  return (
    <div className={styles.controls}>
      <Segments
        label={t('Digit')}
        value={`${digit}`}
        choices={classes.map((name) => ({ value: `${name}`, label: `${name}` }))}
        onChoose={(name) => onChoose({ ...choice, digit: Number(name) })}
      />
      <button
        type="button"
        className={buttons.button}
        onClick={() => onChoose({ ...choice, draw: draw + 1 })}
      >
        {t('Draw again')}
      </button>
      <div className={own.filter}>
        <Pixels
          caption={t('filter μ')}
          values={filterMeans[kind]}
          side={3}
          most={Math.max(...filterMeans[kind].map(Math.abs))}
          concept="posterior"
        />
        <Segments
          label={t('Strokes that the filter responds to')}
          value={kind}
          choices={[
            { value: 'upright', label: t('Vertical') },
            { value: 'level', label: t('Horizontal') },
            { value: 'spot', label: t('Spot') },
          ]}
          onChoose={(next) => onChoose({ ...choice, kind: next })}
        />
      </div>
      <Slider
        label={t('Width of every weight')}
        symbol="σ"
        concept="posterior"
        value={sigma}
        range={sigmaRange}
        onChange={(next) => onChoose({ ...choice, sigma: next })}
      />
      <div className={own.place}>
        <Slider
          label={t('Row')}
          value={Math.floor(place / side) + 1}
          range={placeRange}
          onChange={(row) => onChoose({ ...choice, place: (row - 1) * side + column })}
        />
        <Slider
          label={t('Column')}
          value={column + 1}
          range={placeRange}
          onChange={(next) => onChoose({ ...choice, place: place - column + next - 1 })}
        />
      </div>
    </div>
  );
}
