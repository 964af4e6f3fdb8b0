import { type Contender, type ContenderId, contenderIds, contenders } from '../contenders.ts';
import type { CaseResult, Measurement } from '../measure/measureCase.ts';
import { ratios, type Spread, spreadOf } from '../report/numbers.ts';

/** A contender and its times on one case. */
export interface Placed extends Measurement {
  readonly id: ContenderId;
}

export function placedAt({ measured }: CaseResult, id: ContenderId): Placed | null {
  const measurement = measured[id];
  return measurement ? { id, ...measurement } : null;
}

/** The fastest contender of a family on one case; null if none of them ran. */
export function fastest(result: CaseResult, family: Contender['family']): Placed | null {
  return contenderIds
    .filter((id) => contenders[id].family === family)
    .flatMap((id) => placedAt(result, id) ?? [])
    .reduce<Placed | null>(
      (best, one) => (best && spreadOf(best.rates).median >= spreadOf(one.rates).median ? best : one),
      null,
    );
}

/** Speed of one contender relative to `other`; null if either is missing. */
export function speedUp(one: Placed | null, other: Placed | null): Spread | null {
  return one && other && ratios(one.rates, other.rates);
}

/** Fraction of the machine's multiply-add peak reached by a contender's necessary multiply-adds. */
export function partOfPeak({ multiplyAdds, peak }: CaseResult, { rates }: Placed): Spread {
  return ratios(
    rates.map((rate) => rate * multiplyAdds),
    peak,
  );
}

/** Whether `necessary multiply-adds` covers all products of a step; other estimators and networks have more. */
export function countsProducts({ id }: CaseResult): boolean {
  return id !== 'playground' && isDense({ id });
}

/** Whether its network is dense. */
export function isDense({ id }: Pick<CaseResult, 'id'>): boolean {
  return id !== 'convolutional' && id !== 'recurrent';
}
