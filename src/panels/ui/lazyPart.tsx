import { type ComponentType, createElement, lazy } from 'react';

/**
 * The code of a part of the page could not be loaded: offline, or after a new release. renew: loads it again when it is
 * shown again.
 */
export class PartNotLoaded extends Error {
  readonly renew: () => void;

  constructor(cause: unknown, renew: () => void) {
    super(String(cause), { cause });
    this.renew = renew;
  }
}

/** A component whose code is loaded when it is first shown. `Part` shows it again where that failed. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const attempt = () =>
    lazy(() =>
      load().then(
        (component) => ({ default: component }),
        (error: unknown) => {
          throw new PartNotLoaded(error, () => {
            Loaded = attempt();
          });
        },
      ),
    );
  let Loaded = attempt();
  return (props: Props) => createElement(Loaded as ComponentType<Props>, props);
}
