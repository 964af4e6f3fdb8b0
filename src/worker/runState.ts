/** The state of a run. `order` is the number of the last `train` or `pause` command, to which `paused` refers. */
export type RunState =
  /** Nothing to do, and no `paused` owed. */
  | { readonly kind: 'idle' }
  /** stepsLeft: steps still to do, > 0, infinite without end. */
  | { readonly kind: 'training'; readonly stepsLeft: number; readonly order: number }
  /** All steps are done: the page is owed the last snapshot, then `paused`. since: when, in milliseconds. */
  | { readonly kind: 'finishing'; readonly since: number; readonly order: number }
  /** A pause was requested: `paused` must be sent immediately; the snapshot follows. */
  | { readonly kind: 'pausing'; readonly order: number };

/** What changes the state of a run. */
export type RunEvent =
  /** The command. steps: on top of those left; null: without end. at: now, in milliseconds. */
  | { readonly type: 'train'; readonly steps: number | null; readonly order: number; readonly at: number }
  /** The command. */
  | { readonly type: 'pause'; readonly order: number }
  /** The engine took `steps` steps. */
  | { readonly type: 'stepped'; readonly steps: number; readonly at: number }
  /** The run went back by `steps` steps, to the last state shown, because its engine failed. */
  | { readonly type: 'rolled-back'; readonly steps: number }
  /** `paused` was posted. */
  | { readonly type: 'reported' }
  /** The run diverged or failed, which was reported instead of `paused`. */
  | { readonly type: 'stopped' };

type StateOf<K> = Extract<RunState, { kind: K }>;
type EventOf<T> = Extract<RunEvent, { type: T }>;
type Transitions = {
  readonly [K in RunState['kind']]: {
    readonly [T in RunEvent['type']]?: (state: StateOf<K>, event: EventOf<T>) => RunState;
  };
};

/**
 * Every transition. An event without an entry leaves the state as it is: it cannot happen there, or means nothing.
 *
 *             train(n)             pause    stepped(k)               rolled-back(k)        reported  stopped
 * idle        training, n left     pausing  –                        –                     –         –
 * training    training, n more     pausing  training, k fewer left;  training, k more      –         idle
 *                                           finishing when none is
 * finishing   training, n left     pausing  –                        training, k left      idle      idle
 * pausing     training, n left     pausing  –                        –                     idle      idle
 *
 * A `train` or a step that leaves no step to do ends in `finishing`; `train` with a number ends an endless run.
 */
const transitions: Transitions = {
  idle: { train: (_, event) => train(0, event), pause },
  training: {
    train: ({ stepsLeft }, event) => train(Number.isFinite(stepsLeft) ? stepsLeft : 0, event),
    pause,
    stepped: (state, { steps, at }) => trainingOrFinishing(state.stepsLeft - steps, state.order, at),
    'rolled-back': (state, { steps }) => ({ ...state, stepsLeft: state.stepsLeft + steps }),
    stopped: idle,
  },
  finishing: {
    train: (_, event) => train(0, event),
    pause,
    'rolled-back': ({ order, since }, { steps }) => trainingOrFinishing(steps, order, since),
    reported: idle,
    stopped: idle,
  },
  pausing: { train: (_, event) => train(0, event), pause, reported: idle, stopped: idle },
};

/** The state after an event; the same object where the event changes nothing. */
export function transition(state: RunState, event: RunEvent): RunState {
  const next = transitions[state.kind][event.type] as
    | ((state: RunState, event: RunEvent) => RunState)
    | undefined;
  return next ? next(state, event) : state;
}

function idle(): RunState {
  return { kind: 'idle' };
}

function pause(_: RunState, { order }: EventOf<'pause'>): RunState {
  return { kind: 'pausing', order };
}

function train(stepsLeft: number, { steps, order, at }: EventOf<'train'>): RunState {
  return trainingOrFinishing(stepsLeft + (steps ?? Number.POSITIVE_INFINITY), order, at);
}

function trainingOrFinishing(stepsLeft: number, order: number, at: number): RunState {
  return stepsLeft > 0 ? { kind: 'training', stepsLeft, order } : { kind: 'finishing', since: at, order };
}
