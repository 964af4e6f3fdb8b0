import { type Backend, engineNames } from '../experiment/engine/backends.ts';
import { t } from '../i18n/index.ts';
import { formatFixed, withDecimalMark } from '../i18n/numbers.ts';

const name = (backend: Backend): string => t(engineNames[backend]);

/** The name of an engine in the middle of a sentence. */
const inside = (backend: Backend): string =>
  backend === 'reference' ? t('plain TypeScript') : name(backend);

/** Why an engine does not run here, as a sentence about the engine of this name. */
export type Hindrance = (engine: string) => string;

export const hindrances = {
  lacks: (engine) => t('{engine} lacks this method or estimator', { engine }),
  missing: (engine) => t('{engine} is not available here', { engine }),
  noCard: (engine) => t('{engine} has no graphics card here', { engine }),
  notLoaded: (engine) => t('{engine} could not be loaded', { engine }),
  failedTest: (engine) => t('{engine} failed its self-test here', { engine }),
  distrusted: (engine) => t('{engine} stopped responding twice', { engine }),
  unsteady: (engine) => t('{engine} is not reliably faster here', { engine }),
  stopped: (engine) => t('{engine} stopped with an error', { engine }),
} as const satisfies Record<string, Hindrance>;

/** A step takes this many milliseconds, which is so short that the engine cannot win. */
export function smallStep(milliseconds: number): Hindrance {
  const time = withDecimalMark(milliseconds.toPrecision(2));
  return (engine) => t('{engine} cannot win at {time} ms a step', { engine, time });
}

/** It trains `gain` times as fast as the current engine, which is not worth a change. */
export function tooSlow(gain: number): Hindrance {
  return gain > 1
    ? (engine) => t('{engine} is only {gain} times as fast here', { engine, gain: formatFixed(gain, 1) })
    : (engine) => t('{engine} is {loss} times slower here', { engine, loss: formatFixed(1 / gain, 1) });
}

/** An engine that does not run here, and why. */
export interface Hindered {
  readonly backend: Backend;
  readonly why: Hindrance;
}

/** Why an engine runs, as the page shows it. */
export const engineReasons = {
  chosen: (backend: Backend) => t('{engine}, as chosen', { engine: name(backend) }),
  atOnce: (backend: Backend) => t('{engine}: starts at once', { engine: name(backend) }),
  until: (backend: Backend, wanted: string) =>
    t('{engine} until {wanted} is ready', { engine: name(backend), wanted }),
  only: (backend: Backend) => t('{engine}: this method runs nowhere else', { engine: name(backend) }),
  instead: (backend: Backend, hindered: Hindered) => `${name(backend)}: ${sentence(hindered)}`,
  faster: (backend: Backend, gain: number, other: Backend, hindered: Hindered | null = null) => {
    const times = formatFixed(gain, gain < 10 ? 1 : 0);
    const values = { engine: name(backend), times, other: inside(other) };
    const faster = t('{engine}: {times} times as fast here as {other}', values);
    return hindered ? `${faster}; ${sentence(hindered)}` : faster;
  },
} as const;

function sentence({ backend, why }: Hindered): string {
  return why(name(backend));
}
