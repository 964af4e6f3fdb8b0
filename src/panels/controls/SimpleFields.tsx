import { t } from '../../i18n/index.ts';
import { registeredDataset } from '../../model/datasets/index.ts';
import { priors } from '../../model/priors/index.ts';
import { useExperiment, usePlaygroundState } from '../ui/playgroundContext.ts';
import field from './fields/Field.module.css';
import { Field } from './fields/Field.tsx';
import { RangeInput, SliderField } from './fields/SliderField.tsx';
import { nearestStop, sliderRange, sliderStops } from './fields/sliderStops.ts';
import { useField } from './fields/useField.ts';
import styles from './SimpleFields.module.css';

/** Enough points to see the band change, and few enough that steps stay fast. */
const pointCountScale = { minimum: 2, maximum: 500, logarithmic: true } as const;

/**
 * The number of generated points; without effect, with the reason, where the points are given. plain: without a number
 * box.
 */
export function PointCountField({ plain = false }: { readonly plain?: boolean }) {
  const generated = useExperiment(({ dataset }) => registeredDataset(dataset.id)?.generated);
  const points = usePlaygroundState((state) => state.points.length);
  return (
    <SliderField
      path="dataset.size"
      label={t('Number of points')}
      symbol="n"
      scale={pointCountScale}
      plain={plain}
      {...(generated ? {} : { given: points })}
      help={
        generated
          ? t('How many points are drawn. More points: a narrower epistemic band; the aleatoric one stays.')
          : t('These points are given, not drawn: this slider has no effect on them.')
      }
    />
  );
}

/** The width of the prior: σₚ of a Gaussian, or the first parameter of another kind. */
export function PriorWidthField() {
  const [control] = useExperiment(({ prior }) => priors[prior.kind].controls);
  if (!control) return null;
  const { key, label, symbol, ...scale } = control;
  return (
    <div className={styles.prior}>
      <SliderField
        path={`prior.${key}` as const}
        label={t(label)}
        symbol={symbol}
        scale={scale}
        plain
        help={t('How large weights may be before any data. A wider prior: more doubt away from the data.')}
      />
    </div>
  );
}

const units = sliderStops(sliderRange('network.hidden', { logarithmic: true, maximum: 200 }));

/** The units of every hidden layer. */
export function HiddenUnitsField() {
  const handle = useField('network.hidden');
  const { value: hidden, set } = handle;
  const width = hidden[0] ?? 0;
  return (
    <Field
      label={t('Hidden units')}
      help={t(
        'Units of the hidden layer, or of each if there are several. More units: more functions are possible.',
      )}
      field={handle}
    >
      {(ids) => (
        <div className={field.row}>
          <RangeInput
            ids={ids}
            stops={units}
            index={nearestStop(units, width, true)}
            text={String(width)}
            onIndex={(index) => set(hidden.length > 0 ? hidden.map(() => units[index]) : [units[index]])}
          />
          <output className={field.plain}>{[...new Set(hidden)].join(', ') || 0}</output>
        </div>
      )}
    </Field>
  );
}
