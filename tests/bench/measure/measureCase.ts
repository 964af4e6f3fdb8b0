import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import { multiplyAdds } from '../../../src/model/networks/index.ts';
import type { Case } from '../cases.ts';
import { type ContenderId, contenders } from '../contenders.ts';
import type { Competitor, Field } from './competitor.ts';

/** Durations and number of rounds. */
export interface Effort {
  readonly rounds: number;
  /** Duration of one contender in one round. */
  readonly milliseconds: number;
  /** Whether draw calls are counted and submissions timed. */
  readonly inspects: boolean;
}

/** Results of one contender on one case. */
export interface Measurement {
  /** Steps per second, one number per round. */
  readonly rates: readonly number[];
  /** Seconds until the first step was computed. */
  readonly firstStep: number;
  /** Only for contenders that use WebGL. */
  readonly draws: number | null;
  readonly submitSeconds: number | null;
}

export interface CaseResult {
  readonly id: string;
  readonly label: string;
  readonly parameters: number;
  /** Multiply-adds of the matrix products that a step of weight sampling needs. */
  readonly multiplyAdds: number;
  /** Multiply-adds per second of the machine's 128-bit vectors, one number per round. */
  readonly peak: readonly number[];
  readonly measured: Partial<Record<ContenderId, Measurement>>;
  /** Errors of the contenders that are missing. */
  readonly faults: Partial<Record<ContenderId, string>>;
}

/** Duration of the peak's measurement in a round, in ms. */
const PEAK_MILLISECONDS = 100;
/** Maximum seconds of a step whose submission is timed. */
const INSPECTION = 1;

interface Running {
  readonly competitor: Competitor;
  readonly firstStep: number;
  readonly rates: number[];
  /** Steps per second in its last turn. */
  pace: number;
  draws: number | null;
  submitSeconds: number | null;
}

/** Times all contenders on one case in interleaved rounds; the order rotates. */
export async function measureCase(
  field: Field,
  { id, label, experiment }: Case,
  effort: Effort,
): Promise<CaseResult> {
  const { rounds, milliseconds } = effort;
  const problem = prepareProblem(experiment);
  const faults: CaseResult['faults'] = {};
  const running: Running[] = [];
  const kind = experiment.network.kind === 'dense' ? 'dense' : 'others';
  for (const competitor of field.competitors) {
    if (![kind, 'all'].includes(contenders[competitor.id].networks)) continue;
    try {
      running.push(await warmUp(competitor, experiment, effort));
    } catch (error) {
      faults[competitor.id] = firstLine(error);
    }
  }
  const peak: number[] = [];
  for (let round = 0; round < rounds; round++) {
    peak.push(await field.peak(PEAK_MILLISECONDS));
    for (let turn = 0; turn < running.length; turn++)
      await acquireTrainingSlot(running[(turn + round) % running.length]!, milliseconds);
  }
  for (const { competitor } of running) await competitor.dispose();
  return {
    id,
    label,
    parameters: problem.plan.parameterCount,
    multiplyAdds: stepMultiplyAdds(problem),
    peak,
    measured: Object.fromEntries(
      running.map(({ competitor, firstStep, rates, draws, submitSeconds }) => [
        competitor.id,
        { rates, firstStep, draws, submitSeconds },
      ]),
    ),
    faults,
  };
}

/** Runs it for one turn, so that everything is compiled, and counts its draw calls. */
async function warmUp(
  competitor: Competitor,
  experiment: Case['experiment'],
  { milliseconds, inspects }: Effort,
): Promise<Running> {
  const firstStep = await competitor.prepare(experiment);
  const pace = 1 / (await competitor.train(1));
  const one: Running = { competitor, firstStep, rates: [], pace, draws: null, submitSeconds: null };
  // Steps longer than a turn have already had their turn.
  if (pace * milliseconds > 1000) await acquireTrainingSlot(one, milliseconds);
  one.rates.length = 0;
  if (!inspects || !contenders[competitor.id].webgl) return one;
  const repeats = one.pace < 1 ? 0 : Math.min(40, Math.ceil(one.pace * INSPECTION));
  const { draws, submitSeconds } = await competitor.inspect(repeats);
  return { ...one, draws: draws ?? null, submitSeconds: submitSeconds ?? null };
}

/** Number of steps that fit the duration at the last speed, at least one. */
async function acquireTrainingSlot(running: Running, milliseconds: number): Promise<void> {
  const steps = Math.max(1, Math.round((running.pace * milliseconds) / 1000));
  running.pace = steps / (await running.competitor.train(steps));
  running.rates.push(running.pace);
}

/**
 * Forward, weight gradient and input gradient of every layer (the first has no input gradient), for every row and
 * draw.
 */
function stepMultiplyAdds({ plan, n, experiment }: ReturnType<typeof prepareProblem>): number {
  const first = plan.layers[0]!;
  const perRow = 3 * multiplyAdds(plan) - first.fanIn * first.fanOut;
  return perRow * n * experiment.inference.samples;
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
