/**
 * Selects the weights that remain when the `fraction` with the smallest |μ|/σ is set to zero (Graves 2011; Blundell et
 * al. 2015, §5.1): floor(fraction · P) weights are removed in ascending order of signal-to-noise ratio. mu, sigma:
 * [P]. Returns 1 (kept) or 0 for each weight, [P].
 */
export function keptWeights(mu: Float64Array, sigma: Float64Array, fraction: number): Uint8Array {
  const order = Array.from(mu.keys()).sort(
    (a, b) => Math.abs(mu[a]!) / sigma[a]! - Math.abs(mu[b]!) / sigma[b]!,
  );
  const kept = new Uint8Array(mu.length).fill(1);
  for (const index of order.slice(0, Math.floor(fraction * mu.length))) kept[index] = 0;
  return kept;
}
