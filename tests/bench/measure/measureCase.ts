import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import { multiplyAdds } from '../../../src/model/networks/index.ts';
import type { Case } from '../cases.ts';
import { type ContenderId, contenders } from '../contenders.ts';
import type { Competitor, Field } from './competitor.ts';

/** How long and how often to measure. */
export interface Effort {
  readonly rounds: number;
  /** Of one contender in one round. */
  readonly milliseconds: number;
  /** Whether draw calls are counted and submissions timed. */
  readonly inspects: boolean;
}

/** One contender at one case. */
export interface Measurement {
  /** Steps a second, one number a round. */
  readonly rates: readonly number[];
  /** Seconds until the first step was computed. */
  readonly firstStep: number;
  /** Of contenders that draw with WebGL. */
  readonly draws: number | null;
  readonly submitSeconds: number | null;
}

export interface CaseResult {
  readonly id: string;
  readonly label: string;
  readonly parameters: number;
  /** Multiply-adds of the products that a step of weight sampling cannot do without. */
  readonly multiplyAdds: number;
  /** Multiply-adds a second that the machine's 128-bit vectors did, one number a round. */
  readonly peak: readonly number[];
  readonly measured: Partial<Record<ContenderId, Measurement>>;
  /** What went wrong with those that are missing. */
  readonly faults: Partial<Record<ContenderId, string>>;
}

/** Milliseconds of the peak's measurement in a round. */
const PEAK_MILLISECONDS = 100;
/** Seconds in which submissions are timed; of contenders that take a step in one. */
const INSPECTION = 1;

interface Running {
  readonly competitor: Competitor;
  readonly firstStep: number;
  readonly rates: number[];
  /** Steps a second when it last ran. */
  pace: number;
  draws: number | null;
  submitSeconds: number | null;
}

/** Times all contenders at one case, taking turns: one after the other in every round, each first in some of them. */
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

/** Runs it for one turn, so that nothing is compiled any more, and counts its draw calls. */
async function warmUp(
  competitor: Competitor,
  experiment: Case['experiment'],
  { milliseconds, inspects }: Effort,
): Promise<Running> {
  const firstStep = await competitor.prepare(experiment);
  const pace = 1 / (await competitor.train(1));
  const one: Running = { competitor, firstStep, rates: [], pace, draws: null, submitSeconds: null };
  // Steps as long as a turn have had theirs.
  if (pace * milliseconds > 1000) await acquireTrainingSlot(one, milliseconds);
  one.rates.length = 0;
  if (!inspects || !contenders[competitor.id].webgl) return one;
  const repeats = one.pace < 1 ? 0 : Math.min(40, Math.ceil(one.pace * INSPECTION));
  const { draws, submitSeconds } = await competitor.inspect(repeats);
  return { ...one, draws: draws ?? null, submitSeconds: submitSeconds ?? null };
}

/** As many steps as its pace promises for the time, at least one. */
async function acquireTrainingSlot(running: Running, milliseconds: number): Promise<void> {
  const steps = Math.max(1, Math.round((running.pace * milliseconds) / 1000));
  running.pace = steps / (await running.competitor.train(steps));
  running.rates.push(running.pace);
}

/** Forward, weight gradient, and input gradient of every layer but the first, for every row and draw. */
function stepMultiplyAdds({ plan, n, experiment }: ReturnType<typeof prepareProblem>): number {
  const first = plan.layers[0]!;
  const perRow = 3 * multiplyAdds(plan) - first.fanIn * first.fanOut;
  return perRow * n * experiment.inference.samples;
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
