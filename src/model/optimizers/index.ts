/** The two running averages of one parameter's gradient, and its update direction before the learning rate. */
export interface Update {
  first: number;
  second: number;
  direction: number;
}

/** A first-order optimiser. Engines apply it to each parameter separately. */
export interface Optimizer {
  readonly label: string;
  readonly teaches: string;
  readonly source: string;
  /** The usual learning rate, and the rates that the slider offers. */
  readonly rates: { readonly usual: number; readonly minimum: number; readonly maximum: number };
  /** Whether its direction is the gradient itself, so that a step is θ ← θ − α ∂F/∂θ. */
  readonly followsGradient: boolean;
  /**
   * Turns a gradient into an update direction, in place. step counts from 1. update: the averages before, and after.
   */
  readonly update: (update: Update, gradient: number, step: number) => void;
}

/** Adam (Kingma & Ba 2015, algorithm 1). The constants are the same in every engine; library defaults differ. */
export const adamConstants = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
/** RMSprop (Tieleman & Hinton 2012), with the same constants in every engine. */
export const rmspropConstants = { decay: 0.9, epsilon: 1e-8 } as const;

/** For optimisers that normalise the gradient: the size of a step is about the learning rate. */
const ownScale = { usual: 0.01, minimum: 1e-4, maximum: 0.3 } as const;

const adam: Optimizer = {
  label: 'Adam',
  teaches:
    'Every parameter moves by about the learning rate; running averages of the gradient smooth the steps.',
  source: 'Kingma & Ba 2015, algorithm 1',
  rates: ownScale,
  followsGradient: false,
  update: (update, gradient, step) => {
    const { beta1, beta2, epsilon } = adamConstants;
    update.first = beta1 * update.first + (1 - beta1) * gradient;
    update.second = beta2 * update.second + (1 - beta2) * gradient * gradient;
    const first = update.first / (1 - beta1 ** step);
    const second = update.second / (1 - beta2 ** step);
    update.direction = first / (Math.sqrt(second) + epsilon);
  },
};

const sgd: Optimizer = {
  label: 'Gradient descent',
  teaches:
    'Each step goes against the gradient, as in the paper. The cost is a sum over the data, so the learning rate has to be small.',
  source: 'Blundell et al. 2015, §3.2, step 7',
  rates: { usual: 1e-4, minimum: 1e-7, maximum: 0.01 },
  followsGradient: true,
  update: (update, gradient) => {
    update.direction = gradient;
  },
};

const rmsprop: Optimizer = {
  label: 'RMSprop',
  teaches: 'Divides each gradient by a running average of its size.',
  source: 'Tieleman & Hinton 2012, lecture 6.5',
  rates: ownScale,
  followsGradient: false,
  update: (update, gradient) => {
    const { decay, epsilon } = rmspropConstants;
    update.second = decay * update.second + (1 - decay) * gradient * gradient;
    update.direction = gradient / (Math.sqrt(update.second) + epsilon);
  },
};

/** Every optimiser, by its public key. */
export const optimizers = { adam, sgd, rmsprop } as const satisfies Record<string, Optimizer>;

export type OptimizerKind = keyof typeof optimizers;
