import { type Contender, type ContenderId, contenderIds, contenders } from '../contenders.ts';
import type { CaseResult, Measurement } from '../measure/measureCase.ts';
import { ratios, type Spread, spreadOf } from '../report/numbers.ts';

/** A contender and its times at one case. */
export interface Placed extends Measurement {
  readonly id: ContenderId;
}

export function placedAt({ measured }: CaseResult, id: ContenderId): Placed | null {
  const measurement = measured[id];
  return measurement ? { id, ...measurement } : null;
}

/** The fastest of a family at one case, or null if none of it ran. */
export function fastest(result: CaseResult, family: Contender['family']): Placed | null {
  return contenderIds
    .filter((id) => contenders[id].family === family)
    .flatMap((id) => placedAt(result, id) ?? [])
    .reduce<Placed | null>(
      (best, one) => (best && spreadOf(best.rates).median >= spreadOf(one.rates).median ? best : one),
      null,
    );
}

/** How many times as fast as `other` one is; null if either is missing. */
export function speedUp(one: Placed | null, other: Placed | null): Spread | null {
  return one && other && ratios(one.rates, other.rates);
}

/** The part of the machine's multiply-add peak that a contender's useful ones are. */
export function partOfPeak({ multiplyAdds, peak }: CaseResult, { rates }: Placed): Spread {
  return ratios(
    rates.map((rate) => rate * multiplyAdds),
    peak,
  );
}

/** Whether all that a step does in products is counted: other estimators and networks have more of them. */
export function countsProducts({ id }: CaseResult): boolean {
  return id !== 'playground' && isDense({ id });
}

/** Whether its network is dense. */
export function isDense({ id }: Pick<CaseResult, 'id'>): boolean {
  return id !== 'convolutional' && id !== 'recurrent';
}
