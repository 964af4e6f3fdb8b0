/** `count` ≥ 2 evenly spaced numbers from low to high, both included. */
export function linspace(low: number, high: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}
