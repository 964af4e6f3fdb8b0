/** Address of a vector in the kernels' memory, in bytes. */
export type Address = number;

/** Key and counter of random numbers: (seed, stream, step, sample) as in src/math/random.ts. */
type Counter = [seed: number, stream: number, step: number, sample: number];

type Activate = (values: Address, slopes: Address, count: number) => void;

type MoveRows = (
  from: Address,
  fromStride: number,
  out: Address,
  outStride: number,
  width: number,
  rows: number,
) => void;

type Divergence = (
  mu: Address,
  sigma: Address,
  inverseScales: Address,
  gradientMu: Address,
  gradientSigma: Address,
  factor: number,
  count: number,
  width: number,
) => number;

type PriorCost<Shape extends number[]> = (
  weights: Address,
  inverseScales: Address,
  gradient: Address,
  count: number,
  factor: number,
  ...shape: Shape
) => number;

/** The exports of assembly/index.ts; documented there. */
export interface Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly freeMemory: () => Address;

  readonly philoxBlocks: (
    out: Address,
    block: number,
    sample: number,
    step: number,
    stream: number,
    seed: number,
  ) => void;
  readonly fillNormal: (out: Address, count: number, firstBlock: number, ...counter: Counter) => void;
  readonly fillSigns: (out: Address, count: number, first: number, ...counter: Counter) => void;

  readonly posterior: (
    mu: Address,
    rho: Address,
    outMu: Address,
    outSigma: Address,
    outSlope: Address,
    count: number,
  ) => void;
  readonly drawWeights: (
    mu: Address,
    sigma: Address,
    epsilon: Address,
    out: Address,
    count: number,
  ) => number;
  readonly addDraw: (
    gradient: Address,
    epsilon: Address,
    gradientMu: Address,
    gradientSigma: Address,
    count: number,
  ) => void;
  readonly gatherGradient: (
    gradientMu: Address,
    gradientSigma: Address,
    sigmaSlope: Address,
    gradientLogNoise: number,
    out: Address,
    count: number,
  ) => number;
  readonly appendGradient: (values: Address, out: Address, count: number) => number;
  readonly sharpen: (
    weights: Address,
    gains: Address,
    gradient: Address,
    epsilon: Address,
    slope: Address,
    sigma: number,
    count: number,
  ) => number;
  readonly addGains: (
    gains: Address,
    slope: Address,
    gradient: Address,
    gradientGains: Address,
    sigma: number,
    factor: number,
    count: number,
  ) => void;
  readonly addSpread: (sigma: Address, gradientSigma: Address, factor: number, count: number) => number;

  readonly product: (
    values: Address,
    kernel: Address,
    bias: Address,
    out: Address,
    rows: number,
    inner: number,
    columns: number,
    panels: Address,
  ) => void;
  readonly outerProduct: (
    left: Address,
    right: Address,
    out: Address,
    rows: number,
    leftColumns: number,
    rightColumns: number,
  ) => void;
  readonly columnSums: (values: Address, out: Address, rows: number, columns: number) => void;
  readonly transpose: (matrix: Address, out: Address, rows: number, columns: number) => void;

  readonly clear: (out: Address, count: number) => void;
  readonly multiply: (left: Address, right: Address, out: Address, count: number) => void;
  readonly addProduct: (left: Address, right: Address, factor: number, out: Address, count: number) => void;
  readonly addNoise: (
    means: Address,
    variance: Address,
    zeta: Address,
    slope: Address,
    count: number,
  ) => void;

  readonly gatherPatches: (
    images: Address,
    places: Address,
    patches: Address,
    rows: number,
    imageSize: number,
    count: number,
  ) => void;
  readonly scatterPatches: (
    patches: Address,
    places: Address,
    images: Address,
    rows: number,
    imageSize: number,
    count: number,
  ) => void;
  readonly poolMaxima: (
    values: Address,
    out: Address,
    winners: Address,
    rows: number,
    height: number,
    width: number,
    filters: number,
  ) => void;
  readonly scatterWinners: (delta: Address, winners: Address, out: Address, count: number) => void;

  readonly copyRows: MoveRows;
  readonly addRows: MoveRows;
  readonly repeatRows: (values: Address, width: number, times: number, out: Address, rows: number) => void;
  readonly joinRows: (
    left: Address,
    leftStride: number,
    leftWidth: number,
    right: Address,
    rightWidth: number,
    out: Address,
    rows: number,
  ) => void;
  readonly splitRows: (
    joined: Address,
    leftWidth: number,
    left: Address,
    rightWidth: number,
    right: Address,
    rows: number,
  ) => void;
  readonly lstmForward: (
    gates: Address,
    memoryBefore: Address,
    hidden: Address,
    memory: Address,
    seen: Address,
    rows: number,
    units: number,
  ) => void;
  readonly lstmBackward: (
    gates: Address,
    memoryBefore: Address,
    seen: Address,
    delta: Address,
    memoryDelta: Address,
    gateDelta: Address,
    rows: number,
    units: number,
  ) => void;
  readonly gruReset: (gates: Address, before: Address, kept: Address, rows: number, units: number) => void;
  readonly gruForward: (
    gates: Address,
    before: Address,
    fresh: Address,
    hidden: Address,
    rows: number,
    units: number,
  ) => void;
  readonly gruBackward: (
    gates: Address,
    before: Address,
    fresh: Address,
    delta: Address,
    freshDelta: Address,
    gateDelta: Address,
    carried: Address,
    rows: number,
    units: number,
  ) => void;
  readonly gruResetBackward: (
    gates: Address,
    before: Address,
    keptDelta: Address,
    gateDelta: Address,
    carried: Address,
    rows: number,
    units: number,
  ) => void;

  readonly relu: Activate;
  readonly tanh: Activate;
  readonly sigmoid: Activate;
  readonly silu: Activate;
  readonly sin: Activate;
  readonly linear: Activate;

  readonly gaussianDivergence: Divergence;
  readonly laplaceDivergence: Divergence;
  readonly gaussianPrior: PriorCost<[sigma: number]>;
  readonly laplacePrior: PriorCost<[scale: number]>;
  readonly mixturePrior: PriorCost<
    [logWide: number, widePrecision: number, logNarrow: number, narrowPrecision: number]
  >;

  readonly adam: (
    parameters: Address,
    firstMoment: Address,
    secondMoment: Address,
    gradient: Address,
    count: number,
    clipping: number,
    rate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    firstBias: number,
    secondBias: number,
  ) => void;
  readonly sgd: (
    parameters: Address,
    gradient: Address,
    count: number,
    clipping: number,
    rate: number,
  ) => void;
  readonly rmsprop: (
    parameters: Address,
    secondMoment: Address,
    gradient: Address,
    count: number,
    clipping: number,
    rate: number,
    decay: number,
    epsilon: number,
  ) => void;
  readonly clamp: (parameters: Address, count: number, low: number, high: number) => void;
}
