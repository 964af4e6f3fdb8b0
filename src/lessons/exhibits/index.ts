import type { ExhibitEntry } from './exhibit.ts';

/** Every exhibit by its name, which is also the name of its folder, its component and its stored pictures. */
export const exhibits = {
  tenClasses: {
    title: 'A digit reader is shown other things',
    height: 'stacked',
    load: async () => (await import('./tenClasses/TenClasses.tsx')).TenClasses,
  },
  oneWeight: {
    title: 'The exact posterior of one weight',
    height: 'tall',
    load: async () => (await import('./oneWeight/OneWeight.tsx')).OneWeight,
  },
  priorFunctions: {
    title: 'The prior over functions, thinned by data',
    height: 'tall',
    load: async () => (await import('./priorFunctions/PriorFunctions.tsx')).PriorFunctions,
  },
  averaging: {
    title: 'The mean of what many networks say',
    height: 'tall',
    load: async () => (await import('./averaging/Averaging.tsx')).Averaging,
  },
  countTheGrid: {
    title: 'The cells of a grid over all weights',
    height: 'medium',
    load: async () => (await import('./countTheGrid/CountTheGrid.tsx')).CountTheGrid,
  },
  simplerQ: {
    title: 'A Gaussian over a posterior with two humps',
    height: 'tall',
    load: async () => (await import('./simplerQ/SimplerQ.tsx')).SimplerQ,
  },
  pathwise: {
    title: 'Two ways to a gradient',
    height: 'tall',
    load: async () => (await import('./pathwise/Pathwise.tsx')).Pathwise,
  },
  noiseMap: {
    title: 'Who sees which noise',
    height: 'tall',
    load: async () => (await import('./noiseMap/NoiseMap.tsx')).NoiseMap,
  },
  varianceRace: {
    title: 'Three estimators of one gradient',
    height: 'medium',
    load: async () => (await import('./varianceRace/VarianceRace.tsx')).VarianceRace,
  },
  oneStep: {
    title: 'One step, every number',
    height: 'tall',
    load: async () => (await import('./oneStep/OneStep.tsx')).OneStep,
  },
  pruning: {
    title: 'Weights that can go',
    height: 'tall',
    load: async () => (await import('./pruning/Pruning.tsx')).Pruning,
  },
  bitsBack: {
    title: 'One weight as a message',
    height: 'medium',
    load: async () => (await import('./bitsBack/BitsBack.tsx')).BitsBack,
  },
  twoConvolutions: {
    title: 'Two convolutions',
    height: 'tall',
    load: async () => (await import('./twoConvolutions/TwoConvolutions.tsx')).TwoConvolutions,
  },
  digitFilters: {
    title: 'Filters that learn digits',
    height: 'tall',
    load: async () => (await import('./digitFilters/DigitFilters.tsx')).DigitFilters,
  },
  oneDraw: {
    title: 'When a recurrent weight is drawn',
    height: 'medium',
    load: async () => (await import('./oneDraw/OneDraw.tsx')).OneDraw,
  },
  sharpening: {
    title: 'Posterior sharpening',
    height: 'medium',
    load: async () => (await import('./sharpening/Sharpening.tsx')).Sharpening,
  },
  correlatedPair: {
    title: 'Two weights, one sum',
    height: 'medium',
    load: async () => (await import('./correlatedPair/CorrelatedPair.tsx')).CorrelatedPair,
  },
  gap: {
    title: 'The gap between two clusters',
    height: 'plot',
    load: async () => (await import('./gap/Gap.tsx')).Gap,
  },
  twoWeights: {
    title: 'Two weights of that network',
    height: 'plot',
    load: async () => (await import('./twoWeights/TwoWeights.tsx')).TwoWeights,
  },
  width: {
    title: 'More hidden units, a worse fit',
    height: 'tall',
    load: async () => (await import('./width/Width.tsx')).Width,
  },
  weightUncertainty: {
    title: 'One best network, and a distribution over networks',
    height: 'tall',
    load: async () => (await import('./weightUncertainty/WeightUncertainty.tsx')).WeightUncertainty,
  },
} as const satisfies Record<string, ExhibitEntry>;

export type ExhibitName = keyof typeof exhibits;

/** The registry's entry of a name, typed independently of its kind. */
export function exhibitEntry(name: ExhibitName): ExhibitEntry {
  return exhibits[name];
}
