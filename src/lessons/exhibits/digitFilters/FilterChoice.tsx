import { useId } from 'react';
import { t } from '../../../i18n/index.ts';
import { formatWhole } from '../../../i18n/numbers.ts';
import { Pixels } from '../Pixels.tsx';
import own from './DigitFilters.module.css';
import type { LearnedFilter } from './digitFilters.ts';
import { KernelPicture } from './KernelPicture.tsx';
import { scalesOf } from './scales.ts';

interface FilterChoiceProps {
  readonly filters: readonly LearnedFilter[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** All filters, to choose one: means, standard deviations, and what the weights that read it cost. */
export function FilterChoice({ filters, chosen, onChoose }: FilterChoiceProps) {
  const name = useId();
  const { strongest, widest } = scalesOf(filters);
  return (
    <fieldset className={own.choices}>
      <legend>
        {t(
          'The {count} filters: μ above, σ below, and the complexity cost in nats of the {readers} weights that read each',
          { count: filters.length, readers: filters[0]!.readers },
        )}
      </legend>
      {filters.map(({ mean, sigma, readersCost }, index) => (
        <label key={index}>
          <input type="radio" name={name} checked={index === chosen} onChange={() => onChoose(index)} />
          <span className={own.number}>{index + 1}</span>
          <KernelPicture mean={mean} sigma={sigma} most={strongest} />
          <Pixels
            caption={formatWhole(Math.round(readersCost))}
            values={sigma}
            side={Math.round(Math.sqrt(sigma.length))}
            most={widest}
            concept="epistemic"
          />
        </label>
      ))}
    </fieldset>
  );
}
