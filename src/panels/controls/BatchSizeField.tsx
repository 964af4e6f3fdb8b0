import { t } from '../../i18n/index.ts';
import styles from './fields/Field.module.css';
import { Field } from './fields/Field.tsx';
import { NumberInput } from './fields/NumberInput.tsx';
import segments from './fields/Segments.module.css';
import { nextStop, sliderRange, sliderStops } from './fields/sliderStops.ts';
import { useField } from './fields/useField.ts';

const sizes = sliderStops(sliderRange('inference.batchSize', { logarithmic: true }));
/** The default size when minibatches are selected. */
const FIRST_SIZE = 16;

/** The whole data set at every step, or minibatches of a given size. */
export function BatchSizeField() {
  const field = useField('inference.batchSize');
  const { value, set, report } = field;
  const full = value === 'full';
  return (
    <Field
      label={t('Batch size')}
      help={t(
        'The points that each step uses: all of them, or a minibatch, which makes steps cheap and gradients noisy.',
      )}
      field={field}
    >
      {(ids) => (
        <div className={styles.row}>
          <div
            className={segments.segments}
            role="radiogroup"
            aria-labelledby={ids.label}
            aria-describedby={ids.description}
          >
            {[true, false].map((whole) => (
              <label key={String(whole)}>
                <input
                  type="radio"
                  name={ids.control}
                  {...(whole === full ? { id: ids.control } : {})}
                  checked={whole === full}
                  onChange={() => set(whole ? 'full' : FIRST_SIZE)}
                />
                {whole ? t('Full') : t('Minibatch')}
              </label>
            ))}
          </div>
          <NumberInput
            value={full ? FIRST_SIZE : value}
            onSet={set}
            onFault={report}
            next={(from, direction) => nextStop(sizes, from, direction)}
            label={t('Points in a minibatch')}
            describedBy={ids.description}
            disabled={full}
          />
        </div>
      )}
    </Field>
  );
}
