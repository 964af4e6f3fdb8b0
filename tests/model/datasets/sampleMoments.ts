/** Mean and variance of a sample, with standard errors estimated from the sample. */
export function sampleMoments(values: readonly number[]) {
  const count = values.length;
  const average = (f: (value: number) => number) => values.reduce((sum, value) => sum + f(value), 0) / count;
  const mean = average((value) => value);
  const variance = average((value) => (value - mean) ** 2);
  const fourth = average((value) => (value - mean) ** 4);
  return {
    mean,
    variance,
    meanError: Math.sqrt(variance / count),
    varianceError: Math.sqrt((fourth - variance ** 2) / count),
  };
}
