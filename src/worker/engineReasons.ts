import { engineNames } from '../experiment/backends.ts';
import type { Backend } from '../experiment/snapshot.ts';

const name = (backend: Backend): string => engineNames[backend];

/** In the middle of a sentence. */
const inside = (backend: Backend): string => name(backend).replace(/^Plain/, 'plain');

/** Why an engine does not run here, after its name. */
export const hindrances = {
  lacks: 'lacks this method or estimator',
  missing: 'is not available here',
  noCard: 'has no graphics card here',
  notLoaded: 'could not be loaded',
  failedTest: 'failed its self-test here',
  distrusted: 'stopped answering twice',
  stopped: 'stopped with an error',
  smallStep: (milliseconds: number) => `cannot win at ${milliseconds.toPrecision(2)} ms a step`,
  tooLittle: (gain: number) =>
    gain > 1
      ? `is only ${gain.toFixed(1)} times as fast here`
      : `is ${(1 / gain).toFixed(1)} times slower here`,
} as const;

/** An engine that does not run here, and why. */
export interface Hindered {
  readonly backend: Backend;
  readonly why: string;
}

/** Why an engine runs, in the words of the page. */
export const engineReasons = {
  chosen: (backend: Backend) => `${name(backend)}, as chosen`,
  atOnce: (backend: Backend) => `${name(backend)}: starts at once`,
  until: (backend: Backend, wanted: string) => `${name(backend)} until ${wanted} is ready`,
  only: (backend: Backend) => `${name(backend)}: this method runs nowhere else`,
  instead: (backend: Backend, hindered: Hindered) => `${name(backend)}: ${words(hindered)}`,
  faster: (backend: Backend, gain: number, other: Backend, hindered: Hindered | null = null) => {
    const times = gain < 10 ? gain.toFixed(1) : gain.toFixed(0);
    const rest = hindered ? `; ${words(hindered)}` : '';
    return `${name(backend)}: ${times} times as fast here as ${inside(other)}${rest}`;
  },
} as const;

function words({ backend, why }: Hindered): string {
  return `${name(backend)} ${why}`;
}
