import { describe, expect, it } from 'vitest';
import { type KlScheduleKind, klSchedules } from '../../../src/model/estimators/index.ts';
import { golden, relativeError } from '../../reference/golden.ts';

describe.each(Object.keys(klSchedules) as KlScheduleKind[])('the %s KL schedule', (kind) => {
  it.each([1, 2, 5, 100, 1000, 1100])('distributes the whole KL over %i batches', (batches) => {
    let sum = 0;
    for (let batch = 1; batch <= batches; batch++) sum += klSchedules[kind].share(batch, batches);
    expect(sum).toBeCloseTo(1, 12);
  });
});

describe('Blundell’s weights', () => {
  const { share } = klSchedules.blundell;

  it('equal the reference for 5 batches', () => {
    golden.blundell_minibatch_weights.M5.forEach((weight, i) =>
      expect(relativeError(share(i + 1, 5), weight)).toBeLessThan(1e-12),
    );
  });

  it('sum to one over 1,100 batches', () => {
    const shares = Array.from({ length: 1100 }, (_, i) => share(i + 1, 1100));
    const sum = shares.reduce((total, value) => total + value, 0);
    expect(relativeError(sum, golden.blundell_minibatch_weights.M1100_sum)).toBeLessThan(1e-12);
  });

  it('do not overflow at 1,100 batches', () => {
    golden.blundell_minibatch_weights.M1100_first_four.forEach((weight, i) =>
      expect(relativeError(share(i + 1, 1100), weight)).toBeLessThan(1e-12),
    );
  });
});

it('uniform weights equal the reference for 5 batches', () => {
  const { M, each } = golden.blundell_minibatch_weights.uniform;
  for (let batch = 1; batch <= M; batch++) expect(klSchedules.uniform.share(batch, M)).toBe(each);
});
